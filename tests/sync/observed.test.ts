import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { metricsText } from '../../server/metrics/family'
import { createMemoryStore } from '../../server/persistence/memory'
import { createLog } from '../../server/log'
import { failingStore } from '../support/sync/failing-store'
import { closeRawClients, RawClient, updateSetting } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'

afterEach(async () => {
  closeRawClients()
  await stopAll()
})

/** The figure of one line; 0 where there is none. */
function figure(server: SyncServer, line: string): number {
  const found = metricsText(server.metrics()).split('\n').find((text) => text.startsWith(`tahto_sync_${line} `))
  return Number(found?.split(' ').at(-1) ?? 0)
}

test('what goes in and out is counted, and how long people wait', async () => {
  const server = await startSync()
  server.people.add('Aino')
  server.people.add('Eino', { identity: { userId: undefined, seatId: 'seat1' } })
  const writer = await new RawClient(server).sync()
  const watcher = await new RawClient(server, { person: 'Eino' }).sync()
  await new RawClient(server, { person: 'Eino', room: 'artefact/board002' }).sync()
  const doc = new Y.Doc()
  for (const note of ['one', 'two', 'three']) writer.sendUpdate(updateSetting({ note }, doc))
  await writer.until(({ receipts }) => receipts.length === 3)
  await watcher.until((client) => client.doc().getMap('content').get('note') === 'three')

  expect(figure(server, 'rooms')).toBe(2)
  expect(figure(server, 'members{way="websocket"}')).toBe(3)
  expect(figure(server, 'participants{kind="account"}')).toBe(1)
  expect(figure(server, 'participants{kind="seat"}')).toBe(1)
  expect(figure(server, 'receipt_seconds_count')).toBe(3)
  expect(figure(server, 'committed_updates_total')).toBe(3)
  expect(figure(server, 'fan_out_seconds_count')).toBeGreaterThan(0)
  expect(figure(server, 'commit_bytes_sum')).toBeGreaterThan(50)
  expect(figure(server, 'received_messages_total')).toBe(6)
  expect(figure(server, 'received_bytes_total')).toBeGreaterThan(figure(server, 'commit_bytes_sum'))
  expect(figure(server, 'sent_messages_total')).toBeGreaterThan(10)
  expect(figure(server, 'sent_bytes_total')).toBeGreaterThan(200)
  expect(figure(server, 'unsaved_bytes')).toBe(0)
  expect(figure(server, 'saving')).toBe(1)
})

test('edits that wait for the disk are seen, and for how long', async () => {
  const store = failingStore(createMemoryStore())
  const server = await startSync({ store, limits: { cannotSaveAfter: 50 } })
  server.people.add('Aino')
  const writer = await new RawClient(server).sync()
  store.failing = true
  writer.sendUpdate(updateSetting({ note: 'not on disk' }))
  await expect.poll(() => figure(server, 'saving')).toBe(0)
  expect(figure(server, 'unsaved_bytes')).toBeGreaterThan(0)
  expect(figure(server, 'unsaved_seconds')).toBeGreaterThan(0.04)
  expect(figure(server, 'failed_commits_total')).toBeGreaterThan(0)
  expect(server.health().oldestUnsaved).toBeGreaterThan(40)
  store.failing = false
  await writer.until(({ receipts }) => receipts.length === 1)
  expect(figure(server, 'unsaved_seconds')).toBe(0)
})

