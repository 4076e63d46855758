import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createMemoryStore } from '../../server/persistence/memory'
import { brokenFrames, oddRoomPaths } from '../support/sync/hostile-bytes'
import { closeRawClients, RawClient, updateSetting } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServerOptions } from '../support/sync/server'
import { bareSocket, statusOf } from '../support/sync/upgrade'

afterEach(async () => {
  closeRawClients()
  await stopAll()
})

const start = (options: SyncServerOptions = {}) => startSync({ store: createMemoryStore(), ...options })

test('a page of another site cannot open a socket, nor can a caller without an Origin', async () => {
  const server = await start()
  server.people.add('Aino')

  const foreign = await new RawClient(server, { origin: 'https://evil.example' }).settled()
  const opaque = await new RawClient(server, { origin: 'null' }).settled()
  const none = await new RawClient(server, { origin: null }).settled()

  expect([foreign.status, opaque.status, none.status]).toEqual([403, 403, 403])
})

test('in development the page may be opened by another name of the same machine, in production not', async () => {
  const production = await start({ settings: { baseUrl: 'https://tahto.example.fi' } })
  const development = await start({ settings: { baseUrl: 'http://localhost:3000', production: false } })
  for (const { people } of [production, development]) people.add('Aino')

  expect((await new RawClient(production).settled()).status).toBe(403)
  expect((await new RawClient(development).settled()).status).toBeUndefined()
})

test('without a session one learns nothing, whether the artefact exists or not', async () => {
  const server = await start()
  const answers = ['artefact/board001', 'artefact/board002'].map(
    (room) => new RawClient(server, { room, person: 'nobody' }),
  )
  for (const answer of answers) {
    await answer.until(({ closed }) => closed !== undefined)
    expect(answer.closed).toEqual({ code: 4401, reason: 'signed-out' })
    expect(answer.heard).toEqual(['notice closing'])
  }
  expect(server.health().rooms).toBe(0)
})

test('an artefact of others and one that does not exist get the same answer', async () => {
  const server = await start()
  server.people.add('Aino', { artefacts: ['board001'] })

  const others = await new RawClient(server, { room: 'artefact/board002' }).settled()

  expect(others.status).toBe(404)
  expect(server.health().rooms).toBe(0)
})

test.each(oddRoomPaths)('no room has the name %#', async (path) => {
  const server = await start()
  server.people.add('Aino')

  expect(await statusOf(server, path)).toBe(404)
  expect(server.health().rooms).toBe(0)
})

test('an upgrade to anywhere else is answered, not left hanging', async () => {
  const server = await start()
  expect(await statusOf(server, '/elsewhere')).toBe(404)
})

test('an upgrade that is no WebSocket handshake is refused and the server goes on', async () => {
  const server = await start()
  server.people.add('Aino')
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    socket.on('data', (data) => resolve(data.toString().split('\r\n')[0] ?? ''))
    socket.write(
      `GET /sync/artefact/board001 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Origin: ${server.origin}\r\nCookie: person=Aino\r\n\r\n`,
    )
  })
  expect(answer).toBe('HTTP/1.1 400 Bad Request')
  expect((await new RawClient(server).sync()).heard).toContain('sync-step-2')
})

