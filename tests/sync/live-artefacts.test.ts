import { gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { KindId } from '../../app/artefacts/registry'
import { createMemoryStore } from '../../server/persistence/memory'
import { closeRawClients, RawClient, updateSetting } from '../support/sync/raw-client'
import { startSync, stopAll } from '../support/sync/server'
import { closeClients, stockClient } from '../support/sync/stock-client'

afterEach(async () => {
  closeClients()
  closeRawClients()
  await stopAll()
})

/** The one kind that the test's content worker knows (tests/support/sync/notes-kind.ts). */
const notes = 'notes' as KindId
const board = 'board001'

test('a new artefact is filled once, is on disk, and is what the first to open it sees', async () => {
  const first = await startSync()
  first.people.add('Aino')
  await first.live.create(board, notes, { notes: { a: 'alku', b: 'loppu' } })
  await first.close()

  const second = await startSync({ dataDirectory: first.dataDirectory, people: first.people })
  const aino = stockClient(second)
  await aino.synced()
  expect(aino.content.toJSON()).toEqual({ a: 'alku', b: 'loppu' })
  expect(aino.doc.getMap('meta').toJSON()).toEqual({ kind: 'notes', version: 1 })
})

test('an artefact that holds something is not filled again, not even by two at the same moment', async () => {
  const server = await startSync({ store: createMemoryStore() })
  const results = await Promise.allSettled(
    ['one', 'two'].map((text) => server.live.create(board, notes, { notes: { text } })),
  )

  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  await expect(server.live.create(board, notes, { notes: {} })).rejects.toThrow('holds something already')
  expect((await server.live.read(board, notes)).content).toEqual({ notes: { text: 'one' } })
})

test('content that its kind does not accept fills nothing', async () => {
  const server = await startSync({ store: createMemoryStore() })
  await expect(server.live.create(board, notes, { notes: [1, 2] })).rejects.toThrow()
  expect(await server.live.read(board, notes)).toEqual({ content: { notes: {} }, sequence: 0 })
})

test('reading gives what has been written until now, and where in the log that is', async () => {
  const server = await startSync({ store: createMemoryStore() })
  server.people.add('Aino')
  await server.live.create(board, notes, { notes: { a: '1' } })
  const writer = await new RawClient(server).sync()
  writer.sendUpdate(updateSetting({ b: '2' }))
  await writer.until(({ receipts }) => receipts.length === 1)

  expect(await server.live.read(board, notes)).toEqual({ content: { notes: { a: '1', b: '2' } }, sequence: 2 })
})

test('a captured state is exact: opened elsewhere it holds the same, and it does not change afterwards', async () => {
  const server = await startSync()
  server.people.add('Aino')
  await server.live.create(board, notes, { notes: { a: '1' } })
  const captured = await server.live.capture(board, notes)
  const writer = await new RawClient(server).sync()
  writer.sendUpdate(updateSetting({ a: 'changed' }))
  await writer.until(({ receipts }) => receipts.length === 1)

  const doc = new Y.Doc()
  Y.applyUpdate(doc, gunzipSync(captured.state))
  expect(doc.getMap('content').toJSON()).toEqual({ a: '1' })
  expect(captured).toMatchObject({ content: { notes: { a: '1' } }, sequence: 1 })
})

test('restoring while others edit reaches everybody as an edit, and nobody ends up with something else', async () => {
  const server = await startSync()
  server.people.add('Aino')
  await server.live.create(board, notes, { notes: { a: 'then', b: 'then' } })
  const clients = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const client = stockClient(server)
      await client.synced()
      return client
    }),
  )
  const writing = clients.map((client, index) => {
    let count = 0
    return setInterval(() => {
      client.content.set(`by ${index}`, String(count))
      count += 1
    }, 7)
  })
  for (const client of clients) client.content.set('a', 'now')
  await expect.poll(() => clients[0]?.content.get('by 3')).toBeDefined()

  await server.live.restore(board, notes, { notes: { a: 'then', b: 'then' } })
  for (const timer of writing) clearInterval(timer)
  clients[1]?.content.set('after', 'the restore')

  await expect.poll(() => clients.map(({ content }) => content.get('after'))).toEqual(Array(4).fill('the restore'))
  const saved = () => clients.every(({ receipts }) => receipts.every((receipt) => receipt === 1))
  await expect.poll(saved).toBe(true)
  await expect
    .poll(async () => {
      const { content } = await server.live.read(board, notes)
      return clients.every((client) => JSON.stringify({ notes: sorted(client.content.toJSON()) }) === JSON.stringify(content))
    })
    .toBe(true)
  const { a, b } = clients[2]?.content.toJSON() ?? {}
  expect({ a, b }).toEqual({ a: 'then', b: 'then' })
  expect(clients.flatMap(({ closes }) => closes)).toEqual([])
})

