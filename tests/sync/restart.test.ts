import { rmSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { forkServer, killForked } from '../support/sync/forked-server'
import { closeRawClients, RawClient, turn, updateSetting } from '../support/sync/raw-client'
import { startSync, stopAll } from '../support/sync/server'
import { closeClients, stockClient } from '../support/sync/stock-client'

afterEach(async () => {
  closeClients()
  closeRawClients()
  killForked()
  await stopAll()
})

test('every edit that was called saved is there after the server was killed in the middle of work', async () => {
  let dataDirectory: string | undefined
  const saved = new Set<string>()
  for (let round = 0; round < 3; round += 1) {
    const server = await forkServer({ dataDirectory })
    dataDirectory = server.dataDirectory
    const writers = await Promise.all(
      Array.from({ length: 4 }, async (_, index) => {
        const client = await new RawClient(server, { person: index % 2 ? 'Aino' : 'Eino' }).sync()
        return { client, doc: new Y.Doc(), sent: [] as string[], name: `${round}-${index}` }
      }),
    )
    const writing = setInterval(() => {
      for (const { client, doc, sent, name } of writers) {
        const key = `${name}-${sent.length}`
        sent.push(key)
        client.sendUpdate(updateSetting({ [key]: key }, doc))
      }
    }, 1)
    const receipts = () => writers.reduce((sum, { client }) => sum + client.receipts.length, 0)
    while (receipts() < 100 + 30 * round) await turn()
    server.process.kill('SIGKILL')
    clearInterval(writing)
    await server.ended
    await Promise.all(writers.map(({ client }) => client.until(({ closed }) => closed !== undefined)))
    for (const { client, sent } of writers) for (const key of sent.slice(0, client.receipts.length)) saved.add(key)
  }

  const server = await forkServer({ dataDirectory })
  const reader = await new RawClient(server).sync()
  const there = new Set(reader.doc().getMap('content').keys())
  expect([...saved].filter((key) => !there.has(key))).toEqual([])
  expect(saved.size).toBeGreaterThan(300)
  const database = new Sqlite(path.join(server.dataDirectory, 'collab.db'), { readonly: true })
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  database.close()
  server.process.kill('SIGTERM')
  await server.ended
  rmSync(server.dataDirectory, { recursive: true, force: true })
}, 60_000)

test('a server that is told to stop says so, saves what is on its way, and is gone within two seconds', async () => {
  const server = await forkServer()
  const clients = await Promise.all(Array.from({ length: 19 }, () => new RawClient(server).sync()))
  const sent = clients.map((client, index) => {
    const doc = new Y.Doc()
    for (let time = 0; time < 20; time += 1) client.sendUpdate(updateSetting({ [`${index}-${time}`]: time }, doc))
    return doc
  })
  await clients[0]?.until(({ receipts }) => receipts.length > 0)
  const told = Date.now()
  server.process.kill('SIGTERM')
  const { code } = await server.ended

  expect(Date.now() - told).toBeLessThan(2000)
  expect(code).toBe(0)
  for (const client of clients) {
    await client.until(({ closed }) => closed !== undefined)
    expect(client.closed).toEqual({ code: 1012, reason: 'restarting' })
    expect(client.notices).toContainEqual({ kind: 'restarting' })
  }
  const again = await startSync({ dataDirectory: server.dataDirectory })
  again.people.add('Aino')
  const there = new Set((await new RawClient(again).sync()).doc().getMap('content').keys())
  clients.forEach(({ receipts }, index) => {
    const keys = [...(sent[index]?.getMap('content').keys() ?? [])]
    for (const key of keys.slice(0, receipts.length)) expect(there).toContain(key)
  })
}, 40_000)

test('a restart in the middle of a workshop doubles nothing and loses nothing', async () => {
  const first = await startSync()
  first.people.add('Aino')
  const clients = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const client = stockClient(first)
      await client.synced()
      return client
    }),
  )
  const text = () => clients.map(({ doc }) => doc.getMap('content').get('text'))
  clients[0]?.content.set('text', new Y.Text('alku '))
  await expect.poll(() => text().every((found) => found instanceof Y.Text)).toBe(true)
  const type = (words: string) => {
    for (const found of text()) if (found instanceof Y.Text) found.insert(found.length, words)
  }
  type('ennen ')
  await first.close()
  type('aikana ')
  const second = await startSync({ dataDirectory: first.dataDirectory, people: first.people, port: first.port })
  await expect.poll(() => clients.every(({ provider }) => provider.synced), { timeout: 10_000 }).toBe(true)
  type('jälkeen ')

  const count = (found: unknown, word: string) => String(found).split(' ').filter((one) => one === word).length
  const counts = () =>
    text().map((found) => ['alku', 'ennen', 'aikana', 'jälkeen'].map((word) => count(found, word)).join(' '))
  await expect.poll(counts, { timeout: 10_000 }).toEqual(Array(8).fill('1 8 8 8'))
  await expect.poll(() => new Set(text().map(String)).size).toBe(1)
  expect(second.log.filter(({ level }) => level === 'error')).toEqual([])
}, 40_000)

test('a room that everybody has left goes from memory and comes back as it was', async () => {
  const server = await startSync({ limits: { unloadAfter: 50, sweepEvery: 30 } })
  server.people.add('Aino')
  const writer = await new RawClient(server).sync()
  writer.sendUpdate(updateSetting({ note: 'kept' }))
  await writer.until(({ receipts }) => receipts.length === 1)
  expect(server.health().rooms).toBe(1)
  writer.socket.close()
  await expect.poll(() => server.health().rooms).toBe(0)

  const reader = await new RawClient(server).sync()
  expect(reader.doc().getMap('content').get('note')).toBe('kept')
})
