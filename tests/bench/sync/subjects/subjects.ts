import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { Limits } from '../../../../server/sync/limits'
import type { DialectName, Target } from '../load/dialects'
import { bundledServer } from './bundled-server'

export const subjectNames = ['relay', 'coalescing relay', 'Tahto', 'Hocuspocus', 'y-websocket'] as const
export type SubjectName = (typeof subjectNames)[number]

const dialectOf: Record<SubjectName, DialectName> = {
  relay: 'plain',
  'coalescing relay': 'plain',
  Tahto: 'tahto',
  Hocuspocus: 'hocuspocus',
  'y-websocket': 'plain',
}

const peerFile: Record<Exclude<SubjectName, 'Tahto'>, string> = {
  relay: 'relay.mjs',
  'coalescing relay': 'coalescing-relay.mjs',
  Hocuspocus: 'hocuspocus.mjs',
  'y-websocket': 'y-websocket.mjs',
}

const STOP_WITHIN_MS = 15_000

const told = z.object({ port: z.number().optional(), memory: z.number().optional() })

/** A server under measurement, in a process of its own, over a data directory that outlives a restart. */
export class Subject {
  readonly dataDirectory = mkdtempSync(path.join(tmpdir(), 'tahto-bench-'))
  private child: ChildProcess | undefined
  private port = 0

  private constructor(
    readonly name: SubjectName,
    private readonly limits: Partial<Limits>,
  ) {}

  /** `limits`: of ours, where a measure is of something else than its bounds. */
  static async start(name: SubjectName, limits: Partial<Limits> = {}): Promise<Subject> {
    const subject = new Subject(name, limits)
    await subject.begin()
    return subject
  }

  get target(): Target {
    return { port: this.port, dialect: dialectOf[this.name] }
  }

  async begin(): Promise<void> {
    const { script, given } = await this.command()
    const child = fork(script, given, {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Hocuspocus says on each start that it wants Node 22.
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    })
    this.child = child
    this.port = await new Promise((resolve, reject) => {
      child.once('message', (message) => resolve(told.parse(message).port ?? 0))
      child.once('exit', (code) => reject(new Error(`${this.name} ended with ${code} before it was ready`)))
    })
  }

  /** Asks it to stop, as an operator would. */
  async stop(): Promise<void> {
    const kill = setTimeout(() => this.child?.kill('SIGKILL'), STOP_WITHIN_MS)
    await this.signal('SIGTERM')
    clearTimeout(kill)
  }

  kill(): Promise<void> {
    return this.signal('SIGKILL')
  }

  async end(): Promise<void> {
    await this.kill()
    rmSync(this.dataDirectory, { recursive: true, force: true })
  }

  /** Resident bytes after a garbage collection. */
  memory(): Promise<number> {
    return new Promise((resolve) => {
      this.child?.once('message', (message) => resolve(told.parse(message).memory ?? 0))
      this.child?.send('memory')
    })
  }

  get pid(): number {
    return this.child?.pid ?? 0
  }

  private async signal(signal: NodeJS.Signals): Promise<void> {
    const { child } = this
    this.child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  private async command(): Promise<{ script: string; given: string[] }> {
    const { name, dataDirectory, limits } = this
    if (name !== 'Tahto') {
      return { script: path.join(import.meta.dirname, '../peers', peerFile[name]), given: [dataDirectory] }
    }
    const directory = await bundledServer()
    const options = { dataDirectory, workersDirectory: directory, limits }
    return { script: path.join(directory, 'tahto-server.js'), given: [JSON.stringify(options)] }
  }
}
