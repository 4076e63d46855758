import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import path from 'node:path'
import type { LiveArtefacts, LiveRemarks, LiveWorkshops, Log, Settings } from '../../app/load-context'
import type { MetricFamily } from '../metrics/family'
import type { DocumentStore } from '../persistence/document-store'
import { openSqliteStore } from '../persistence/sqlite'
import { inDataDirectory } from '../setup/data-directory'
import { Attendance } from './attendance'
import type { Authorise } from './authorise'
import { Committer } from './committer'
import { ContentWorkers } from './content-workers'
import { Door } from './door'
import { HttpWay } from './http-way'
import { defaultLimits, type Limits } from './limits'
import { liveArtefacts } from './live-artefacts'
import { liveRemarks } from './live-remarks'
import { liveWorkshops } from './live-workshops'
import { Rights } from './rights'
import { Rooms } from './rooms'
import { Governance } from './rules/governance'
import { RefusalLog } from './refusal-log'
import { standingFigures } from './standing-figures'
import { SyncMeters } from './sync-metrics'
import type { RefusedEdit, SyncServices } from './sync-services'
import { WebSocketWay } from './websocket-way'

/** An orderly stop: how long the disk may take, and how long the browsers may take to hang up. */
const LAST_COMMIT_MS = 1_200
const LAST_WORDS_MS = 1_500

export interface SyncOptions {
  settings: Settings
  log: Log
  /** Where the bundled `log.worker.js` and `content.worker.js` are. */
  workersDirectory: string
  authorise: Authorise
  /** Rules finer than a room's right; without it there are none. */
  rules?: Pick<SyncServices, 'rulesOf' | 'authorsOf' | 'keepAuthors'>
  /** Told of edits that were sent without the right to, and of those made to do harm. */
  audit?: (refused: RefusedEdit) => void
  /** Without it, `collab.db` in the data directory. It is closed with the server. */
  store?: DocumentStore
  limits?: Partial<Limits>
}

export interface SyncHealth {
  /** Edits can be stored. */
  writable: boolean
  rooms: number
  roomBytes: number
  sockets: number
  /** Bytes that are not on disk yet. */
  uncommittedBytes: number
  /** Milliseconds for which the oldest of them has been waiting. */
  oldestUnsaved: number
}

export interface Sync {
  /** Takes the server's upgrades under /sync/. */
  attach(server: Server): void
  /** Middleware: answers requests under /sync/, for those whose network blocks WebSockets. */
  handle(request: IncomingMessage, response: ServerResponse, next: () => void): void
  live: LiveArtefacts
  liveWorkshops: LiveWorkshops
  remarks: LiveRemarks
  health(): SyncHealth
  metrics(): MetricFamily[]
  /** Tells everybody, commits, hangs up: within three seconds. */
  close(): Promise<void>
}

/** The sync server of one process. SPEC.md says what it does. @throws when the edit log cannot be opened. */
export async function createSync(options: SyncOptions): Promise<Sync> {
  const { settings, log, workersDirectory } = options
  const limits = { ...defaultLimits, ...options.limits }
  const file = path.join(settings.dataDirectory, inDataDirectory.editLog)
  const store = options.store ?? (await openSqliteStore({ file, workersDirectory }))
  const metrics = new SyncMeters()
  const committer = new Committer(store, limits, log, metrics, {
    committed: (document, sequence) => rooms.committed(document, sequence),
    failing: () => diskFails(rooms, true),
    recovered: () => diskFails(rooms, false),
  })
  const services: SyncServices = {
    limits,
    log,
    refusals: new RefusalLog(log, metrics),
    store,
    committer,
    metrics,
    workers: new ContentWorkers(workersDirectory, log, metrics),
    authorise: options.authorise,
    audit: options.audit ?? (() => undefined),
    ...(options.rules ?? noRules),
    attendance: new Attendance(),
    told: new Map(),
    members: new Set(),
  }
  const governance = new Governance(workersDirectory, services)
  const rooms = new Rooms(services, (room) => governance.forget(room))
  const rights = new Rights(services)
  const door = new Door(settings, services, rooms, rights, governance)
  const webSockets = new WebSocketWay(door, services)
  const http = new HttpWay(door, services)
  const pinging = setInterval(() => pingAll(services), limits.pingEvery)
  pinging.unref()

  return {
    attach: (server) => webSockets.attach(server),
    handle: http.handle,
    live: liveArtefacts(rooms, rights, services),
    liveWorkshops: liveWorkshops(rooms, rights, governance, services),
    remarks: liveRemarks(rooms, services),
    health: () => ({
      writable: !committer.failing,
      rooms: [...rooms.all()].length,
      roomBytes: rooms.bytes(),
      sockets: services.members.size,
      uncommittedBytes: committer.backlog,
      oldestUnsaved: committer.oldestUnsaved,
    }),
    metrics: () => [...metrics.families(), ...standingFigures(services, rooms)],
    close: async () => {
      door.close()
      rights.close()
      clearInterval(pinging)
      services.refusals.close()
      await hangUp(services)
      committer.stop()
      rooms.close()
      await Promise.all([governance.close(), services.workers.close(), store.close()])
    },
  }
}

const noRules: NonNullable<SyncOptions['rules']> = {
  rulesOf: () => Promise.resolve(null),
  authorsOf: () => Promise.resolve(new Map()),
  keepAuthors: () => undefined,
}

function diskFails(rooms: Rooms, fails: boolean): void {
  for (const room of rooms.all()) room.diskFails(fails)
}

/** SPEC R28: ends what has not been heard from for two pings. */
function pingAll({ members, log, metrics }: SyncServices): void {
  for (const member of members) {
    if (member.isHeld) continue
    if (member.missedPings >= 2) {
      log.info('sync.silent', { room: member.room.name })
      metrics.closed(1006, 'silent')
      member.connection.terminate()
    } else {
      member.missedPings += 1
      member.connection.ping()
    }
  }
}

/** SPEC R29. */
async function hangUp({ members, committer, log }: SyncServices): Promise<void> {
  for (const member of members) {
    member.notify({ kind: 'restarting' })
    member.stopReading()
  }
  const saved = await committer.drained(LAST_COMMIT_MS)
  if (!saved) log.error('sync.unsaved-at-stop', 'The disk did not take the last edits', { bytes: committer.backlog })
  const gone = [...members].map((member) => member.hangUp())
  await Promise.race([Promise.all(gone), new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))])
  for (const member of members) member.connection.terminate()
}
