import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import type { Settings } from '../../../app/load-context'
import type { Limits } from '../../../server/sync/limits'
import { z } from 'zod'
import type { RoomIdentity } from '../../../app/sync/admission'
import type { SyncHealth } from '../../../server/sync/sync'
import type { RefusedEdit } from '../../../server/sync/sync-services'
import type { TestPerson } from './people'
import { startSync, type LogLine, type SyncServerOptions } from './server'
import { testWorkers } from './workers'

/** What the server's process tells the test that started it. */
interface Ready {
  port: number
  dataDirectory: string
}

/** What the server's process has written down since it started. */
export interface Told {
  log: LogLine[]
  audit: RefusedEdit[]
  health: SyncHealth
  /** Bytes: the resident set, now and at its largest. */
  memory: { now: number; most: number }
  /** The longest that its event loop stood still since it was asked last, in ms. */
  longestStall: number
}

export interface ForkedServer extends Ready {
  origin: string
  process: ChildProcess
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  told(): Promise<Told>
  /** Sets the clock of the server's process off by so many ms, from now on. */
  setClockOff(milliseconds: number): void
}

export interface ForkOptions {
  /** Of an earlier server, to go on with what it stored. */
  dataDirectory?: string
  /** Rates are lifted unless they are named. */
  limits?: Partial<Limits>
  settings?: Partial<Settings>
  /** Whom it knows; Aino and Eino, who may edit everything, when left out. */
  people?: Record<string, Partial<Omit<TestPerson, 'identity'>> & { identity?: Partial<RoomIdentity> }>
  port?: number
  /** For Node itself. */
  execArgv?: string[]
}

const forked: ChildProcess[] = []

/** A sync server in a process of its own, to be killed. */
export async function forkServer(options: ForkOptions = {}): Promise<ForkedServer> {
  const { limits, settings = {}, people = { Aino: {}, Eino: {} }, dataDirectory, port } = options
  const workersDirectory = await testWorkers()
  const given: ServeOptions = {
    dataDirectory,
    port,
    workersDirectory,
    limits: { updatesPerSecond: 1e6, updateBurst: 1e6, messagesPerSecond: 1e6, messageBurst: 1e6, ...limits },
    settings,
    people,
  }
  const child = fork(path.join(workersDirectory, 'forked-server.js'), [JSON.stringify(given)], {
    execArgv: ['--enable-source-maps', ...(options.execArgv ?? [])],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  forked.push(child)
  const ended = new Promise<Awaited<ForkedServer['ended']>>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  )
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Ready))
    child.once('exit', () => reject(new Error('The server ended before it was ready')))
  })
  const told = () =>
    new Promise<Told>((resolve, reject) => {
      const onExit = () => reject(new Error('The server has ended'))
      child.once('exit', onExit)
      child.once('message', (message) => {
        child.off('exit', onExit)
        resolve(message as Told)
      })
      child.send('tell')
    })
  const setClockOff = (milliseconds: number) => void child.send({ clockOff: milliseconds })
  return { ...ready, origin: settings.baseUrl ?? `http://127.0.0.1:${ready.port}`, process: child, ended, told, setClockOff }
}

/** For `afterEach`. */
export function killForked(): void {
  for (const child of forked.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
}

interface ServeOptions extends Pick<SyncServerOptions, 'dataDirectory' | 'port' | 'limits' | 'settings'> {
  workersDirectory: string
  people: NonNullable<ForkOptions['people']>
}

async function serve({ people, ...options }: ServeOptions): Promise<void> {
  const server = await startSync(options)
  for (const [name, person] of Object.entries(people)) server.people.add(name, person)
  process.on('SIGTERM', () => {
    void server.close().then(() => process.exit(0))
  })
  // Whoever started it has gone.
  process.on('disconnect', () => process.exit(1))
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  const clock = Date.now
  // A file that may grow no further then fails to be written instead of ending the process.
  process.on('SIGXFSZ', () => undefined)
  process.on('message', (message) => {
    const wish = z.object({ clockOff: z.number() }).safeParse(message)
    if (wish.success) {
      Date.now = () => clock() + wish.data.clockOff
      return
    }
    const { log, audit } = server
    const most = process.resourceUsage().maxRSS * 1024
    const told: Told = { log, audit, health: server.health(), memory: { now: process.memoryUsage.rss(), most }, longestStall: loop.max / 1e6 }
    loop.reset()
    process.send?.(told)
  })
  process.send?.({ port: server.port, dataDirectory: server.dataDirectory } satisfies Ready)
}

const [, script, given] = process.argv
if (process.send && given && script === fileURLToPath(import.meta.url)) {
  await serve(JSON.parse(given) as ServeOptions)
}
