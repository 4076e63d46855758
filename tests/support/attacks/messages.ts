import * as Y from 'yjs'
import {
  brokenFrames,
  cutUpdates,
  deletionOfNothing,
  largeCutUpdate,
  poisonedUpdates,
  randomMessages,
  unreadableMessages,
  updateOnItself,
} from '../sync/hostile-bytes'
import { RawClient, updateSetting, type WayIn } from '../sync/raw-client'
import { bareSocket } from '../sync/upgrade'
import { endOf, together, type Attack, type Site } from './attack'

const enter = (way: WayIn, { server }: Site, person = 'Mallory') => new RawClient(server, { way, person }).sync()

/** What becomes of one update: receipts and how the connection ended. */
async function offer(way: WayIn, site: Site, update: Uint8Array, person?: string): Promise<string> {
  const client = await enter(way, site, person)
  client.sendUpdate(update)
  const end = await endOf(client)
  return `receipt ${client.receipts.join(',')}, ${end}`
}

/** Case A1: below the messages. */
export const frameAttacks: readonly Attack[] = [
  ...brokenFrames.map(
    ({ what, frame, code }): Attack => ({
      of: 'A1',
      what: `a frame ${what}`,
      expected: String(code),
      run: async ({ server }) => {
        const { socket, closeCode } = await bareSocket(server, 'Mallory')
        socket.write(frame)
        return String(await closeCode())
      },
    }),
  ),
]

/** Cases A2 and A8–A10: what is sent once one is in, by whichever way. */
export const messageAttacks = (way: WayIn): readonly Attack[] => [
  ...unreadableMessages.map(
    ({ what, message }): Attack => ({
      of: 'A2',
      what: `ten times ${what}`,
      expected: '4400 malformed',
      run: async (site) => {
        const client = await enter(way, site)
        for (let time = 0; time < 10; time += 1) client.socket.send(message)
        return endOf(client)
      },
    }),
  ),
  {
    of: 'A2',
    what: '500 random messages on 50 sockets',
    expected: 'no receipt 1',
    unlogged: true,
    run: async (site) => {
      const messages = randomMessages(500)
      let saved = 0
      for (let sender = 0; sender < 50; sender += 1) {
        const client = await enter(way, site)
        for (const message of messages.slice(sender * 10, sender * 10 + 10)) client.sendBytes(message)
        client.socket.close()
        await endOf(client)
        saved += client.receipts.filter((receipt) => receipt === 1).length
      }
      return saved === 0 ? 'no receipt 1' : `${saved} receipts 1`
    },
  },
  {
    of: 'A8',
    what: "content in a workshop's room, which has none",
    expected: 'receipt 0, 4403 read-only',
    audited: 1,
    run: async ({ server }) => {
      const client = await new RawClient(server, { way, person: 'Mallory', room: 'workshop/workshop1' }).sync()
      client.sendUpdate(updateSetting({ content: 'is not for here' }))
      const end = await endOf(client)
      return `receipt ${client.receipts.join(',')}, ${end}`
    },
  },
  {
    of: 'A8',
    what: 'an edit of one who may only look',
    expected: 'receipt 0, 4403 read-only',
    audited: 1,
    run: (site) => offer(way, site, updateSetting({ viewer: 'was here' }), 'Viewer'),
  },
  {
    of: 'A9',
    what: `an update cut at each of its ${cutUpdates().length} bytes`,
    expected: 'receipt 0, 4400 malformed',
    audited: cutUpdates().length,
    run: async (site) => {
      const answers: string[] = []
      for (const update of cutUpdates()) answers.push(await offer(way, site, update))
      return together(answers)
    },
  },
  {
    of: 'A9',
    what: 'an update of 40 kB without its last byte, which a worker looks into',
    expected: 'receipt 0, 4400 malformed',
    audited: 1,
    run: (site) => offer(way, site, largeCutUpdate()),
  },
  {
    of: 'A9',
    what: 'an update that stands on itself',
    expected: 'receipt 0, 4400 malformed',
    audited: 1,
    run: (site) => offer(way, site, updateOnItself()),
  },
  {
    of: 'A9',
    what: 'a deletion of what nobody wrote, and answers with gaps',
    expected: 'receipt 0,0,0,0, 4400 malformed',
    run: async (site) => {
      const doc = new Y.Doc()
      updateSetting({ lost: 1 }, doc)
      const gap = updateSetting({ next: 2 }, doc)
      const client = await enter(way, site)
      client.sendUpdate(deletionOfNothing())
      for (let time = 0; time < 3; time += 1) client.sendAnswer(gap)
      const end = await endOf(client)
      return `receipt ${client.receipts.join(',')}, ${end}`
    },
  },
  ...poisonedUpdates().map(
    ({ what, update }): Attack => ({
      of: 'A10',
      what,
      expected: 'receipt 0, 4400 malformed',
      audited: 1,
      run: (site) => offer(way, site, update),
    }),
  ),
]
