import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Settings } from '../../../app/load-context'
import type { Authorise } from '../../../app/sync/admission'
import { createHttpServer } from '../../../server/http/http-server'
import type { DocumentStore } from '../../../server/persistence/document-store'
import type { Limits } from '../../../server/sync/limits'
import { createSync, type Sync, type SyncOptions } from '../../../server/sync/sync'
import type { RefusedEdit } from '../../../server/sync/sync-services'
import { People } from './people'
import { testWorkers, type WorkerKinds } from './workers'

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  event: string
  fields: Record<string, unknown>
}

export interface SyncServer extends Sync {
  origin: string
  port: number
  dataDirectory: string
  people: People
  log: LogLine[]
  audit: RefusedEdit[]
}

export interface SyncServerOptions {
  limits?: Partial<Limits>
  settings?: Partial<Settings>
  store?: DocumentStore
  /** Of an earlier server, to go on with what it stored. */
  dataDirectory?: string
  people?: People
  /** Rules finer than a room. */
  rules?: SyncOptions['rules']
  /** In place of `people`. */
  authorise?: Authorise
  /** Told besides the list of the server. */
  audit?: (refused: RefusedEdit) => void
  kinds?: WorkerKinds
  /** Where the workers are, when they have been made already. */
  workersDirectory?: string
  port?: number
}

const open: (() => Promise<void>)[] = []

/** A real sync server on a free port of this machine, over a fresh data directory. */
export async function startSync(options: SyncServerOptions = {}): Promise<SyncServer> {
  const dataDirectory = options.dataDirectory ?? mkdtempSync(path.join(tmpdir(), 'tahto-sync-'))
  const http = createHttpServer()
  const people = options.people ?? new People()
  const log: LogLine[] = []
  const audit: RefusedEdit[] = []
  const settings: Settings = {
    production: true,
    host: '127.0.0.1',
    port: 0,
    dataDirectory,
    baseUrl: '',
    sessionSecret: 'a secret only for tests, long enough',
    trustedProxies: 0,
    ...options.settings,
  }
  const sync = await createSync({
    settings,
    log: {
      info: (event, fields = {}) => log.push({ level: 'info', event, fields }),
      warn: (event, fields = {}) => log.push({ level: 'warn', event, fields }),
      error: (event, cause, fields = {}) => log.push({ level: 'error', event, fields: { ...fields, cause } }),
    },
    workersDirectory: options.workersDirectory ?? (await testWorkers(options.kinds)),
    authorise: options.authorise ?? people.authorise,
    audit: (refused) => {
      audit.push(refused)
      options.audit?.(refused)
    },
    rules: options.rules,
    store: options.store,
    limits: options.limits,
  })
  sync.attach(http)
  http.on('request', (request, response) => sync.handle(request, response, () => response.writeHead(404).end()))
  // Last: who comes to a server that does not take upgrades yet is left hanging.
  await new Promise<void>((resolve) => http.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  settings.baseUrl ||= origin
  let closed: Promise<void> | undefined
  const close = () => {
    closed ??= (async () => {
      // First: who polls fetches the last words through a connection of its own.
      await sync.close()
      const stopped = new Promise((resolve) => http.close(resolve))
      http.closeAllConnections()
      await stopped
    })()
    return closed
  }
  open.push(async () => {
    await close()
    rmSync(dataDirectory, { recursive: true, force: true })
  })
  return { ...sync, origin, port, dataDirectory, people, log, audit, close }
}

/** For `afterEach`: ends every server that is still there, and what it stored. */
export async function stopAll(): Promise<void> {
  for (const stop of open.splice(0)) await stop()
}
