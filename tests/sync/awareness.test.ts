import { afterEach, expect, test } from 'vitest'
import { createMemoryStore } from '../../server/persistence/memory'
import { personColours } from '../../server/sync/colours'
import { closeRawClients, RawClient, turn } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServer, type SyncServerOptions } from '../support/sync/server'
import { closeClients, stockClient } from '../support/sync/stock-client'

afterEach(async () => {
  closeClients()
  closeRawClients()
  await stopAll()
})

async function start(options: SyncServerOptions = {}): Promise<SyncServer> {
  const server = await startSync({ store: createMemoryStore(), ...options })
  server.people.add('Aino')
  server.people.add('Mallory', { identity: { organisation: 'Kela', organisationType: 'authority' } })
  return server
}

test('unchanged y-websocket clients see who else is there, and where, and when they leave', async () => {
  const server = await start()
  const aino = stockClient(server)
  const mallory = stockClient(server, { person: 'Mallory' })
  await Promise.all([aino.synced(), mallory.synced()])
  aino.provider.awareness.setLocalStateField('place', { x: 1, y: 2 })

  const seenByMallory = () => mallory.provider.awareness.getStates().get(aino.doc.clientID)
  await expect.poll(seenByMallory).toMatchObject({ place: { x: 1, y: 2 }, user: { name: 'Aino' } })
  aino.close()
  await expect.poll(seenByMallory).toBeUndefined()
})

