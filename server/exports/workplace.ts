import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { ExporterError } from '../../app/exports/exporter-error'
import type { PackageProgress } from '../../app/final-package/model/progress'
import type { Answer, Told } from './jobs'

/** What somebody who waits hears meanwhile, and how they stop waiting. */
export interface Watch {
  progressed?: ((progress: PackageProgress) => void) | undefined
  signal?: AbortSignal | undefined
}

/** One file that somebody waits for. */
export interface Order<Job> {
  job: Job
  progressed: Watch['progressed']
  resolve(bytes: Uint8Array): void
  reject(error: ExporterError): void
}

export interface WorkplaceOptions {
  workerPath: string
  /** Milliseconds a file may take. */
  timeout: number
  /** Bytes of memory the worker may hold. */
  mostMemory: number
  becameFree(): void
}

// Typst's Node package lets go of some 6 MB less than it took for each document (measured: 80 agreements, 150 to 690
// MB), whatever its cache is told. A worker that holds this much makes room for a new one between two files.
const tiredAt = 500 * 1024 ** 2

const memoryWatch = 500
const pageOfMemory = 4096

/** Of all that the server knows in its environment, what the worker needs: no secret and no address of a database. */
const passedOn = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'NODE_ENV', 'NODE_PATH']

function workerEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(passedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

/**
 * One place where files are made: a process, made when first needed and again after it broke, took too long or held
 * too much memory. A process and not a thread: Typst and resvg are native code, which a thread cannot be stopped in,
 * and which takes the whole server along when it breaks.
 */
export class Workplace<Job> {
  private worker: ChildProcess | undefined
  private order: Order<Job> | undefined
  private timer: NodeJS.Timeout | undefined
  private watch: NodeJS.Timeout | undefined

  constructor(private readonly options: WorkplaceOptions) {}

  get free(): boolean {
    return this.order === undefined
  }

  take(order: Order<Job>): void {
    this.order = order
    this.timer = setTimeout(() => this.giveUp('timeout', 'took too long'), this.options.timeout)
    const worker = (this.worker ??= this.start())
    this.holdOpen(worker, true)
    this.watch = setInterval(() => void this.checkMemory(worker), memoryWatch)
    worker.send(order.job as object, (error) => {
      if (error && this.worker === worker) this.giveUp('failed', error)
    })
  }

  /** Nobody waits for it any more: if it is being made here, the process ends, and the next file begins. */
  abandon(order: Order<Job>): void {
    if (this.order === order) this.giveUp('closed', 'nobody waits for it any more')
  }

  async close(): Promise<void> {
    const { worker } = this
    this.worker = undefined
    this.finish((order) => order.reject(new ExporterError('closed')))
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    worker.kill('SIGKILL')
    await ended
  }

  private start(): ChildProcess {
    const worker = fork(this.options.workerPath, [], {
      env: workerEnvironment(),
      execArgv: ['--max-old-space-size=512'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const ifOurs = (act: () => void) => {
      if (this.worker === worker) act()
    }
    worker.on('message', (answer) => ifOurs(() => this.heard(worker, answer as Answer | Told)))
    worker.on('error', (error) => ifOurs(() => this.giveUp('failed', error)))
    worker.on('exit', (code, signal) => ifOurs(() => this.giveUp('failed', `worker ended: ${signal ?? code}`)))
    return worker
  }

  /** An idle worker must not keep the server from ending. */
  private holdOpen(worker: ChildProcess, open: boolean): void {
    if (open) {
      worker.ref()
      worker.channel?.ref()
    } else {
      worker.unref()
      worker.channel?.unref()
    }
  }

  private heard(worker: ChildProcess, said: Answer | Told): void {
    if ('progress' in said) this.order?.progressed?.(said.progress)
    else this.answered(worker, said)
  }

  private answered(worker: ChildProcess, answer: Answer): void {
    if (answer.held > tiredAt) this.replace(worker)
    else this.holdOpen(worker, false)
    this.finish((order) => {
      if ('bytes' in answer) order.resolve(answer.bytes)
      else order.reject(new ExporterError('failed', { cause: answer.failed }))
    })
  }

  private replace(worker: ChildProcess): void {
    this.worker = this.start()
    this.holdOpen(this.worker, false)
    worker.kill('SIGKILL')
  }

  /** Where the system tells it (Linux). A document that makes native code ask for ever more is met before the disk is. */
  private async checkMemory(worker: ChildProcess): Promise<void> {
    const pages = await readFile(`/proc/${worker.pid}/statm`, 'utf8').catch(() => '')
    const held = Number(pages.split(' ')[1] ?? 0) * pageOfMemory
    if (held > this.options.mostMemory && this.worker === worker) this.giveUp('failed', 'worker held too much memory')
  }

  private giveUp(reason: 'timeout' | 'failed' | 'closed', cause: unknown): void {
    const { worker } = this
    this.worker = undefined
    worker?.kill('SIGKILL')
    this.finish((order) => order.reject(new ExporterError(reason, { cause })))
  }

  private finish(settle: (order: Order<Job>) => void): void {
    clearTimeout(this.timer)
    clearInterval(this.watch)
    const { order } = this
    this.order = undefined
    if (order) settle(order)
    this.options.becameFree()
  }
}
