import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Something went wrong that the person at the keyboard can be told in one line. */
export class SetupFailed extends Error {
  /** @param {string} message one line. @param {string} [log] the file with the whole output. */
  constructor(message, log) {
    super(log ? `${message} The whole output is in ${path.relative(process.cwd(), log) || log}` : message)
  }
}

/** @param {string} line */
export function say(line) {
  console.log(line)
}

/**
 * Does one piece of work and shows that it is done and how long it took.
 * @template Result
 * @param {string} title
 * @param {() => Promise<Result> | Result} work
 * @returns {Promise<Result>}
 */
export async function step(title, work) {
  say(`• ${title}`)
  const started = performance.now()
  const result = await work()
  say(`  done in ${seconds(performance.now() - started)}`)
  return result
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/**
 * Runs a program to its end, with its output in build/log/NAME.log.
 * @param {{ name: string, command: string, args: string[], env?: NodeJS.ProcessEnv, failure: string,
 *           heard?: (output: string) => void, shown?: boolean }} program
 *   `heard` is given the output piece by piece; `shown` prints it too.
 * @throws SetupFailed with `failure` and the log's place, when it ends with anything but 0.
 */
export async function run(program) {
  const { code, log } = await outcome(program)
  if (code !== 0) throw new SetupFailed(program.failure, log)
}

/**
 * As `run`, but an exit code other than 0 is an answer.
 * @param {Omit<Parameters<typeof run>[0], 'failure'>} program
 * @returns {Promise<{ code: number | null, log: string }>}
 */
export function outcome({ name, command, args, env = process.env, heard, shown = false }) {
  const logs = path.join(root, 'build/log')
  mkdirSync(logs, { recursive: true })
  const log = path.join(logs, `${name}.log`)
  const file = createWriteStream(log)
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', (/** @type {Buffer} */ chunk) => {
      file.write(chunk)
      if (shown) process.stdout.write(chunk)
      heard?.(chunk.toString())
    })
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      file.end(String(error))
      resolve({ code: null, log })
    })
    child.on('close', (code) => file.end(() => resolve({ code, log })))
  })
}

/** Prints why it ended and ends with exit code 1. @param {unknown} error */
export function giveUp(error) {
  console.error(error instanceof SetupFailed ? `✗ ${error.message}` : error)
  process.exitCode = 1
}
