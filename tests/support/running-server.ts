import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The product as built, running with a data folder of its own. */
export interface RunningServer {
  baseUrl: string
  dataDirectory: string
  /** The one-time link that was printed; none once there is an owner. */
  ownerLink: string | undefined
  process: ChildProcess
  /** Everything it printed so far. */
  output(): string
  /** Orderly, as a service manager would. */
  stop(): Promise<void>
  /** As a crash would. The data stays: start again with the same folder. */
  kill(): Promise<void>
}

interface StartOptions {
  /** A folder to go on with; else a fresh one, removed at the end. */
  dataDirectory?: string
  port?: number
  environment?: Record<string, string>
}

// A first start fills the database with the example project, on two cores beside a browser.
const startLimit = 60_000

/** Starts build/server.js on the loopback. Throws with what it printed when it does not come up. */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'tahto-e2e-')))
  const port = options.port ?? (await freePort())
  const baseUrl = `http://localhost:${port}`
  const child = spawn(process.execPath, ['--enable-source-maps', 'build/server.js'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      OPERATOR_NODE_ENV: '',
      HOST: '127.0.0.1',
      PORT: String(port),
      BASE_URL: baseUrl,
      DATA_DIR: dataDirectory,
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await answers(`${baseUrl}/healthz`, child, () => printed)

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  return {
    baseUrl,
    dataDirectory,
    ownerLink: /https?:\/\/\S+\/start\/\S+/.exec(printed)?.[0],
    process: child,
    output: () => printed,
    stop: async () => {
      await end('SIGTERM')
      if (!options.dataDirectory) await rm(dataDirectory, { recursive: true, force: true })
    },
    kill: () => end('SIGKILL'),
  }
}

async function answers(address: string, child: ChildProcess, printed: () => string): Promise<void> {
  const giveUpAt = Date.now() + startLimit
  while (Date.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${printed()}`)
    const response = await fetch(address).catch(() => undefined)
    if (response?.ok && /owner: |Tahto is at/.test(printed())) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not answer within ${startLimit / 1000} s:\n${printed()}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port'))))
    })
  })
}
