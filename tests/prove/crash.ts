import { rmSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import * as Y from 'yjs'
import { forkServer, killForked, type ForkedServer } from '../support/sync/forked-server'
import { closeRawClients, RawClient, updateSetting } from '../support/sync/raw-client'
import { count, defineProof, type Outcome } from './proof'

const WRITERS = 10
/** Within this many milliseconds of the first receipt the server is killed. */
const KILLED_WITHIN = 120
/** Edits that everybody sends every other millisecond; more than 10 people ever type. */
const WRITE_EVERY = 2
const ROOMS = ['artefact/crash001', 'artefact/crash002', 'artefact/crash003']

/** Compaction runs the whole time, so that it is killed in the middle too. */
const limits = { compactRows: 50, compactEvery: 0 }

/**
 * Trust case F1: the server is killed at a random moment while ten people write in three documents, again and again
 * over the same data. Every edit that had a receipt must be there after each restart.
 */
export const crash = defineProof({ rounds: count(20) }, async ({ rounds }): Promise<Outcome> => {
  const saved = new Map<string, Set<string>>(ROOMS.map((room) => [room, new Set<string>()]))
  const broken: string[] = []
  let sent = 0
  let server = await forkServer({ limits })
  const { dataDirectory } = server
  try {
    for (let round = 0; round < rounds; round += 1) {
      sent += await writeUntilKilled(server, round, saved)
      server = await forkServer({ dataDirectory, limits })
      broken.push(...(await missing(server, saved)).map((what) => `After kill ${round + 1}: ${what}`))
      if (broken.length > 0) break
    }
    const integrity = integrityOf(dataDirectory)
    if (integrity !== 'ok') broken.push(`integrity_check says ${integrity}`)
    const called = [...saved.values()].reduce((sum, keys) => sum + keys.size, 0)
    if (called === 0) broken.push('No edit was ever called saved: nothing was tried')
    const lost = broken.length
    return { counts: { kills: rounds, writers: WRITERS, 'edits sent': sent, 'edits called saved': called, lost }, broken }
  } finally {
    closeRawClients()
    killForked()
    await server.ended
    rmSync(dataDirectory, { recursive: true, force: true })
  }
})

interface Writer {
  client: RawClient
  room: string
  doc: Y.Doc
  sent: string[]
}

/** Returns how many edits were sent, and adds those with a receipt to `saved`. */
async function writeUntilKilled(server: ForkedServer, round: number, saved: Map<string, Set<string>>): Promise<number> {
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, async (_, index): Promise<Writer> => {
      const room = ROOMS[index % ROOMS.length] ?? ROOMS[0] ?? ''
      const client = await new RawClient(server, { room, person: index % 2 ? 'Aino' : 'Eino' }).sync()
      return { client, room, doc: new Y.Doc(), sent: [] }
    }),
  )
  const writing = setInterval(() => {
    writers.forEach(({ client, doc, sent }, index) => {
      const key = `${round}-${index}-${sent.length}`
      sent.push(key)
      client.sendUpdate(updateSetting({ [key]: key }, doc))
    })
  }, WRITE_EVERY)
  try {
    await writers[0]?.client.until(({ receipts }) => receipts.length > 0, 'the first receipt')
    await new Promise((resolve) => setTimeout(resolve, Math.random() * KILLED_WITHIN))
    server.process.kill('SIGKILL')
    await server.ended
  } finally {
    clearInterval(writing)
  }
  // What had left the server before it died still arrives.
  await Promise.all(writers.map(({ client }) => client.until(({ closed }) => closed !== undefined, 'the end of a socket')))
  for (const { client, room, sent } of writers) {
    client.receipts.forEach((receipt, index) => {
      const key = sent[index]
      if (receipt === 1 && key !== undefined) saved.get(room)?.add(key)
    })
  }
  closeRawClients()
  return writers.reduce((sum, { sent }) => sum + sent.length, 0)
}

async function missing(server: ForkedServer, saved: Map<string, Set<string>>): Promise<string[]> {
  const found = await Promise.all(
    [...saved].map(async ([room, keys]) => {
      const reader = await new RawClient(server, { room }).sync()
      const doc = reader.doc()
      const content = doc.getMap('content')
      const lost = [...keys].filter((key) => content.get(key) !== key).map((key) => `edit ${key} of ${room} is lost`)
      if (doc.store.pendingStructs) lost.push(`${room} has a gap`)
      if (reader.notices.some(({ kind }) => kind === 'damaged')) lost.push(`${room} is damaged`)
      return lost
    }),
  )
  return found.flat()
}

function integrityOf(dataDirectory: string): unknown {
  const database = new Sqlite(path.join(dataDirectory, 'collab.db'), { readonly: true })
  try {
    return database.pragma('integrity_check', { simple: true })
  } finally {
    database.close()
  }
}