const sorted = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)))

test('restoring what is there already changes nothing', async () => {
  const server = await startSync({ store: createMemoryStore() })
  await server.live.create(board, notes, { notes: { a: '1' } })
  await server.live.restore(board, notes, { notes: { a: '1' } })
  expect((await server.live.read(board, notes)).sequence).toBe(1)
})

test('a document of an older version is brought up to date before an editor can open it, once', async () => {
  const first = await startSync()
  first.people.add('Aino')
  await first.live.create(board, notes, { notes: { a: 'small' } })
  await first.close()

  const second = await startSync({ dataDirectory: first.dataDirectory, people: first.people, kinds: 'notes-2' })
  const reads = await Promise.all([1, 2, 3].map(() => second.live.read(board, notes)))
  for (const { content } of reads) expect(content).toEqual({ notes: { a: 'SMALL' } })
  const aino = stockClient(second)
  await aino.synced()

  expect(aino.content.toJSON()).toEqual({ a: 'SMALL' })
  expect(aino.doc.getMap('meta').get('version')).toBe(2)
  expect((await second.live.read(board, notes)).sequence).toBe(2)
})

test('a long log is compacted while people write, and nobody notices', async () => {
  const server = await startSync({ limits: { compactRows: 40, updatesPerSecond: 1e6, updateBurst: 1e6 } })
  server.people.add('Aino')
  const aino = stockClient(server)
  const eino = stockClient(server)
  await Promise.all([aino.synced(), eino.synced()])
  const compactions = () => server.log.filter(({ event }) => event === 'sync.compacted').length
  let count = 0
  const writing = setInterval(() => {
    aino.content.set(`note ${count % 10}`, count)
    eino.content.delete(`note ${(count + 5) % 10}`)
    count += 1
  }, 2)
  await expect.poll(compactions, { timeout: 15_000 }).toBeGreaterThanOrEqual(2)
  clearInterval(writing)
  aino.content.set('done', true)

  await expect.poll(() => eino.content.get('done')).toBe(true)
  await expect.poll(() => aino.content.toJSON()).toEqual(eino.content.toJSON())
  const newcomer = stockClient(server)
  await newcomer.synced()
  expect(newcomer.content.toJSON()).toEqual(aino.content.toJSON())
  expect(server.log.filter(({ level }) => level === 'error')).toEqual([])

  await server.close()
  const again = await startSync({ dataDirectory: server.dataDirectory, people: server.people })
  const reader = stockClient(again)
  await reader.synced()
  expect(reader.content.toJSON()).toEqual(aino.content.toJSON())
})

test('whoever is in the room is known to pages', async () => {
  const server = await startSync({ store: createMemoryStore() })
  server.people.add('Aino')
  const aino = stockClient(server)
  await aino.synced()

  await expect.poll(() => server.live.people(board)).toMatchObject([{ name: 'Aino', organisation: 'Haapavesi' }])
  aino.close()
  await expect.poll(() => server.live.people(board)).toEqual([])
})
