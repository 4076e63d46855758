import * as encoding from 'lib0/encoding'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocumentStore } from '../../server/persistence/document-store'
import { createMemoryStore } from '../../server/persistence/memory'
import { closeRawClients, RawClient, updateSetting } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServer, type SyncServerOptions } from '../support/sync/server'

afterEach(async () => {
  closeRawClients()
  await stopAll()
})

async function start(limits: SyncServerOptions['limits'] = {}): Promise<SyncServer> {
  const server = await startSync({ store: createMemoryStore(), limits })
  for (const name of ['Aino', 'Mallory']) server.people.add(name)
  return server
}

const kilobyte = 1024

test('an update of twenty megabytes is refused with a reason, and nobody else notices', async () => {
  const server = await start()
  const watcher = await new RawClient(server).sync()
  const mallory = await new RawClient(server, { person: 'Mallory' }).sync()
  mallory.sendUpdate(updateSetting({ huge: 'x'.repeat(20 * kilobyte * kilobyte) }))
  await mallory.until(({ closed }) => closed !== undefined)

  expect(mallory.receipts).toEqual([0])
  expect(mallory.closed).toEqual({ code: 4413, reason: 'too-large' })
  watcher.sendUpdate(updateSetting({ note: 'small' }))
  await watcher.until(({ receipts }) => receipts.length === 1)
  expect(watcher.updates).toHaveLength(1)
})

test('a large update is looked into elsewhere, and its sender\'s next ones wait for it', async () => {
  const server = await start({ inspectHereBytes: 10 * kilobyte })
  const doc = new Y.Doc()
  const aino = await new RawClient(server).sync()
  aino.sendUpdate(updateSetting({ large: 'x'.repeat(50 * kilobyte) }, doc))
  aino.sendUpdate(updateSetting({ small: 1 }, doc))
  aino.sendUpdate(updateSetting({ another: 'y'.repeat(50 * kilobyte) }, doc))
  aino.sendUpdate(updateSetting({ last: 2 }, doc))
  await aino.until(({ receipts }) => receipts.length === 4)

  expect(aino.receipts).toEqual([1, 1, 1, 1])
  const newcomer = await new RawClient(server).sync()
  expect(newcomer.doc().getMap('content').toJSON()).toEqual(doc.getMap('content').toJSON())
})

test('a document grows to its limit: people are warned, growth is refused, deleting makes room again', async () => {
  const server = await start({ documentLargeBytes: 20 * kilobyte, documentFullBytes: 50 * kilobyte })
  const doc = new Y.Doc()
  const aino = await new RawClient(server).sync()
  const watcher = await new RawClient(server, { person: 'Mallory' }).sync()
  for (const key of ['one', 'two', 'three', 'four']) {
    aino.sendUpdate(updateSetting({ [key]: key.repeat(4 * kilobyte) }, doc))
  }
  await aino.until(({ receipts }) => receipts.length === 4)
  expect(aino.receipts).toEqual([1, 1, 1, 0])
  expect(watcher.notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['document-large', 'document-full']))

  // Somebody who is in step with the room makes room.
  const cleaner = new Y.Doc()
  for (const update of watcher.updates) Y.applyUpdate(cleaner, update)
  const before = Y.encodeStateVector(cleaner)
  cleaner.getMap('content').delete('one')
  watcher.sendUpdate(Y.encodeStateAsUpdate(cleaner, before))
  await aino.until(({ notices }) => notices.some(({ kind }) => kind === 'document-fits'))
  await aino.until(({ heard }) => heard.lastIndexOf('sync-step-1') > heard.indexOf('notice document-fits'))
  aino.sendAnswer(Y.encodeStateAsUpdate(doc))
  await aino.until(({ receipts }) => receipts.length === 5)

  expect(aino.receipts.at(-1)).toBe(1)
  const newcomer = await new RawClient(server).sync()
  expect([...newcomer.doc().getMap('content').keys()].sort()).toEqual(['four', 'three', 'two'])
})

