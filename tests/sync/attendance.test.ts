import { afterEach, expect, test } from 'vitest'
import { createMemoryStore } from '../../server/persistence/memory'
import { closeRawClients, RawClient, waysIn } from '../support/sync/raw-client'
import { startSync, stopAll } from '../support/sync/server'

// SPEC R40, and the parts of P12 and P13 that it rests on.

afterEach(async () => {
  closeRawClients()
  await stopAll()
})

const key = 'user:aino'

async function room() {
  const server = await startSync({ store: createMemoryStore() })
  server.people.add('Aino')
  server.people.add('Eino')
  return server
}

test('somebody who has not been there is absent, and here as soon as they are connected', async () => {
  const server = await room()
  expect(server.live.attendance(key)).toEqual({ kind: 'absent' })
  await new RawClient(server).sync()
  expect(server.live.attendance(key)).toEqual({ kind: 'here' })
})

test('edits that a browser says are not saved are told, since when, until it says that they are', async () => {
  const server = await room()
  const aino = await new RawClient(server).sync()
  const before = Date.now()
  aino.sendState(5, 1, JSON.stringify({ unsaved: true }))
  await expect.poll(() => server.live.attendance(key).kind).toBe('unsaved')
  const first = server.live.attendance(key)
  expect('since' in first && first.since).toBeGreaterThanOrEqual(before)
  aino.sendState(5, 2, JSON.stringify({ unsaved: true, place: { x: 1 } }))
  await expect.poll(() => server.live.people('board001')).toMatchObject([{ place: { x: 1 } }])
  expect(server.live.attendance(key)).toEqual(first)
  aino.sendState(5, 3, JSON.stringify({}))
  await expect.poll(() => server.live.attendance(key)).toEqual({ kind: 'here' })
})

test('nothing but a plain true counts as unsaved', async () => {
  const server = await room()
  const aino = await new RawClient(server).sync()
  aino.sendState(5, 1, JSON.stringify({ unsaved: { since: 0 }, place: 'there' }))
  await expect.poll(() => server.live.people('board001')).toMatchObject([{ place: 'there' }])
  expect(server.live.attendance(key)).toEqual({ kind: 'here' })
})

test('a page that was closed is told from a connection that broke, and both from one that is back', async () => {
  const server = await room()
  const first = await new RawClient(server).sync()
  first.socket.close()
  await expect.poll(() => server.live.attendance(key).kind).toBe('left')
  const second = await new RawClient(server).sync()
  expect(server.live.attendance(key)).toEqual({ kind: 'here' })
  second.socket.terminate()
  await expect.poll(() => server.live.attendance(key).kind).toBe('lost')
})

test.each(waysIn)('whoever closes the page has left, by whichever way they came: %s', async (way) => {
  const server = await room()
  const aino = await new RawClient(server, { way }).sync()
  aino.socket.close()
  await expect.poll(() => server.live.attendance(key).kind).not.toBe('here')
  expect(server.live.attendance(key).kind).toBe('left')
})

test('with two windows one is here until both are gone, and unsaved as long as either is', async () => {
  const server = await room()
  const first = await new RawClient(server).sync()
  const second = await new RawClient(server, { room: 'artefact/board002' }).sync()
  second.sendState(7, 1, JSON.stringify({ unsaved: true }))
  await expect.poll(() => server.live.attendance(key).kind).toBe('unsaved')
  second.socket.terminate()
  await expect.poll(() => server.live.attendance(key)).toEqual({ kind: 'here' })
  first.socket.close()
  await expect.poll(() => server.live.attendance(key).kind).toBe('left')
})

test('all windows of one person have one word in a room, somebody else has another, and each is told their own', async () => {
  const server = await room()
  const [one, two, other] = await Promise.all([
    new RawClient(server).sync(),
    new RawClient(server).sync(),
    new RawClient(server, { person: 'Eino' }).sync(),
  ])
  const word = (client?: RawClient) => client?.notices.find(({ kind }) => kind === 'you')?.participant
  expect(word(one)).toBe(word(two))
  expect(word(other)).not.toBe(word(one))
  one?.sendState(11, 1, JSON.stringify({ user: { participant: word(other) } }))
  await other?.until(({ awareness }) => awareness.has(11))
  expect(other?.awareness.get(11)?.state?.user).toMatchObject({ participant: word(one) })
})
