import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createMemoryStore } from '../../server/persistence/memory'
import { failingStore } from '../support/sync/failing-store'
import { closeRawClients, RawClient, turn, updateSetting } from '../support/sync/raw-client'
import { startSync, stopAll } from '../support/sync/server'

afterEach(async () => {
  closeRawClients()
  await stopAll()
})

test('a receipt comes only when the edit is on disk, though the others see it at once', async () => {
  const store = failingStore(createMemoryStore())
  const server = await startSync({ store })
  server.people.add('Aino')
  const writer = await new RawClient(server).sync()
  const watcher = await new RawClient(server).sync()
  let written = () => undefined as void
  store.hold = new Promise((resolve) => {
    written = resolve
  })

  writer.sendUpdate(updateSetting({ note: 'on its way' }))
  await watcher.until((client) => client.doc().getMap('content').get('note') === 'on its way')
  expect(writer.receipts).toEqual([])
  written()
  await writer.until(({ receipts }) => receipts.length === 1)

  expect(writer.receipts).toEqual([1])
})

test('receipts come in the order of the updates, refused ones and empty ones among them', async () => {
  const store = failingStore(createMemoryStore())
  const server = await startSync({ store })
  server.people.add('Aino')
  const doc = new Y.Doc()
  const writer = await new RawClient(server).sync()
  let written = () => undefined as void
  store.hold = new Promise((resolve) => {
    written = resolve
  })
  const first = updateSetting({ a: 1 }, doc)
  updateSetting({ lost: 1 }, doc)
  const gap = updateSetting({ b: 2 }, doc)

  writer.sendUpdate(first)
  writer.sendUpdate(gap)
  writer.sendAnswer(new Uint8Array([0, 0]))
  writer.sendUpdate(first)
  // Refused is known at once, and still waits for its turn.
  await writer.until(({ notices }) => notices.some(({ kind }) => kind === 'refused'))
  await turn()
  expect(writer.receipts).toEqual([])
  written()
  await writer.until(({ receipts }) => receipts.length === 4)

  expect(writer.receipts).toEqual([1, 0, 1, 1])
})

test('when nothing can be saved people are told, nothing is lost, and it is saved when it can be', async () => {
  const store = failingStore(createMemoryStore())
  const server = await startSync({ store, limits: { cannotSaveAfter: 200, unloadAfter: 0 } })
  server.people.add('Aino')
  const writer = await new RawClient(server).sync()
  store.failing = true
  writer.sendUpdate(updateSetting({ note: 'not on disk' }))
  await writer.until(({ notices }) => notices.some(({ kind }) => kind === 'cannot-save'))

  expect(server.health().writable).toBe(false)
  expect(writer.receipts).toEqual([])
  const newcomer = await new RawClient(server).sync()
  expect(newcomer.notices).toContainEqual({ kind: 'cannot-save' })
  expect(newcomer.doc().getMap('content').get('note')).toBe('not on disk')

  store.failing = false
  await writer.until(({ receipts }) => receipts.length === 1)
  expect(writer.receipts).toEqual([1])
  expect(writer.notices).toContainEqual({ kind: 'saved-again' })
  expect(server.health().writable).toBe(true)
})

test('a disk that fails is noticed also while nobody writes', async () => {
  const store = failingStore(createMemoryStore())
  const server = await startSync({ store, limits: { cannotSaveAfter: 50, probeEvery: 50 } })
  store.failing = true
  await expect.poll(() => server.health().writable).toBe(false)
  store.failing = false
  await expect.poll(() => server.health().writable).toBe(true)
})

test('another process that holds the write lock delays receipts and nothing else', async () => {
  const server = await startSync()
  server.people.add('Aino')
  const writer = await new RawClient(server).sync()
  const watcher = await new RawClient(server).sync()
  const other = new Sqlite(path.join(server.dataDirectory, 'collab.db'))
  other.exec('BEGIN IMMEDIATE')
  let last = performance.now()
  let longest = 0
  const watching = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)

  writer.sendUpdate(updateSetting({ note: 'waits for the disk' }))
  await watcher.until((client) => client.doc().getMap('content').get('note') === 'waits for the disk')
  await expect.poll(() => server.log.filter(({ event }) => event === 'sync.commit-failed').length).toBeGreaterThan(2)
  expect(writer.receipts).toEqual([])
  other.exec('ROLLBACK')
  other.close()
  await writer.until(({ receipts }) => receipts.length === 1)
  clearInterval(watching)

  expect(writer.receipts).toEqual([1])
  expect(longest).toBeLessThan(200)
})

test('a document with a corrupt row opens with what is good, for reading only; others are unharmed', async () => {
  const first = await startSync()
  first.people.add('Aino')
  for (const room of ['artefact/board001', 'artefact/board002']) {
    const doc = new Y.Doc()
    const writer = await new RawClient(first, { room }).sync()
    for (const key of ['one', 'two', 'three']) writer.sendUpdate(updateSetting({ [key]: key }, doc))
    await writer.until(({ receipts }) => receipts.length === 3)
  }
  await first.close()
  const database = new Sqlite(path.join(first.dataDirectory, 'collab.db'))
  database.exec(`UPDATE log SET data = x'ffff' WHERE document = 'artefact/board001' AND sequence = 2`)
  database.close()

  const second = await startSync({ dataDirectory: first.dataDirectory, people: first.people })
  const reader = await new RawClient(second).sync()
  expect(reader.doc().getMap('content').toJSON()).toEqual({ one: 'one' })
  expect(reader.notices.slice(0, 4)).toMatchObject([{ right: 'see' }, { kind: 'epoch' }, { kind: 'you' }, { kind: 'damaged' }])
  expect(second.log).toContainEqual(expect.objectContaining({ level: 'error', event: 'sync.damaged' }))
  reader.sendUpdate(updateSetting({ four: 'four' }))
  await reader.until(({ receipts }) => receipts.length === 1)
  expect(reader.receipts).toEqual([0])

  const other = await new RawClient(second, { room: 'artefact/board002' }).sync()
  expect(other.doc().getMap('content').size).toBe(3)
  other.sendUpdate(updateSetting({ four: 'four' }))
  await other.until(({ receipts }) => receipts.length === 1)
  expect(other.receipts).toEqual([1])
})