test('one who sends faster than anyone types is slowed down and loses nothing', async () => {
  const server = await start({ updatesPerSecond: 400, updateBurst: 20 })
  const doc = new Y.Doc()
  const aino = await new RawClient(server).sync()
  const started = Date.now()
  // More than arrives in one piece: a socket can only be paused between pieces.
  const text = 'x'.repeat(2 * kilobyte)
  for (let index = 0; index < 300; index += 1) aino.sendUpdate(updateSetting({ [`note ${index}`]: text }, doc))
  await aino.until(({ receipts }) => receipts.length === 300)

  expect(aino.receipts.every((receipt) => receipt === 1)).toBe(true)
  expect(Date.now() - started).toBeGreaterThan(500)
  expect((await new RawClient(server).sync()).doc().getMap('content').size).toBe(300)
})

test('one who keeps it up is closed, and may come back', async () => {
  const server = await start({ updatesPerSecond: 50, updateBurst: 5, tooFastFor: 300 })
  const doc = new Y.Doc()
  const mallory = await new RawClient(server, { person: 'Mallory' }).sync()
  const sending = setInterval(() => {
    for (let index = 0; index < 20; index += 1) mallory.sendUpdate(updateSetting({ key: index }, doc))
  }, 20)
  await mallory.until(({ closed }) => closed !== undefined)
  clearInterval(sending)

  expect(mallory.closed).toEqual({ code: 4529, reason: 'too-fast' })
  const again = await new RawClient(server, { person: 'Mallory' }).sync()
  again.sendAnswer(Y.encodeStateAsUpdate(doc))
  await again.until(({ receipts }) => receipts.length === 1)
  expect(again.receipts).toEqual([1])
})

test.each([
  ['signs of life', (client: RawClient) => client.socket.pong()],
  ['questions who is there', (client: RawClient) => client.sendBytes(new Uint8Array([3]))],
  ['questions what is new', (client: RawClient) => client.sendBytes(new Uint8Array([0, 0, 1, 0]))],
  ['places of others', (client: RawClient) => client.sendBytes(new Uint8Array([1, 1, 0]))],
])('one who floods the server with %s is slowed down too, and closed in the end', async (_what, send) => {
  const server = await start({ messagesPerSecond: 50, messageBurst: 20, tooFastFor: 300 })
  const watcher = await new RawClient(server).sync()
  const mallory = await new RawClient(server, { person: 'Mallory' }).sync()
  const sending = setInterval(() => {
    if (mallory.closed) return
    for (let index = 0; index < 20; index += 1) send(mallory)
  }, 20)
  await mallory.until(({ closed }) => closed !== undefined).finally(() => clearInterval(sending))

  expect(mallory.closed).toEqual({ code: 4529, reason: 'too-fast' })
  expect(watcher.closed).toBeUndefined()
})

test('one who does not take what is sent is closed in the end; the others get everything without delay', async () => {
  const server = await start({ closeBacklog: 256 * kilobyte, bytesPerSecond: 1e9, updatesPerSecond: 1e6 })
  const doc = new Y.Doc()
  const writer = await new RawClient(server).sync()
  const watcher = await new RawClient(server).sync()
  const slow = await new RawClient(server, { person: 'Mallory' }).sync()
  slow.socket.pause()

  // More than what the sockets' own buffers on both ends take.
  for (let index = 0; index < 200; index += 1) {
    writer.sendUpdate(updateSetting({ note: 'x'.repeat(100 * kilobyte) }, doc))
    await writer.until(({ receipts }) => receipts.length === index + 1)
    if (server.health().sockets === 2) break
  }

  expect(server.health().sockets).toBe(2)
  expect(server.log).toContainEqual(
    expect.objectContaining({ event: 'sync.closed', fields: expect.objectContaining({ code: 4513 }) }),
  )
  await watcher.until((client) => client.updates.length === writer.receipts.length + 1)
  expect(watcher.closed).toBeUndefined()
})

