import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { Log } from '../../app/load-context'
import { listBackups, type Keep } from './backup-folder'
import type { BackupAnswer, BackupJob } from './backup-messages'

export interface BackupScheduleOptions {
  dataDirectory: string
  backupsDirectory: string
  /** Milliseconds from one to the next; 0 makes none. */
  every: number
  keep: Keep
  /** Where `backup.worker.js` is. */
  workersDirectory: string
  log: Log
}

/** Since this server started. */
export interface BackupFigures {
  made: number
  failed: number
  /** Seconds since 1970 at which the newest backup was made; 0 when there is none. Of earlier servers too. */
  lastSuccess: number
  lastSeconds: number
  lastBytes: number
  /** The newest one holds something that was damaged already. */
  damaged: boolean
}

export interface BackupSchedule {
  figures(): Readonly<BackupFigures>
  close(): Promise<void>
}

const MINUTE_MS = 60_000
/** People who come back after a restart come first. */
const FIRST_AFTER_MS = MINUTE_MS
/** Or at the next time that is due, when that is sooner. */
const AGAIN_AFTER_FAILURE_MS = 5 * MINUTE_MS
/** A backup that takes longer hangs on something that will not let go. */
const LONGEST_MS = 30 * MINUTE_MS

/** Makes backups while the server runs, each in a process of its own. A failure is logged, and the server goes on. */
export function startBackupSchedule(options: BackupScheduleOptions): BackupSchedule {
  const schedule = new Schedule(options)
  schedule.start()
  return schedule
}

class Schedule implements BackupSchedule {
  private readonly state: BackupFigures = {
    made: 0, failed: 0, lastSuccess: 0, lastSeconds: 0, lastBytes: 0, damaged: false,
  }
  private timer: NodeJS.Timeout | undefined
  private worker: ChildProcess | undefined
  private closed = false

  constructor(private readonly options: BackupScheduleOptions) {}

  figures(): Readonly<BackupFigures> {
    return this.state
  }

  start(): void {
    const { backupsDirectory, every } = this.options
    const newest = listBackups(backupsDirectory)[0]
    const madeAt = newest ? Date.parse(newest.manifest.madeAt) : 0
    this.state.lastSuccess = madeAt / 1000
    if (every > 0) this.next(Math.min(every, Math.max(FIRST_AFTER_MS, madeAt + every - Date.now())))
  }

  async close(): Promise<void> {
    this.closed = true
    clearTimeout(this.timer)
    const { worker } = this
    if (!worker) return
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    worker.kill('SIGKILL')
    await ended
  }

  private next(milliseconds: number): void {
    this.timer = setTimeout(() => void this.run(), milliseconds)
    this.timer.unref()
  }

  private async run(): Promise<void> {
    const started = performance.now()
    const answer = await this.make()
    if (this.closed) return
    const { every } = this.options
    if (answer.ok) this.succeeded(answer, (performance.now() - started) / 1000)
    else {
      this.state.failed += 1
      this.options.log.error('backup.failed', answer.message, { failures: this.state.failed })
    }
    this.next(answer.ok ? every : Math.min(every, AGAIN_AFTER_FAILURE_MS))
  }

  private succeeded({ name, bytes, damaged, removed }: Extract<BackupAnswer, { ok: true }>, seconds: number): void {
    const { state } = this
    state.made += 1
    state.lastSuccess = Date.now() / 1000
    state.lastSeconds = seconds
    state.lastBytes = bytes
    state.damaged = damaged
    this.options.log.info('backup.made', { name, bytes, removed, milliseconds: Math.round(seconds * 1000) })
    if (damaged) {
      const { log } = this.options
      log.error('backup.holds-damage', 'Something stored was damaged before it was copied: see its manifest', { name })
    }
  }

  private make(): Promise<BackupAnswer> {
    const { dataDirectory, backupsDirectory, keep, workersDirectory } = this.options
    return new Promise((resolve) => {
      const worker = fork(path.join(workersDirectory, 'backup.worker.js'), [], {
        // No secret of the server's: what a backup needs is in the job.
        env: { PATH: process.env.PATH, NODE_PATH: process.env.NODE_PATH, TMPDIR: process.env.TMPDIR },
        execArgv: [],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
      this.worker = worker
      const limit = setTimeout(() => worker.kill('SIGKILL'), LONGEST_MS)
      let answer: BackupAnswer | undefined
      worker.on('message', (message) => {
        answer = message as BackupAnswer
      })
      // A process that never began tells nothing else.
      worker.on('error', (error) => resolve(answer ?? { ok: false, message: error.message }))
      worker.once('close', (code, signal) => {
        clearTimeout(limit)
        this.worker = undefined
        resolve(answer ?? { ok: false, message: `The backup's process ended with ${signal ?? code}` })
      })
      worker.send({ dataDirectory, backupsDirectory, keep, reason: 'automatic' } satisfies BackupJob)
    })
  }
}