test('name, organisation, type and colour are the server\'s, whatever a client says of itself', async () => {
  const server = await start()
  const aino = await new RawClient(server).settled()
  const mallory = await new RawClient(server, { person: 'Mallory' }).settled()
  mallory.sendState(
    5,
    1,
    JSON.stringify({ user: { name: '<b>Aino</b>', role: 'owner', leads: true, colour: 'red;background:url(//x)' }, place: 'here' }),
  )
  await aino.until(({ awareness }) => awareness.has(5))

  const { user, place } = aino.awareness.get(5)?.state ?? {}
  expect(place).toBe('here')
  expect(user).toEqual({
    name: 'Mallory',
    organisation: 'Kela',
    organisationType: 'authority',
    colour: expect.stringMatching(/^#[0-9a-f]{6}$/),
    color: expect.stringMatching(/^#[0-9a-f]{6}$/),
    participant: expect.stringMatching(/^p\d+$/),
    leads: false,
  })
  expect(server.live.people('board001')).toMatchObject([{ clientId: 5, name: 'Mallory', place: 'here' }])
})

test('names lose what would turn or hide the words around them', async () => {
  const server = await start()
  server.people.add('Odd', { identity: { name: `a\u202Eb\u0000c${'x'.repeat(500)}` } })
  const aino = await new RawClient(server).settled()
  const odd = await new RawClient(server, { person: 'Odd' }).settled()
  odd.sendState(5, 1, '{}')
  await aino.until(({ awareness }) => awareness.has(5))

  expect(aino.awareness.get(5)?.state?.user).toMatchObject({ name: `abc${'x'.repeat(77)}` })
})

test('nobody can speak for another, move them or send them away', async () => {
  const server = await start()
  const aino = await new RawClient(server).settled()
  const watcher = await new RawClient(server).settled()
  const mallory = await new RawClient(server, { person: 'Mallory' }).settled()
  aino.sendState(1, 1, '{"place":"mine"}')
  mallory.sendState(2, 1, '{}')
  await watcher.until(({ awareness }) => awareness.has(1) && awareness.has(2))

  mallory.sendState(1, 50, '{"place":"moved"}')
  mallory.sendState(1, 60, 'null')
  mallory.sendState(3, 1, '{"place":"a third"}')
  mallory.sendState(2, 2, '{"place":"own"}')
  await watcher.until(({ awareness }) => awareness.get(2)?.clock === 2)

  expect(watcher.awareness.get(1)).toMatchObject({ clock: 1, state: { place: 'mine' } })
  expect(watcher.awareness.has(3)).toBe(false)
})

test.each([
  ['of a megabyte', `{"x":"${'y'.repeat(1_000_000)}"}`],
  ['that is no object', '[1,2]'],
  ['that is no JSON', '{"x":'],
])('a state %s is left out, and the one before stays', async (_what, json) => {
  const server = await start()
  const watcher = await new RawClient(server).settled()
  const mallory = await new RawClient(server, { person: 'Mallory' }).settled()
  mallory.sendState(2, 1, '{"place":"before"}')
  mallory.sendState(2, 2, json)
  mallory.sendState(2, 3, '{"place":"after"}')
  await watcher.until(({ awareness }) => awareness.get(2)?.clock === 3)

  expect(watcher.awareness.get(2)?.state).toMatchObject({ place: 'after' })
  expect(mallory.closed).toBeUndefined()
})

test('all windows of one person have one colour, and people have different ones while there are enough', async () => {
  const server = await start()
  const names = Array.from({ length: personColours.length }, (_, index) => `Person${index}`)
  for (const name of names) server.people.add(name)
  const sockets = await Promise.all(
    [...names, 'Person0'].map((person) => new RawClient(server, { person }).settled()),
  )
  sockets.forEach((socket, index) => socket.sendState(100 + index, 1, '{}'))
  await expect.poll(() => server.live.people('board001')).toHaveLength(names.length + 1)

  const people = server.live.people('board001')
  expect(new Set(people.map(({ colour }) => colour)).size).toBe(names.length)
  const windows = people.filter(({ name }) => name === 'Person0')
  expect(windows[0]?.colour).toBe(windows[1]?.colour)
})

test('a beat keeps quiet clients connected and present', async () => {
  const server = await start({ limits: { beatEvery: 50 } })
  const aino = await new RawClient(server).settled()
  await aino.until(({ heard }) => heard.filter((word) => word === 'awareness').length > 3)
})

test('whoever reconnects takes their place over from the socket that was lost', async () => {
  const server = await start()
  const watcher = await new RawClient(server, { person: 'Mallory' }).settled()
  const lost = await new RawClient(server).settled()
  lost.sendState(1, 1, '{"place":"old"}')
  await watcher.until(({ awareness }) => awareness.has(1))

  const again = await new RawClient(server).settled()
  again.sendState(1, 2, '{"place":"new"}')
  await watcher.until(({ awareness }) => awareness.get(1)?.clock === 2)
  lost.socket.close()
  await lost.until(({ closed }) => closed !== undefined)
  again.sendState(1, 3, '{"place":"newer"}')
  await watcher.until(({ awareness }) => awareness.get(1)?.clock === 3)

  expect(watcher.awareness.get(1)?.state).toMatchObject({ place: 'newer' })
  expect(server.live.people('board001')).toHaveLength(1)
})

test('a browser that no longer answers is gone from the room', async () => {
  const server = await start({ limits: { pingEvery: 60 } })
  const watcher = await new RawClient(server, { person: 'Mallory' }).settled()
  const frozen = await new RawClient(server).settled()
  frozen.sendState(1, 1, '{}')
  await watcher.until(({ awareness }) => awareness.has(1))

  frozen.socket.pause()

  await watcher.until(({ awareness }) => awareness.get(1)?.state === null)
  expect(watcher.closed).toBeUndefined()
})

test('a hundred moves in a moment reach the others as a few messages, with the last of them', async () => {
  const server = await start({ limits: { awarenessBurst: 200 } })
  const watcher = await new RawClient(server).settled()
  const mover = await new RawClient(server, { person: 'Mallory' }).settled()
  for (let clock = 1; clock <= 100; clock += 1) mover.sendState(2, clock, `{"place":${clock}}`)
  await watcher.until(({ awareness }) => awareness.get(2)?.clock === 100)

  expect(watcher.heard.filter((word) => word === 'awareness').length).toBeLessThan(10)
})

test('moves beyond what is allowed are dropped, and nobody is closed for them', async () => {
  const server = await start({ limits: { awarenessBurst: 5, awarenessPerSecond: 20 } })
  const watcher = await new RawClient(server).settled()
  const mover = await new RawClient(server, { person: 'Mallory' }).settled()
  for (let clock = 1; clock <= 50; clock += 1) mover.sendState(2, clock, `{"place":${clock}}`)
  await watcher.until(({ awareness }) => awareness.has(2))
  let clock = 51
  await watcher.until(({ awareness }) => {
    mover.sendState(2, clock, `{"place":${clock}}`)
    clock += 1
    return (awareness.get(2)?.clock ?? 0) > 50
  })
  await turn()

  expect(mover.closed).toBeUndefined()
})