test('refusals and closes are counted by their reason, compactions by how long they take', async () => {
  const server = await startSync({ limits: { compactRows: 3 } })
  server.people.add('Aino')
  server.people.add('Eino', { right: 'see' })
  const writer = await new RawClient(server).sync()
  const doc = new Y.Doc()
  for (const note of ['one', 'two', 'three']) writer.sendUpdate(updateSetting({ note }, doc))
  await expect.poll(() => figure(server, 'compaction_seconds_count')).toBe(1)
  expect(figure(server, 'jobs_total{job="compact"}')).toBe(1)

  const reader = await new RawClient(server, { person: 'Eino' }).sync()
  reader.sendUpdate(updateSetting({ note: 'not mine to change' }))
  await reader.until(({ closed }) => closed !== undefined)
  writer.sendUpdate(new Uint8Array([1, 2, 3]))
  await writer.until(({ closed }) => closed !== undefined)

  expect(figure(server, 'refused_updates_total{reason="read-only"}')).toBe(1)
  expect(figure(server, 'refused_updates_total{reason="malformed"}')).toBe(1)
  await new RawClient(server, { origin: 'https://elsewhere.example' }).settled()
  await new RawClient(server, { query: '?v=0' }).until(({ closed }) => closed !== undefined)

  expect(figure(server, 'refusals_total{event="sync.refused",reason="403"}')).toBe(1)
  expect(figure(server, 'refusals_total{event="sync.turned-away",reason="reload-needed"}')).toBe(1)
  expect(figure(server, 'closes_total{code="4403",reason="read-only"}')).toBe(1)
  expect(figure(server, 'closes_total{code="4400",reason="malformed"}')).toBe(1)
})

/** As the log would be written. */
function written(server: SyncServer): string {
  const lines: string[] = []
  const log = createLog((line) => lines.push(line))
  for (const { level, event, fields } of server.log) {
    const { cause, ...rest } = fields as Record<string, string>
    if (level === 'error') log.error(event, cause, rest)
    else log[level](event, fields as Record<string, string>)
  }
  return lines.join('\n')
}

// Trust case A41.
test('whatever people and strangers send, the log holds no content, no name, no token and no address', async () => {
  const server = await startSync({ limits: { compactRows: 2, malformedMessages: 3 } })
  server.people.add('Aino')
  server.people.add('Eino', { right: 'see' })
  const secret = 'Salaista: asiakkaan tilanne'
  const doc = new Y.Doc()
  const writer = await new RawClient(server, { query: '?epoch=' }).sync()
  writer.sendState(1, 1, JSON.stringify({ user: { name: secret }, place: secret }))
  for (const note of [secret, `${secret} 2`, `${secret} 3`]) writer.sendUpdate(updateSetting({ note }, doc))
  await writer.until(({ receipts }) => receipts.length === 3)
  await expect.poll(() => server.log.some(({ event }) => event === 'sync.compacted')).toBe(true)

  const hostile: ((client: RawClient) => void)[] = [
    (client) => client.sendUpdate(foreignRoot(secret)),
    (client) => client.sendUpdate(updateSetting({ note: secret }).subarray(0, 30)),
    (client) => client.sendUpdate(new TextEncoder().encode(secret)),
    (client) => ['one', 'two', 'three'].forEach(() => client.sendBytes(new TextEncoder().encode(secret))),
  ]
  for (const attack of hostile) {
    const client = await new RawClient(server).sync()
    attack(client)
    await client.until(({ closed }) => closed !== undefined)
  }
  const reader = await new RawClient(server, { person: 'Eino' }).sync()
  reader.sendUpdate(updateSetting({ note: secret }))
  await reader.until(({ closed }) => closed !== undefined)
  await new RawClient(server, { person: secret }).settled()
  await new RawClient(server, { room: `artefact/${encodeURIComponent(secret)}` }).settled()
  server.people.away = true
  const unlucky = await new RawClient(server).settled()
  await unlucky.until(({ closed }) => closed !== undefined)

  const log = written(server)
  expect(log.split('\n').length).toBeGreaterThan(5)
  for (const kept of ['Salaista', 'tilanne', 'Aino', 'Eino', 'Haapavesi', 'person=', 'session-of', '127.0.0.1']) {
    expect(log, kept).not.toContain(kept)
  }
})

function foreignRoot(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap(text).set('note', text)
  return Y.encodeStateAsUpdate(doc)
}
