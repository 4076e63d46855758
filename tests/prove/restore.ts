import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { checkBackup } from '../../server/backup/check-backup'
import { contentsOf } from '../../server/backup/contents'
import { migrationsDirectory, projectRoot } from '../../server/setup/project-paths'
import { forkServer, killForked, type ForkedServer } from '../support/sync/forked-server'
import { closeRawClients, RawClient } from '../support/sync/raw-client'
import { fillDataDirectory } from '../support/used-data'
import { count, defineProof, type Outcome } from './proof'
import { percentile, SteadyWriters } from './steady-writers'

/** Long enough to tell what receipts take while no backup is made. */
const BEFORE_MS = 3_000

/**
 * Trust cases F21, F22 and F4: a backup is made while many write, and restored into an empty folder, each with its one
 * command. All that was called saved when it began is in it; every version has its hash; and whoever comes back with
 * what is newer is told that this is another history.
 */
export const restore = defineProof(
  { writers: count(50), versions: count(200) },
  async ({ writers, versions }): Promise<Outcome> => {
    const places = ['data', 'fresh', 'backups'].map((name) => mkdtempSync(path.join(tmpdir(), `tahto-prove-${name}-`)))
    const [dataDirectory = '', fresh = '', backupsDirectory = ''] = places
    try {
      fillDataDirectory(dataDirectory, versions)
      const backedUp = await backUpWhileWriting({ dataDirectory, backupsDirectory, writers })
      await run(['server/setup/restore.mjs', backedUp.folder], { DATA_DIR: fresh, BACKUP_DIR: backupsDirectory })
      const looked = await lookAt(fresh, dataDirectory, backedUp)
      return { counts: { ...backedUp.counts, ...looked.counts }, broken: [...backedUp.broken, ...looked.broken] }
    } finally {
      closeRawClients()
      killForked()
      for (const place of places) rmSync(place, { recursive: true, force: true })
    }
  },
)

interface BackedUp extends Outcome {
  folder: string
  /** By room: what was called saved before the backup began. */
  saved: Map<string, string[]>
  /** What each client remembers of the history, as its address says it on coming back. */
  memories: { room: string; query: string }[]
}

async function backUpWhileWriting(given: {
  dataDirectory: string
  backupsDirectory: string
  writers: number
}): Promise<BackedUp> {
  const { dataDirectory, backupsDirectory } = given
  const server = await forkServer({ dataDirectory, limits: { socketsPerParticipant: 1_000, compactRows: 200, beatEvery: 500 } })
  const writing = await SteadyWriters.start(server, given.writers)
  await new Promise((resolve) => setTimeout(resolve, BEFORE_MS))
  const calm = writing.takeWaits()
  await server.told()
  const saved = writing.saved()
  await run(['--import', 'tsx', 'server/backup/backup-command.ts'], { DATA_DIR: dataDirectory, BACKUP_DIR: backupsDirectory })
  const during = writing.takeWaits()
  const { longestStall } = await server.told()
  await writing.stop()
  const memories = writing.memories()
  closeRawClients()
  await stop(server)

  const [name = ''] = readdirSync(backupsDirectory).filter((entry) => entry.endsWith('-by-hand'))
  const folder = path.join(backupsDirectory, name)
  const { rows } = checkBackup(folder, migrationsDirectory)
  return {
    folder,
    saved,
    memories,
    counts: {
      writers: given.writers,
      'edits saved before the backup': [...saved.values()].reduce((sum, keys) => sum + keys.length, 0),
      'edits saved during it': during.length,
      'ms to a receipt, p95, before': percentile(calm, 95).toFixed(1),
      'ms to a receipt, p95, during': percentile(during, 95).toFixed(1),
      'ms that the event loop stood still at most, during': longestStall.toFixed(0),
      'rows in the backup': Object.values(rows).flatMap((tables) => Object.values(tables)).reduce((sum, one) => sum + one, 0),
    },
    broken: during.length === 0 ? ['Nobody wrote while the backup was made: nothing was tried'] : [],
  }
}

async function lookAt(fresh: string, original: string, { saved, memories }: BackedUp): Promise<Outcome> {
  const broken: string[] = []
  const { damaged } = contentsOf(fresh)
  for (const what of [...damaged.documents, ...damaged.versions]) broken.push(`${what} is damaged`)
  const versions = versionHashes(original)
  if (versionHashes(fresh).join() !== versions.join()) broken.push('The versions have other hashes')

  const server = await forkServer({ dataDirectory: fresh, limits: { socketsPerParticipant: 1_000 } })
  const before = await contentOfAll(server, fresh)
  for (const [room, { damaged: isDamaged }] of before) if (isDamaged) broken.push(`${room} does not open whole`)
  const expected = [...saved].flatMap(([room, keys]) => keys.map((key) => ({ room, key })))
  const lost = expected.filter(({ room, key }) => before.get(room)?.content[key] !== key)
  if (lost.length > 0) broken.push(`${lost.length} edits are lost that were saved before the backup began`)

  const returning = await Promise.all(
    memories.map(({ room, query }) => new RawClient(server, { room, query }).until(({ closed }) => closed !== undefined)),
  )
  const told = returning.filter(({ closed, updates }) => closed?.code === 4409 && updates.length === 0)
  if (told.length < returning.length) broken.push(`${returning.length - told.length} were not told of the other history`)
  const after = await contentOfAll(server, fresh)
  const merged = [...before].filter(([room, { content }]) => JSON.stringify(after.get(room)?.content) !== JSON.stringify(content))
  if (merged.length > 0) broken.push(`${merged.length} documents took up something of the other history`)
  closeRawClients()
  await stop(server)
  return {
    counts: {
      'documents opened': before.size,
      'edits lost': lost.length,
      'versions with equal hashes': versions.length,
      'told of the other history (4409)': told.length,
    },
    broken,
  }
}

interface Opened {
  content: Record<string, unknown>
  damaged: boolean
}

async function contentOfAll(server: ForkedServer, dataDirectory: string): Promise<Map<string, Opened>> {
  const opened = new Map<string, Opened>()
  for (const room of column(path.join(dataDirectory, 'collab.db'), 'SELECT name FROM document ORDER BY name')) {
    const client = await new RawClient(server, { room }).sync()
    const doc = client.doc()
    const damaged = doc.store.pendingStructs !== null || client.notices.some(({ kind }) => kind === 'damaged')
    opened.set(room, { content: doc.getMap('content').toJSON(), damaged })
    client.socket.close()
  }
  return opened
}

function versionHashes(dataDirectory: string): string[] {
  return column(path.join(dataDirectory, 'tahto.db'), 'SELECT hash FROM "Version" ORDER BY id')
}

function column(file: string, sql: string): string[] {
  const database = new Sqlite(file, { readonly: true })
  try {
    return database.prepare<[], string>(sql).pluck().all()
  } finally {
    database.close()
  }
}

async function stop(server: ForkedServer): Promise<void> {
  server.process.kill('SIGTERM')
  await server.ended
}

/** As somebody would type it. @throws with what it said, when it does not end well. */
function run(args: string[], environment: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}:\n${said}`))))
  })
}
