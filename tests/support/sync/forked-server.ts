import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Settings } from '../../../app/load-context'
import type { Limits } from '../../../server/sync/limits'
import { startSync } from './server'
import { testWorkers } from './workers'

/** What the server's process tells the test that started it. */
interface Ready {
  port: number
  dataDirectory: string
}

export interface ForkedServer extends Ready {
  origin: string
  process: ChildProcess
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const forked: ChildProcess[] = []

/** A sync server in a process of its own, to be killed. It knows Aino and Eino. */
export async function forkServer(
  dataDirectory?: string,
  limits: Partial<Limits> = {},
  settings: Partial<Settings> = {},
): Promise<ForkedServer> {
  const workersDirectory = await testWorkers()
  const options: ServeOptions = {
    dataDirectory,
    workersDirectory,
    limits: { updatesPerSecond: 1e6, updateBurst: 1e6, ...limits },
    settings,
  }
  const child = fork(path.join(workersDirectory, 'forked-server.js'), [JSON.stringify(options)], {
    execArgv: ['--enable-source-maps'],
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
  return { ...ready, origin: settings.baseUrl ?? `http://127.0.0.1:${ready.port}`, process: child, ended }
}

/** For `afterEach`. */
export function killForked(): void {
  for (const child of forked.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
}

interface ServeOptions {
  dataDirectory: string | undefined
  workersDirectory: string
  limits: Partial<Limits>
  settings: Partial<Settings>
}

async function serve(options: ServeOptions): Promise<void> {
  const server = await startSync(options)
  for (const name of ['Aino', 'Eino']) server.people.add(name)
  process.on('SIGTERM', () => {
    void server.close().then(() => process.exit(0))
  })
  // Whoever started it has gone.
  process.on('disconnect', () => process.exit(1))
  process.send?.({ port: server.port, dataDirectory: server.dataDirectory } satisfies Ready)
}

const [, script, given] = process.argv
if (process.send && given && script === fileURLToPath(import.meta.url)) {
  await serve(JSON.parse(given) as ServeOptions)
}
