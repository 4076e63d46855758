import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { closeRawClients, RawClient, updateSetting } from '../support/sync/raw-client'
import { startSync, stopAll } from '../support/sync/server'
import { closeClients, stockClient } from '../support/sync/stock-client'

afterEach(async () => {
  closeClients()
  closeRawClients()
  await stopAll()
})

test('two unchanged y-websocket clients with a session see what the other writes', async () => {
  const server = await startSync()
  server.people.add('Aino')
  server.people.add('Eino')
  const aino = stockClient(server, { person: 'Aino' })
  const eino = stockClient(server, { person: 'Eino' })
  await Promise.all([aino.synced(), eino.synced()])

  aino.content.set('one', 'from Aino')
  eino.content.set('two', 'from Eino')

  const both = { one: 'from Aino', two: 'from Eino' }
  await expect.poll(() => aino.content.toJSON()).toEqual(both)
  await expect.poll(() => eino.content.toJSON()).toEqual(both)
})

test('a newcomer is told that it is in sync only when it has everything', async () => {
  const server = await startSync()
  server.people.add('Aino')
  const writer = stockClient(server)
  await writer.synced()
  for (let index = 0; index < 50; index += 1) writer.content.set(`note ${index}`, 'x'.repeat(1000))
  await expect.poll(() => writer.receipts.length).toBeGreaterThanOrEqual(50)

  const newcomer = stockClient(server)
  await newcomer.synced()

  expect(newcomer.content.toJSON()).toEqual(writer.content.toJSON())
})

test('what was written while nobody was there is there after the server has started again', async () => {
  const first = await startSync()
  first.people.add('Aino')
  const writer = stockClient(first)
  await writer.synced()
  writer.content.set('note', 'kept')
  await expect.poll(() => writer.receipts).toEqual([1, 1])
  writer.close()
  await first.close()

  const second = await startSync({ dataDirectory: first.dataDirectory, people: first.people })
  const reader = stockClient(second)
  await reader.synced()

  expect(reader.content.get('note')).toBe('kept')
})

test('edits made offline are merged with those of others when the connection is back', async () => {
  const server = await startSync()
  server.people.add('Aino')
  const aino = stockClient(server)
  const eino = stockClient(server)
  await Promise.all([aino.synced(), eino.synced()])
  aino.provider.disconnect()
  aino.content.set('offline', 'Aino')
  eino.content.set('online', 'Eino')

  aino.provider.connect()

  const both = { offline: 'Aino', online: 'Eino' }
  await expect.poll(() => aino.content.toJSON()).toEqual(both)
  await expect.poll(() => eino.content.toJSON()).toEqual(both)
})

test('the server says right, history and position, content before completeness, and asks what it lacks last', async () => {
  const server = await startSync()
  server.people.add('Aino')
  const writer = await new RawClient(server).sync()
  writer.sendUpdate(updateSetting({ a: 1 }))
  await writer.until(({ receipts }) => receipts.length === 1)

  const { heard } = await new RawClient(server).sync()

  const inOrder = heard.filter((word) => word !== 'awareness').slice(0, 7)
  expect(inOrder).toEqual([
    'notice right',
    'notice epoch',
    'notice you',
    'update',
    'sync-step-2',
    'notice position',
    'sync-step-1',
  ])
})

test('one who may only look is not asked for anything', async () => {
  const server = await startSync()
  server.people.add('Aino', { right: 'see' })
  const viewer = await new RawClient(server).sync()
  await viewer.until(({ heard }) => heard.includes('notice position'))

  expect(viewer.heard).not.toContain('sync-step-1')
  expect(viewer.notices[0]).toEqual({ kind: 'right', right: 'see' })
})

test('a client that says where it was gets only what is newer', async () => {
  const server = await startSync()
  server.people.add('Aino')
  const doc = new Y.Doc()
  const writer = await new RawClient(server).sync()
  writer.sendUpdate(updateSetting({ a: 1 }, doc))
  await writer.until(({ receipts }) => receipts.length === 1)
  const before = await new RawClient(server).sync()
  await before.until(({ notices }) => notices.some(({ kind }) => kind === 'position'))
  const position = before.notices.find(({ kind }) => kind === 'position')?.position
  writer.sendUpdate(updateSetting({ b: 2 }, doc))
  await writer.until(({ receipts }) => receipts.length === 2)

  const after = await new RawClient(server, { query: `?since=${String(position)}` }).sync()

  // The newer update and the empty one that says it was all.
  expect(after.updates).toHaveLength(2)
})

test('a client that remembers another history is kept apart instead of merged', async () => {
  const server = await startSync()
  server.people.add('Aino')
  const writer = await new RawClient(server).sync()
  writer.sendUpdate(updateSetting({ a: 1 }))
  await writer.until(({ receipts }) => receipts.length === 1)
  const epoch = String(writer.notices.find(({ kind }) => kind === 'epoch')?.epoch)

  const foreign = new RawClient(server, { query: '?epoch=anotherhistory' })
  const rewound = new RawClient(server, { query: `?since=${epoch}.7.1` })
  const forked = new RawClient(server, { query: `?since=${epoch}.1.1` })
  const reloaded = new RawClient(server, { query: `?epoch=${epoch}&seen=${epoch}.7.1` })

  for (const client of [foreign, rewound, forked, reloaded]) {
    await client.until(({ closed }) => closed !== undefined)
    expect(client.closed).toEqual({ code: 4409, reason: 'other-history' })
    expect(client.updates).toEqual([])
  }
})

test('an editor of another build is told to reload before it gets anything', async () => {
  const server = await startSync()
  server.people.add('Aino')
  const old = new RawClient(server, { query: '?v=0' })
  await old.until(({ closed }) => closed !== undefined)

  expect(old.closed).toEqual({ code: 4426, reason: 'reload-needed' })
  expect(old.notices).toEqual([{ kind: 'reload-needed' }])
  expect(old.updates).toEqual([])
})

test('a client that comes back does not add again what was deleted long ago', async () => {
  const server = await startSync()
  server.people.add('Aino')
  const aino = stockClient(server)
  await aino.synced()
  for (let index = 0; index < 200; index += 1) aino.content.set('note', index)
  await expect.poll(() => aino.receipts.length).toBe(201)
  const watcher = await new RawClient(server).sync()
  const seen = watcher.updates.length

  aino.provider.disconnect()
  aino.provider.connect()
  await expect.poll(() => aino.receipts.length).toBe(202)

  expect(aino.receipts.at(-1)).toBe(1)
  expect(watcher.updates).toHaveLength(seen)
})
