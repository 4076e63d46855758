import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LiveState } from '../../app/workshops/model/live-state'
import type { RoomReading } from '../../app/workshops/room/room-reading'
import { WorkshopRoom } from '../../app/workshops/room/workshop-room'
import type { WayOptions } from '../../app/sync/way-chooser'
import { waysOf } from '../support/sync/node-browser'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'

const workshopId = 'workshop00000001'

let server: SyncServer
const rooms: WorkshopRoom[] = []

beforeEach(async () => {
  server = await startSync()
  server.people.add('Aino')
  server.people.add('Eino')
  server.people.add('Ohjaaja', { identity: { leads: true } })
})

afterEach(async () => {
  for (const room of rooms.splice(0)) room.close()
  await stopAll()
})

function enter(person: string, ways: Partial<WayOptions> = {}, { origin } = server): WorkshopRoom {
  const room = new WorkshopRoom({
    workshopId,
    serverUrl: `${origin.replace('http', 'ws')}/sync`,
    ways: { ...waysOf(person, origin), ...ways },
  })
  rooms.push(room)
  return room
}

const stands = (change: Partial<LiveState> = {}): LiveState => ({
  turn: 1,
  stage: 'running',
  agenda: [],
  step: null,
  clock: { leftMs: 60_000, paused: false },
  reactions: true,
  call: null,
  ...change,
})

const tell = (change: Partial<LiveState> = {}, on = server) =>
  on.liveWorkshops.tell(workshopId, () => ({ kind: 'workshop', state: stands(change) }))

const until = (room: WorkshopRoom, holds: (reading: RoomReading) => boolean) =>
  vi.waitFor(() => expect(holds(room.reading()), JSON.stringify(room.reading())).toBe(true), { timeout: 8_000 })

/** A tab that knows its network to block WebSockets. */
const noSockets: Partial<WayOptions> = {
  WebSocket: class {
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    readyState = 3
    constructor() {
      queueMicrotask(() => this.onclose?.({ code: 1006, reason: '' }))
    }
    close(): void {}
    send(): void {}
  } as unknown as typeof WebSocket,
  memory: { recall: () => 'stream', remember: () => undefined },
}

describe('a participant’s page', () => {
  test.each([
    ['a WebSocket', {}],
    ['HTTP alone', noSockets],
  ])('hears how the workshop stands as it enters and at each change, over %s', async (_way, ways) => {
    tell({ turn: 4 })
    const aino = enter('Aino', ways)
    await until(aino, ({ heard, connection }) => heard?.state.turn === 4 && connection === 'live')
    const before = performance.now()
    tell({ turn: 5 })
    await until(aino, ({ heard }) => heard?.state.turn === 5)
    expect(aino.reading().heard?.at).toBeGreaterThanOrEqual(before)
  })

  test('goes on with what it knew where the server says something that is no state', async () => {
    tell({ turn: 4 })
    const aino = enter('Aino')
    await until(aino, ({ heard }) => heard?.state.turn === 4)
    server.liveWorkshops.tell(workshopId, () => ({ kind: 'workshop', state: { turn: 'five' } }))
    tell({ turn: 6 })
    await until(aino, ({ heard }) => heard?.state.turn === 6)
  })

  test('comes back by itself after the server was restarted, and hears what has changed', async () => {
    tell({ turn: 4 })
    const aino = enter('Aino')
    await until(aino, ({ connection }) => connection === 'live')
    const { port, dataDirectory, people } = server
    await server.close()
    await until(aino, ({ connection }) => connection === 'away')
    expect(aino.reading().heard?.state.turn).toBe(4)
    const again = await startSync({ port, dataDirectory, people })
    tell({ turn: 7 }, again)
    await until(aino, ({ connection, heard }) => connection === 'live' && heard?.state.turn === 7)
  })

  test('comes back where the server was put back to a backup', async () => {
    tell()
    const aino = enter('Aino')
    await until(aino, ({ connection }) => connection === 'live')
    const { port, people } = server
    await server.close()
    // Another data directory: every room has another history.
    const again = await startSync({ port, people })
    tell({ turn: 2 }, again)
    await until(aino, ({ connection, heard }) => connection === 'live' && heard?.state.turn === 2)
  })

  test('is told that its seat was taken away, and stays out', async () => {
    tell()
    const aino = enter('Aino')
    await until(aino, ({ connection }) => connection === 'live')
    server.people.get('Aino').refused = 'removed'
    await server.live.rightsChanged({ userId: 'aino' })
    await until(aino, ({ ended, connection }) => ended === 'removed' && connection === 'away')
  })
})

describe('who is there', () => {
  test('is seen with who leads, each person once', async () => {
    const aino = enter('Aino')
    enter('Ohjaaja')
    enter('Eino')
    enter('Eino')
    await until(aino, ({ people }) => people.length === 2)
    expect(aino.reading().people.map(({ name, leads }) => [name, leads])).toEqual(
      expect.arrayContaining([
        ['Ohjaaja', true],
        ['Eino', false],
      ]),
    )
  })
})

describe('a reaction', () => {
  test('is seen by the others and by oneself for a moment, with the name that the server knows', async () => {
    tell()
    const [aino, eino] = [enter('Aino'), enter('Eino')]
    await Promise.all([aino, eino].map((room) => until(room, ({ heard, people }) => heard !== undefined && people.length === 1)))
    aino.react('applause')
    await until(eino, ({ reactions }) => reactions.some(({ kind, name, isOwn }) => kind === 'applause' && name === 'Aino' && !isOwn))
    expect(aino.reading().reactions).toMatchObject([{ kind: 'applause', isOwn: true }])
    await until(eino, ({ reactions }) => reactions.length === 0)
    await until(aino, ({ reactions }) => reactions.length === 0)
  })

  test('is not sent where the facilitator has turned them off, nor many in a row', async () => {
    tell({ reactions: false })
    const [aino, eino] = [enter('Aino'), enter('Eino')]
    await Promise.all([aino, eino].map((room) => until(room, ({ heard, people }) => heard !== undefined && people.length === 1)))
    aino.react('applause')
    expect(aino.reading().reactions).toEqual([])
    tell({ turn: 2 })
    await until(aino, ({ heard }) => heard?.state.turn === 2)
    for (let time = 0; time < 20; time += 1) aino.react('idea')
    await until(eino, ({ reactions }) => reactions.length > 0)
    expect(eino.reading().reactions).toHaveLength(1)
  })
})