test('one address gets so many sockets, and one person so many, and others still get in', async () => {
  const server = await start({ limits: { socketsPerAddress: 8, socketsPerParticipant: 3 } })
  server.people.add('Aino')
  server.people.add('Eino')
  const ainos = await Promise.all(Array.from({ length: 5 }, () => new RawClient(server).settled()))
  await expect.poll(() => ainos.filter(({ closed }) => closed?.code === 4429)).toHaveLength(2)
  expect(ainos.filter(({ closed }) => closed === undefined)).toHaveLength(3)
  const eino = await new RawClient(server, { person: 'Eino' }).sync()
  expect(eino.heard).toContain('sync-step-2')

  const crowd = await Promise.all(Array.from({ length: 12 }, () => new RawClient(server, { person: 'Eino' }).settled()))
  expect(crowd.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
  eino.sendUpdate(updateSetting({ still: 'here' }))
  await eino.until(({ receipts }) => receipts.at(-1) === 1)
})

test('a thousand knocks in a moment are slowed down by address', async () => {
  const server = await start({ limits: { knockBurst: 20, knocksPerSecond: 1 } })
  server.people.add('Aino')
  const crowd = await Promise.all(Array.from({ length: 60 }, () => new RawClient(server).settled()))

  expect(crowd.filter(({ status }) => status === 429)).toHaveLength(40)
})

test('behind a trusted proxy callers are told apart by the address that the proxy wrote, not by one they invent', async () => {
  const server = await start({ settings: { trustedProxies: 1 }, limits: { knockBurst: 1, knocksPerSecond: 0.001 } })
  server.people.add('Aino')
  const knock = (forwarded: string) =>
    statusOf(server, '/sync/artefact/board001', 'person=Aino', { 'x-forwarded-for': forwarded })

  expect(await knock('192.0.2.1')).toBe(101)
  expect(await knock('192.0.2.2')).toBe(101)
  expect(await knock('198.51.100.7, 192.0.2.2')).toBe(429)
})

test('when rights cannot be looked up the caller is asked to come again', async () => {
  const server = await start()
  server.people.add('Aino')
  server.people.away = true
  const client = new RawClient(server)
  await client.until(({ closed }) => closed !== undefined)

  expect(client.closed).toEqual({ code: 1013, reason: 'try-again' })
  expect(server.log.some(({ event }) => event === 'sync.admission-failed')).toBe(true)
})

test('whoever is refused or sends a broken frame leaves a line in the log, and a crowd of them not a crowd of lines', async () => {
  const server = await start()
  server.people.add('Aino')
  const lines = (event: string) => server.log.filter((line) => line.event === event).map(({ fields }) => fields)
  await new RawClient(server, { origin: 'https://evil.example' }).settled()
  await new RawClient(server, { person: 'nobody' }).until(({ closed }) => closed !== undefined)
  const { socket, closeCode } = await bareSocket(server, 'Aino')
  socket.write(brokenFrames[0]?.frame ?? '')
  await closeCode()

  expect(lines('sync.refused')).toEqual([{ reason: '403' }])
  expect(lines('sync.turned-away')).toEqual([{ reason: 'signed-out' }])
  expect(lines('sync.broken-frame')).toEqual([{ reason: 'WS_ERR_EXPECTED_MASK', room: 'artefact/board001' }])

  await Promise.all(Array.from({ length: 60 }, () => new RawClient(server, { origin: null }).settled()))
  await server.close()
  expect(lines('sync.refused')).toHaveLength(21)
  expect(lines('sync.refused').at(-1)).toEqual({ reason: '403', more: 41 })
})

test('the limits hold also for those whose rights are told in the same instant', async () => {
  const server = await start({ limits: { socketsPerParticipant: 3, socketsPerRoom: 5 } })
  for (const name of ['Aino', 'Eino', 'Kerttu']) server.people.add(name)
  let release: () => void = () => undefined
  server.people.hold = new Promise((resolve) => (release = resolve))
  const crowd = Array.from({ length: 24 }, (_, index) => new RawClient(server, { person: ['Aino', 'Eino', 'Kerttu'][index % 3] }))
  await expect.poll(() => server.people.waiting).toBe(24)
  release()

  await expect.poll(() => crowd.filter(({ closed }) => closed?.code === 4429).length).toBeGreaterThanOrEqual(19)
  expect(server.health().sockets).toBe(5)
})

test('nobody gets in on an answer that a change of rights has overtaken, however late', async () => {
  const server = await start()
  for (let late = 0; late < 24; late += 1) {
    const guest = server.people.add('Guest', { identity: { seatId: 'seat1' } })
    let release: () => void = () => undefined
    server.people.hold = new Promise((resolve) => (release = resolve))
    const client = new RawClient(server, { person: 'Guest' })
    await expect.poll(() => server.people.waiting).toBe(1)
    guest.refused = 'removed'
    release()
    for (let hop = 0; hop < late; hop += 1) await Promise.resolve()
    await server.live.rightsChanged({ seatId: 'seat1' })
    await client.until(({ closed }) => closed !== undefined, `the end of one let in ${late} steps before the change`)

    expect([[1013, 'try-again'], [4403, 'removed']]).toContainEqual([client.closed?.code, client.closed?.reason])
  }
})
