import * as Y from 'yjs'
import { RawClient, updateSetting } from '../sync/raw-client'
import { failing, timeUntil, withServer, type Fault } from './fault'

const DAY_MS = 86_400_000
const ROOMS = 200
const ROOM_BYTES = 400 * 1024

const clockJumps: Fault = {
  of: 'F9',
  what: 'the clock jumps a day ahead and two days back',
  run: () =>
    withServer({}, async (server) => {
      const writer = await new RawClient(server).sync()
      const watcher = await new RawClient(server, { person: 'Eino' }).sync()
      const doc = new Y.Doc()
      let sent = 0
      for (const off of [0, DAY_MS, -DAY_MS, 3_600_000]) {
        server.setClockOff(off)
        for (let edit = 0; edit < 5; edit += 1) writer.sendUpdate(updateSetting({ last: (sent += 1) }, doc))
        await writer.until(({ receipts }) => receipts.length === sent, 'the receipts')
      }
      await watcher.until(({ updates }) => updates.length > sent, 'the others seeing it')
      const again = await new RawClient(server).sync()
      return {
        figures: { 'edits over the jumps': sent },
        broken: failing({
          'Something was refused': writer.receipts.every((receipt) => receipt === 1),
          'The order is not that in which it was written': again.doc().getMap('content').get('last') === sent,
          'Somebody was closed': writer.closed === undefined && watcher.closed === undefined,
        }),
      }
    }),
}

const manyRooms: Fault = {
  of: 'F23',
  what: `${ROOMS} rooms come and go with 256 MB of heap`,
  run: () =>
    withServer(
      { execArgv: ['--max-old-space-size=256'], limits: { unloadAfter: 500, sweepEvery: 100, socketsPerParticipant: 1_000, bytesPerSecond: 1e9 } },
      async (server) => {
        const visit = async (index: number, write: boolean) => {
          const client = await new RawClient(server, { room: `artefact/idle${1_000 + index}` }).sync()
          if (write) {
            client.sendUpdate(updateSetting({ note: 'x'.repeat(ROOM_BYTES) }))
            await client.until(({ receipts }) => receipts.length === 1, 'the receipt')
          }
          const { size } = client.doc().getMap('content')
          client.socket.close()
          return size
        }
        let found = 0
        for (const write of [true, false]) {
          for (let first = 0; first < ROOMS; first += 20) {
            const sizes = await Promise.all(Array.from({ length: 20 }, (_, index) => visit(first + index, write)))
            if (!write) found += sizes.filter((size) => size === 1).length
          }
        }
        let rooms = ROOMS
        const counting = setInterval(() => void server.told().then(({ health }) => (rooms = health.rooms)), 250)
        const unloaded = await timeUntil(() => rooms === 0, 'the rooms leaving memory').finally(() => clearInterval(counting))
        const { memory } = await server.told()
        return {
          figures: { 'MB of memory at most': Math.round(memory.most / 1e6), 'ms until all had left memory': unloaded },
          broken: failing({ 'Rooms did not come back as they were': found === ROOMS, 'The server has ended': server.process.exitCode === null }),
        }
      },
    ),
}

export const processFaults: readonly Fault[] = [clockJumps, manyRooms]
