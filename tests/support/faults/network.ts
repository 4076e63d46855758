import * as Y from 'yjs'
import { contentRoot } from '../../../app/document/layout'
import { figuresOf } from '../../bench/figures'
import { RawClient, updateSetting } from '../sync/raw-client'
import { stockClient } from '../sync/stock-client'
import { TcpProxy } from '../tcp-proxy'
import { failing, timeUntil, withServer, type Fault } from './fault'

const KILOBYTE = 1024
const STALLED = 4
const OTHERS = 46
const PRESENCE_GONE_MS = 40_000

const slowReaders: Fault = {
  of: 'F10',
  what: `${STALLED} readers of 1 kB/s among ${STALLED + OTHERS}`,
  run: () =>
    withServer({ limits: { bytesPerSecond: 1e9, socketsPerParticipant: 100 } }, async (server) => {
      const proxy = await TcpProxy.open(server.port)
      const writer = await new RawClient(server).sync()
      const others = await Promise.all(Array.from({ length: OTHERS - 1 }, () => new RawClient(server).sync()))
      const slow = await Promise.all(
        Array.from({ length: STALLED }, () => new RawClient({ origin: server.origin, port: proxy.port }, { person: 'Eino' }).sync()),
      )
      proxy.change({ bytesPerSecond: KILOBYTE })
      const doc = new Y.Doc()
      const times: number[] = []
      let megabytes = 0
      const cutOff = async () =>
        (await server.told()).log.filter(({ event, fields }) => event === 'sync.closed' && fields.code === 4513).length
      // What the sockets' own buffers on both ends take comes first: up to 10 MB each on Linux.
      while (megabytes < 40 && (await cutOff()) < STALLED) {
        const sentAt = performance.now()
        const seen = others.map(({ heard }) => heard.length)
        writer.sendUpdate(updateSetting({ note: 'x'.repeat(100 * KILOBYTE) }, doc))
        await timeUntil(() => others.every(({ heard }, index) => heard.length > (seen[index] ?? 0)), 'the others seeing it')
        times.push(performance.now() - sentAt)
        megabytes += 0.1
        // Kept, they would be gigabytes.
        for (const client of others) client.updates.length = 0
      }
      const cut = await cutOff()
      const { memory } = await server.told()
      for (const { socket } of [writer, ...others, ...slow]) socket.terminate()
      proxy.close()
      const { p95 } = figuresOf(times)
      return {
        figures: { 'cut off': `${cut} of ${STALLED}`, 'ms to the others, p95': Math.round(p95), 'MB of memory': Math.round(memory.most / 1e6) },
        broken: failing({
          'Not all of them were cut off': cut === STALLED,
          'The others had to wait': p95 < 300,
          'Others were closed too': others.every(({ closed }) => closed === undefined),
        }),
      }
    }),
}

/** In the handshake, in the first frames' headers and bodies, around the sizes at which a frame's header grows, late. */
const CUTS = [1, 20, 128, 129, 130, 131, 133, 140, 180, 250, 300, 400, 700, 1_500, 5_000, 20_000, 66_000, 70_000, 90_000]

const cutInSync: Fault = {
  of: 'F11',
  what: `a first sync is cut at ${CUTS.length} places`,
  run: () =>
    withServer({ limits: { socketsPerParticipant: 100, compactRows: 10 } }, async (server) => {
      const source = new Y.Doc()
      const writer = await new RawClient(server).sync()
      for (let note = 0; note < 20; note += 1) {
        writer.sendUpdate(updateSetting({ [`note ${note}`]: 'x'.repeat(note * 500) }, source))
      }
      await writer.until(({ receipts }) => receipts.length === 20, 'the receipts')
      const early: number[] = []
      await Promise.all(
        CUTS.map(async (cut) => {
          const proxy = await TcpProxy.open(server.port)
          proxy.change({ cutAfterBytes: cut })
          const client = stockClient({ origin: server.origin, port: proxy.port })
          client.provider.on('sync', (synced) => {
            if (synced && client.content.size < 20) early.push(cut)
          })
          await timeUntil(() => client.closes.length > 0 || client.provider.synced, 'the cut')
          proxy.mend()
          await timeUntil(() => client.provider.synced && same(client.doc, source), 'being in step after the cut')
          client.close()
          proxy.close()
        }),
      )
      return {
        figures: { cuts: CUTS.length },
        broken: failing({ [`A part was taken for the whole, cut at ${early.join(', ')}`]: early.length === 0 }),
      }
    }),
}

function same(one: Y.Doc, other: Y.Doc): boolean {
  return JSON.stringify(contentRoot(one).toJSON()) === JSON.stringify(contentRoot(other).toJSON())
}

const halfOpen: Fault = {
  of: 'F12',
  what: 'a connection goes dead without a word',
  run: () =>
    withServer({}, async (server) => {
      const proxy = await TcpProxy.open(server.port)
      const watcher = await new RawClient(server).sync()
      const dead = await new RawClient({ origin: server.origin, port: proxy.port }, { person: 'Eino' }).sync()
      dead.sendState(7, 1, '{"place":"here"}')
      await watcher.until(({ awareness }) => awareness.has(7), 'the presence')
      proxy.freeze()
      const gone = await timeUntil(() => watcher.awareness.get(7)?.state === null, 'the presence being gone', 60_000)
      const { health } = await server.told()
      proxy.close()
      return {
        figures: { 'ms until its presence was gone': gone },
        broken: failing({
          'Its presence stayed too long': gone < PRESENCE_GONE_MS,
          'Its socket is still counted': health.sockets === 1,
        }),
      }
    }),
}

export const networkFaults: readonly Fault[] = [slowReaders, cutInSync, halfOpen]
