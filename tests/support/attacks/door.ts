import { connect } from 'node:net'
import { oddRoomPaths } from '../sync/hostile-bytes'
import { RawClient, type RawClientOptions, type WayIn } from '../sync/raw-client'
import { statusOf, type UpgradeServer } from '../sync/upgrade'
import { endOf, OTHER_ROOM, ROOM, together, type Attack, type Site } from './attack'

const knock = (options: RawClientOptions) => async ({ server }: Site) => endOf(new RawClient(server, options))

const manySockets = (count: number, address: string) => ({ server }: Site) =>
  Promise.all(Array.from({ length: count }, () => new RawClient(server, { person: 'Guest', address }).settled()))

/** Cases A3 and A4: who comes, by whichever way. */
export const callerAttacks = (way: WayIn): readonly Attack[] => [
  { of: 'A3', what: 'a foreign Origin', expected: 'http 403', run: knock({ way,  origin: 'https://evil.example' }) },
  { of: 'A3', what: 'an opaque Origin', expected: 'http 403', run: knock({ way,  origin: 'null' }) },
  { of: 'A3', what: 'no Origin', expected: 'http 403', run: knock({ way,  origin: null }) },
  {
    of: 'A4',
    what: 'no session, in a room that is there and one that is not',
    expected: '4401 signed-out',
    run: async (site) =>
      together(await Promise.all([ROOM, 'artefact/nothere1'].map((room) => knock({ way,  person: 'nobody', room })(site)))),
  },
  {
    of: 'A4',
    what: "somebody's draft, and one that is not there",
    expected: 'http 404',
    run: async (site) =>
      together(
        await Promise.all(
          ['draft/step0001/user-aino', 'draft/nothere1/user-aino'].map((room) => knock({ way, person: 'Mallory', room })(site)),
        ),
      ),
  },
  { of: 'A4', what: 'a session that has ended', expected: '4401 signed-out', run: knock({ way,  person: 'Expired' }) },
  {
    of: 'A4',
    what: "another room's session, to a room that is there and one that is not",
    expected: 'http 404',
    run: async (site) =>
      together(
        await Promise.all([OTHER_ROOM, 'artefact/nothere1'].map((room) => knock({ way,  person: 'Mallory', room })(site))),
      ),
  },
]

/** Cases A5–A7: what is asked for at the door, and how often. */
export const doorAttacks: readonly Attack[] = [
  {
    of: 'A5',
    what: `${oddRoomPaths.length} odd names of rooms`,
    expected: '404',
    run: async ({ server }) => together(await Promise.all(oddRoomPaths.map(async (path) => String(await statusOf(server, path))))),
  },
  {
    of: 'A6',
    what: 'fifty sockets of one guest',
    expected: '20 in, 30 × 4429 too-many',
    run: async (site) => {
      const crowd = await manySockets(50, '192.0.2.50')(site)
      const closed = () => crowd.filter(({ closed: end }) => end !== undefined)
      await crowd[0]?.until(() => closed().length >= 30, 'the end of thirty')
      const answer = together(closed().map(({ closed: end }) => `${end?.code} ${end?.reason}`))
      const inside = crowd.length - closed().length
      for (const { socket } of crowd) socket.terminate()
      return `${inside} in, ${closed().length} × ${answer}`
    },
  },
  {
    of: 'A6',
    what: 'a thousand sockets of one address',
    expected: '20 in, the others http 429 or 4429',
    run: async (site) => {
      const crowd = await manySockets(1_000, '192.0.2.60')(site)
      const inside = () => crowd.filter(({ status, closed }) => status === undefined && closed === undefined).length
      await crowd[0]?.until(() => inside() <= 20, 'the end of all but twenty')
      // How many knocks pass depends on how long a thousand take: 600, and 50 a second.
      const refused = crowd.filter(({ status }) => status === 429).length
      const ends = together(crowd.flatMap(({ closed }) => (closed ? [String(closed.code)] : [])))
      const answer = `${inside()} in, the others ${refused > 0 ? 'http 429' : 'nothing'} or ${ends}`
      for (const { socket } of crowd) socket.terminate()
      return answer
    },
  },
  {
    of: 'A7',
    what: 'two thousand headers',
    expected: '431',
    unlogged: true,
    run: async ({ server }) => {
      const headers = Array.from({ length: 2_000 }, (_, index) => `X-Header-${index}: ${'x'.repeat(20)}`).join('\r\n')
      return statusLine(server, `GET /sync/${ROOM} HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n`)
    },
  },
  {
    of: 'A7',
    what: 'headers that never end',
    expected: '408',
    unlogged: true,
    run: async ({ server }) =>
      together(await Promise.all(Array.from({ length: 20 }, () => trickle(server)))),
  },
]

/** The status of whatever is answered to these bytes, or `closed`. */
function statusLine({ port }: UpgradeServer, bytes: string, then?: (write: (more: string) => void) => NodeJS.Timeout): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const writing = then?.((more) => socket.write(more))
    const end = (answer: string) => {
      clearInterval(writing)
      socket.destroy()
      resolve(answer)
    }
    socket.on('data', (data) => end(data.toString().split(' ')[1] ?? ''))
    socket.on('error', () => end('closed'))
    socket.on('close', () => end('closed'))
    socket.write(bytes)
  })
}

function trickle(server: UpgradeServer): Promise<string> {
  const start = `GET /sync/${ROOM} HTTP/1.1\r\nHost: x\r\n`
  return statusLine(server, start, (write) => setInterval(() => write('X-More: yes\r\n'), 300))
}
