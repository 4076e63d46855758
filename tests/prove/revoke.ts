import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { generate } from '../../server/setup/generate.mjs'
import { artefactRoom, type RoomName } from '../../app/sync/room-name'
import type { LiveProject, Place } from '../support/access/live-project'
import type { Revocation } from '../support/access/revocations'
import { closeRawClients, RawClient, updateSetting } from '../support/sync/raw-client'
import { count, defineProof, type Outcome } from './proof'

const OUT_WITHIN_MS = 2_000
/** Sockets that the one concerned has open, writing on all of them. */
const SOCKETS = 5
const WRITE_EVERY_MS = 10
/** How long they go on trying to write. */
const KEEPS_ON_MS = 500

/**
 * Case A20: each way of taking a right away, while the one concerned writes on five open sockets. All are out, or
 * may only look, within two seconds, and nothing that arrives afterwards is stored.
 */
export const revoke = defineProof({ rounds: count(1) }, async ({ rounds }): Promise<Outcome> => {
  await generate()
  const { liveProject } = await import('../support/access/live-project')
  const { revocations } = await import('../support/access/revocations')
  const project = await liveProject()
  const broken: string[] = []
  let slowest = 0
  let saved = 0
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const revocation of revocations) {
        const found = await tryRevocation(project, revocation)
        slowest = Math.max(slowest, found.milliseconds)
        saved += found.saved
        broken.push(...found.broken.map((sentence) => `${revocation.what}: ${sentence}`))
      }
    }
    const counts = {
      'ways of losing a right': revocations.length,
      sockets: revocations.length * SOCKETS * rounds,
      'edits stored before': saved,
      'ms until the last was out, at most': Math.round(slowest),
      failures: broken.length,
    }
    return { counts, broken }
  } finally {
    closeRawClients()
    await project.close()
  }
})

async function tryRevocation(project: LiveProject, { who, end, everybody, room: roomOf, act }: Revocation) {
  const place = await project.place()
  const room = roomOf?.(place) ?? artefactRoom(place.artefactId)
  const watcher = await new RawClient(project.sync, { room, cookie: place.cookies.facilitator }).sync()
  const sockets = await Promise.all(
    Array.from({ length: SOCKETS }, () => new RawClient(project.sync, { room, cookie: place.cookies[who] }).sync()),
  )
  let written = 0
  let revokedAt = Infinity
  const late = new Set<string>()
  const writing = setInterval(() => {
    sockets.forEach((client, index) => {
      if (client.closed) return
      const key = `${index}-${written}`
      if (performance.now() > revokedAt) late.add(key)
      client.sendUpdate(updateSetting({ [key]: written }))
    })
    written += 1
  }, WRITE_EVERY_MS)
  try {
    await sockets[0]?.until(({ receipts }) => receipts.length > 3, 'the first receipts')
    const started = performance.now()
    await act(project, place)
    // From when the act has been answered, whoever did it may rely on it.
    revokedAt = performance.now()
    const isOut = (client: RawClient) =>
      end === 'read-only'
        ? client.notices.some(({ kind, right }) => kind === 'right' && right !== 'edit') || client.closed !== undefined
        : client.closed !== undefined
    await Promise.all(sockets.map((client) => client.until(isOut, 'the end of a socket')))
    const milliseconds = performance.now() - started
    await new Promise((resolve) => setTimeout(resolve, KEEPS_ON_MS))
    const stored = roomOf ? await keysSeenIn(project, room, place) : await storedKeys(project, place.artefactId)
    const ends = new Set(sockets.map(({ closed }) => (closed ? `${closed.code} ${closed.reason}` : 'open')))
    const lateStored = [...late].filter((key) => stored.has(key)).length
    return {
      milliseconds,
      saved: sockets.reduce((sum, { receipts }) => sum + receipts.filter((receipt) => receipt === 1).length, 0),
      broken: [
        milliseconds < OUT_WITHIN_MS ? '' : `the last was out after ${Math.round(milliseconds)} ms`,
        lateStored === 0 ? '' : `${lateStored} later edits were stored`,
        end === 'read-only' || [...ends].every((found) => found === end) ? '' : `ended with ${[...ends].join(', ')}`,
        watcher.closed && !everybody ? 'somebody else was closed too' : '',
      ].filter((sentence) => sentence !== ''),
    }
  } finally {
    clearInterval(writing)
    closeRawClients()
  }
}

/** What somebody is sent who comes now. */
async function keysSeenIn({ sync }: LiveProject, room: RoomName, { cookies }: Place): Promise<Set<string>> {
  const client = await new RawClient(sync, { room, cookie: cookies.facilitator }).sync()
  return new Set(client.doc().getMap('content').keys())
}

async function storedKeys({ sync }: LiveProject, artefactId: string): Promise<Set<string>> {
  const { state } = await sync.live.capture(artefactId, 'cooperation-model')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, gunzipSync(state))
  return new Set(doc.getMap('content').keys())
}