test('a first sync larger than the backlog limit closes nobody', async () => {
  const server = await start({ closeBacklog: 16 * kilobyte, bytesPerSecond: 1e9 })
  const doc = new Y.Doc()
  const writer = await new RawClient(server).sync()
  writer.sendUpdate(updateSetting({ big: 'x'.repeat(4_000 * kilobyte) }, doc))
  await writer.until(({ receipts }) => receipts.length === 1)
  const newcomers = await Promise.all(Array.from({ length: 5 }, () => new RawClient(server).settled()))
  await Promise.all(newcomers.map((client) => client.sync()))
  writer.sendUpdate(updateSetting({ small: 1 }, doc))
  await Promise.all(newcomers.map((client) => client.until(({ updates }) => updates.length === 3)))

  for (const { closed } of newcomers) expect(closed).toBeUndefined()
})

test('asking for everything again and again is not answered with everything again', async () => {
  const server = await start()
  const writer = await new RawClient(server).sync()
  writer.sendUpdate(updateSetting({ note: 'x'.repeat(10 * kilobyte) }))
  await writer.until(({ receipts }) => receipts.length === 1)
  const client = await new RawClient(server).sync()
  for (let time = 0; time < 50; time += 1) client.sendBytes(new Uint8Array([0, 0, 1, 0]))
  client.sendUpdate(updateSetting({ done: 1 }))
  await client.until(({ receipts }) => receipts.length === 1)

  expect(client.updates.filter((update) => update.byteLength > kilobyte)).toHaveLength(1)
})

test('deletions that are only named, again and again, are not written down', async () => {
  const server = await start()
  const writer = await new RawClient(server).sync()
  const watcher = await new RawClient(server, { person: 'Mallory' }).sync()
  const doc = new Y.Doc()
  writer.sendUpdate(updateSetting({ note: 'kept' }, doc))
  const nothingDeleted = encoding.createEncoder()
  for (const number of [0, 1, doc.clientID, 0]) encoding.writeVarUint(nothingDeleted, number)
  for (let time = 0; time < 5; time += 1) writer.sendUpdate(encoding.toUint8Array(nothingDeleted))
  await writer.until(({ receipts }) => receipts.length === 6)

  expect(writer.receipts).toEqual([1, 1, 1, 1, 1, 1])
  expect(watcher.updates).toHaveLength(2)
})

test('a document that too many clients have written in still opens for everybody, and takes no more of them', async () => {
  const server = await start({ documentClients: 20, stateVectorBytes: 200 })
  const writer = await new RawClient(server).sync()
  const crowd = new Y.Doc()
  for (let client = 1; client <= 30; client += 1) {
    const one = new Y.Doc()
    one.clientID = client
    Y.applyUpdate(crowd, updateSetting({ [`note ${client}`]: client }, one))
  }
  writer.sendUpdate(Y.encodeStateAsUpdate(crowd))
  writer.sendUpdate(updateSetting({ note: 'still taken' }))
  await writer.until(({ receipts }) => receipts.length === 2)

  expect(writer.receipts).toEqual([0, 1])
  expect(writer.notices).toContainEqual({ kind: 'refused', reason: 'document-full' })
  const newcomer = await new RawClient(server).sync()
  expect(newcomer.doc().getMap('content').toJSON()).toEqual({ note: 'still taken' })
})

test('what is written while a log is being compacted is compacted too, though nobody writes any more', async () => {
  const stored = createMemoryStore()
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const reached: number[] = []
  const store: DocumentStore = {
    ...stored,
    replaceBase: async (document, base) => {
      reached.push(base.sequence)
      await held
      await stored.replaceBase(document, base)
    },
  }
  const server = await startSync({ store, limits: { compactRows: 10, compactEvery: 0, compactQuiet: 20 } })
  server.people.add('Aino')
  const doc = new Y.Doc()
  const aino = await new RawClient(server).sync()
  const write = async (upTo: number) => {
    while (doc.getMap('content').size < upTo) aino.sendUpdate(updateSetting({ [`note ${doc.getMap('content').size}`]: 1 }, doc))
    await aino.until(({ receipts }) => receipts.length === upTo)
  }
  await write(10)
  await expect.poll(() => reached).toHaveLength(1)
  await write(30)
  letGo()

  await expect.poll(() => reached.at(-1), { timeout: 5_000 }).toBe(30)
})
