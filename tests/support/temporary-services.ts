import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { KindId } from '../../app/artefacts/registry'
import type { LiveArtefacts, RightsChange, Services, Settings } from '../../app/load-context'
import { openDatabase } from '../../prisma/client.server'
import { migrate } from '../../server/setup/migrate'
import { migrationsDirectory } from '../../server/setup/project-paths'
import { rememberedRemarks } from './remembered-remarks'
import { rememberedWorkshops, type RememberedWorkshops } from './remembered-workshops'

/** A server's services over a fresh database of their own, with a clock that stands until it is moved. */
export interface TemporaryServices extends Services {
  /** What the live rooms were told, in order. */
  rightsChanges: RightsChange[]
  /** What the live rooms hold: content by artefact id. */
  rooms: Map<string, { kind: KindId; content: unknown; sequence: number }>
  /** The rooms around workshops, and what they were told. */
  liveWorkshops: RememberedWorkshops
  /** Lets time pass. */
  pass(milliseconds: number): void
  /** Puts the clock on the wall forward, or back, while no time passes. */
  setClock(milliseconds: number): void
  close(): Promise<void>
}

export async function temporaryServices(settings: Partial<Settings> = {}): Promise<TemporaryServices> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'tahto-test-'))
  const databaseFile = path.join(dataDirectory, 'tahto.db')
  writeFileSync(databaseFile, migratedDatabase())
  const database = await openDatabase(databaseFile)
  const rightsChanges: RightsChange[] = []
  const rooms: TemporaryServices['rooms'] = new Map()
  let time = Date.parse('2026-11-18T09:00:00+02:00')
  let elapsed = 0
  return {
    settings: {
      production: false,
      host: '127.0.0.1',
      port: 3000,
      dataDirectory,
      baseUrl: 'http://localhost:3000',
      sessionSecret: 'a secret only for tests, long enough',
      trustedProxies: 0,
      ...settings,
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    database: database.client,
    live: rememberedRooms(rooms, rightsChanges),
    liveWorkshops: rememberedWorkshops(),
    remarks: rememberedRemarks(),
    exporter: {
      render: () => Promise.reject(new Error('No exports in this test')),
      redline: () => Promise.reject(new Error('No exports in this test')),
      picture: () => Promise.reject(new Error('No pictures in this test')),
    },
    importer: { docx: () => Promise.reject(new Error('No imports in this test')) },
    packager: { make: () => Promise.reject(new Error('No packages in this test')) },
    now: () => time,
    elapsed: () => elapsed,
    rightsChanges,
    rooms,
    pass: (milliseconds) => {
      time += milliseconds
      elapsed += milliseconds
    },
    setClock: (milliseconds) => {
      time += milliseconds
    },
    close: async () => {
      await database.close()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

let migrated: Buffer | undefined

/** A fresh database's bytes: migrated once a test file, copied for each test. */
function migratedDatabase(): Buffer {
  if (migrated) return migrated
  const directory = mkdtempSync(path.join(tmpdir(), 'tahto-migrated-'))
  const databaseFile = path.join(directory, 'tahto.db')
  migrate({ databaseFile, migrationsDirectory, backupsDirectory: path.join(directory, 'backups') })
  migrated = readFileSync(databaseFile)
  rmSync(directory, { recursive: true, force: true })
  return migrated
}

function rememberedRooms(rooms: TemporaryServices['rooms'], rightsChanges: RightsChange[]): LiveArtefacts {
  const roomOf = (artefactId: string) => {
    const room = rooms.get(artefactId)
    if (!room) throw new Error('This room holds nothing')
    return room
  }
  return {
    async create(artefactId, kind, content) {
      if (rooms.has(artefactId)) throw new Error('This room holds something already')
      rooms.set(artefactId, { kind, content, sequence: 1 })
    },
    async read(artefactId) {
      const { content, sequence } = roomOf(artefactId)
      return { content, sequence }
    },
    async capture(artefactId) {
      const { content, sequence } = roomOf(artefactId)
      return { content, sequence, state: new Uint8Array() }
    },
    async restore(artefactId, kind, content) {
      rooms.set(artefactId, { kind, content, sequence: roomOf(artefactId).sequence + 1 })
    },
    async rightsChanged(change) {
      rightsChanges.push(change)
    },
    pageChanged: () => undefined,
    examineCopy: () => Promise.reject(new Error('No copies in this test')),
    quotePassages: (_artefactId, _kind, anchors) => Promise.resolve(anchors.map((anchor) => ({ ...anchor, nth: 0 }))),
    previewMerge: () => Promise.reject(new Error('No copies in this test')),
    mergeCopy: () => Promise.reject(new Error('No copies in this test')),
    attendance: () => ({ kind: 'absent' }),
    people: () => [],
  }
}
