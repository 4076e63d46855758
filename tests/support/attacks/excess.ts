import * as Y from 'yjs'
import { flood } from '../sync/flood'
import { frameOf, placesOfOthers } from '../sync/hostile-bytes'
import { RawClient, updateSetting } from '../sync/raw-client'
import { endOf, ROOM, type Attack } from './attack'

const MEGABYTE = 1024 * 1024
const FLOOD_MS = 2_000
/** Sent this often by the watcher while the server is flooded; each must have its receipt within `WITHIN_MS`. */
const EDIT_EVERY_MS = 50
const WITHIN_MS = 2_000

const flooded = (what: string, frames: Uint8Array, reads = true): Attack => ({
  of: 'A11',
  what: `${FLOOD_MS / 1000} s of ${what}, as fast as they are taken`,
  expected: 'others go on',
  unlogged: true,
  run: async (site) => {
    const over = flood(site.server, { person: 'Mallory', room: ROOM, frames, milliseconds: FLOOD_MS, reads })
    let isOver = false
    void over.then(() => (isOver = true))
    let slowest = 0
    const doc = new Y.Doc()
    const worker = await new RawClient(site.server, { room: 'artefact/other001', person: 'Aino' }).sync()
    while (!isOver) {
      const sent = performance.now()
      const before = worker.receipts.length
      worker.sendUpdate(updateSetting({ tick: sent }, doc))
      await worker.until(({ receipts }) => receipts.length > before, 'a receipt beside the flood')
      slowest = Math.max(slowest, performance.now() - sent)
      await new Promise((resolve) => setTimeout(resolve, EDIT_EVERY_MS))
    }
    await over
    worker.socket.terminate()
    return slowest < WITHIN_MS ? 'others go on' : `others waited ${Math.round(slowest)} ms`
  },
})

/** Cases A11 and A12: too much, and lies about oneself. */
export const excessAttacks: readonly Attack[] = [
  {
    of: 'A11',
    what: 'an update of 20 MB',
    expected: 'receipt 0, 4413 too-large',
    run: async ({ server }) => {
      const client = await new RawClient(server, { person: 'Mallory' }).sync()
      client.sendUpdate(updateSetting({ huge: 'x'.repeat(20 * MEGABYTE) }))
      const end = await endOf(client)
      return `receipt ${client.receipts.join(',')}, ${end}`
    },
  },
  {
    of: 'A11',
    what: 'a document filled beyond its cap',
    expected: 'receipts 1,1,1,0 for 7 MB each, document-full',
    run: async ({ server }) => {
      const receipts: number[] = []
      const refusals: unknown[] = []
      for (let part = 0; part < 4; part += 1) {
        const client = await new RawClient(server, { room: 'artefact/full0001' }).sync()
        const before = client.receipts.length
        client.sendUpdate(updateSetting({ [`part ${part}`]: 'x'.repeat(7 * MEGABYTE) }))
        await client.until((one) => one.receipts.length > before, 'the receipt')
        receipts.push(...client.receipts)
        refusals.push(...client.notices.filter(({ kind }) => kind === 'refused').map(({ reason }) => reason))
        client.socket.terminate()
      }
      return `receipts ${receipts.join(',')} for 7 MB each, ${refusals.join(',')}`
    },
  },
  flooded('tiny updates', frameOf(2, new Uint8Array([0, 2, 2, 0, 0]))),
  flooded('pings whose answers nobody reads', frameOf(9, new Uint8Array(125)), false),
  flooded('pongs nobody asked for', frameOf(10, new Uint8Array())),
  flooded('questions what is new, whose answers nobody reads', frameOf(2, new Uint8Array([0, 0, 1, 0])), false),
  flooded('questions who is there', frameOf(2, new Uint8Array([3]))),
  flooded('places of 20,000 others', frameOf(2, placesOfOthers(20_000))),
  {
    of: 'A12',
    what: 'another name, role and colour, with HTML and CSS',
    expected: 'Mallory of Kela, in a colour of the list',
    unlogged: true,
    run: async (site) => {
      const client = await new RawClient(site.server, { person: 'Mallory' }).settled()
      const lie = { name: '<b>Aino</b>', role: 'owner', organisation: '<script>', colour: 'red;background:url(//x)' }
      client.sendState(501, 1, JSON.stringify({ user: lie }))
      await site.watcher.until(({ awareness }) => awareness.get(501)?.state != null, 'the state')
      const user = site.watcher.awareness.get(501)?.state?.user
      client.socket.terminate()
      return shownAs(user)
    },
  },
  {
    of: 'A12',
    what: 'a state of 1 MB, and one for somebody else',
    expected: 'left out',
    unlogged: true,
    run: async (site) => {
      const client = await new RawClient(site.server, { person: 'Mallory' }).settled()
      client.sendState(502, 1, '{}')
      client.sendState(502, 2, JSON.stringify({ x: 'y'.repeat(MEGABYTE) }))
      client.sendState(503, 1, '{"place":"somebody else"}')
      client.sendState(502, 3, '{"place":"the end"}')
      await site.watcher.until(({ awareness }) => awareness.get(502)?.clock === 3, 'the last state')
      const state = site.watcher.awareness.get(502)?.state ?? {}
      client.socket.terminate()
      return 'x' in state || site.watcher.awareness.has(503) ? 'sent on' : 'left out'
    },
  },
]

function shownAs(user: unknown): string {
  const { name, organisation, role, colour } = (user ?? {}) as Record<string, unknown>
  const known = typeof colour === 'string' && /^#[0-9a-f]{6}$/.test(colour) && role === undefined
  return `${String(name)} of ${String(organisation)}, in ${known ? 'a colour of the list' : String(colour)}`
}

