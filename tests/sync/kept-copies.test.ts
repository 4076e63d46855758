import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { KindId } from '../../app/artefacts/registry'
import type { KeptCopy } from '../../app/load-context'
import { createMemoryStore } from '../../server/persistence/memory'
import { closeRawClients, RawClient, updateSetting } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'

// SPEC R39: what a browser holds and cannot send into the room.

afterEach(async () => {
  closeRawClients()
  await stopAll()
})

const notes = 'notes' as KindId
const board = 'board001'

async function boardWith(values: Record<string, string>): Promise<SyncServer> {
  const server = await startSync({ store: createMemoryStore() })
  server.people.add('Aino')
  await server.live.create(board, notes, { notes: values })
  return server
}

/** A browser that joined, went offline and then did this. */
async function copyThat(server: SyncServer, change: (content: Y.Map<unknown>, doc: Y.Doc) => void): Promise<KeptCopy> {
  const client = await new RawClient(server).sync()
  await client.until(({ notices }) => notices.some(({ kind }) => kind === 'position'))
  const said = (kind: string, field: string) => String(client.notices.find((notice) => notice.kind === kind)?.[field])
  const doc = client.doc()
  change(doc.getMap('content'), doc)
  return {
    update: Y.encodeStateAsUpdate(doc),
    epoch: said('epoch', 'epoch'),
    position: said('position', 'position'),
  }
}

const content = async (server: SyncServer) => (await server.live.read(board, notes)).content

test('a copy is read as its kind reads it, and looking into it changes nothing', async () => {
  const server = await boardWith({ a: 'alku' })
  const copy = await copyThat(server, (mine) => mine.set('b', 'junassa'))
  expect(await server.live.examineCopy(board, notes, copy)).toMatchObject({
    outcome: 'holds-more',
    sameHistory: true,
    content: { notes: { a: 'alku', b: 'junassa' } },
  })
  expect(await content(server)).toEqual({ notes: { a: 'alku' } })
})

test('the same edits have one fingerprint, also when others went on and the copy has heard of that', async () => {
  const server = await boardWith({ a: 'alku' })
  const fingerprint = async (copy: KeptCopy) => {
    const examined = await server.live.examineCopy(board, notes, copy)
    return 'fingerprint' in examined ? examined.fingerprint : examined.outcome
  }
  const copy = await copyThat(server, (mine) => {
    mine.set('b', 'junassa')
    mine.delete('a')
  })
  const first = await fingerprint(copy)
  const other = await new RawClient(server).sync()
  other.sendUpdate(updateSetting({ c: 'muut' }))
  await other.until(({ receipts }) => receipts.length === 1)
  const later = new Y.Doc()
  Y.applyUpdate(later, copy.update)
  for (const update of (await new RawClient(server).sync()).updates) Y.applyUpdate(later, update)
  expect(await fingerprint({ ...copy, update: Y.encodeStateAsUpdate(later) })).toBe(first)
  later.getMap('content').set('d', 'lisää')
  expect(await fingerprint({ ...copy, update: Y.encodeStateAsUpdate(later) })).not.toBe(first)
})

test('a copy that holds nothing which the room lacks is nothing new', async () => {
  const server = await boardWith({ a: 'alku' })
  const copy = await copyThat(server, () => undefined)
  expect(await server.live.examineCopy(board, notes, copy)).toEqual({ outcome: 'nothing-new' })
})

test('random bytes, a cut update and a foreign root type are unreadable, and nothing happens to the room', async () => {
  const server = await boardWith({ a: 'alku' })
  const copy = await copyThat(server, (mine) => mine.set('b', 'junassa'))
  const foreign = await copyThat(server, (_mine, doc) => doc.getMap('elsewhere').set('x', 1))
  const cut = copy.update.slice(0, -1)
  for (const update of [new Uint8Array([1, 2, 3]), new Uint8Array(), cut, foreign.update]) {
    expect(await server.live.examineCopy(board, notes, { ...copy, update })).toEqual({ outcome: 'unreadable' })
  }
  expect(await content(server)).toEqual({ notes: { a: 'alku' } })
})

test('merged, it is everybody’s at once and on disk, and what others did meanwhile stays', async () => {
  const server = await boardWith({ a: 'alku' })
  const copy = await copyThat(server, (mine) => mine.set('b', 'junassa'))
  const other = await new RawClient(server).sync()
  other.sendUpdate(updateSetting({ c: 'muut' }))
  await other.until(({ receipts }) => receipts.length === 1)

  expect(await server.live.previewMerge(board, notes, copy)).toEqual({
    outcome: 'mergeable',
    now: { notes: { a: 'alku', c: 'muut' } },
    merged: { notes: { a: 'alku', b: 'junassa', c: 'muut' } },
  })
  expect(await content(server)).toEqual({ notes: { a: 'alku', c: 'muut' } })
  expect(await server.live.mergeCopy(board, copy)).toBe(true)
  await other.until((client) => client.doc().getMap('content').get('b') === 'junassa')
  expect(await content(server)).toEqual({ notes: { a: 'alku', b: 'junassa', c: 'muut' } })
  const { sequence } = await server.live.read(board, notes)
  expect(await server.live.mergeCopy(board, copy)).toBe(true)
  expect((await server.live.read(board, notes)).sequence).toBe(sequence)
})

test('of another history it is never merged, only read', async () => {
  const server = await boardWith({ a: 'alku' })
  const copy = await copyThat(server, (mine) => mine.set('b', 'junassa'))
  for (const history of [{ epoch: 'another' }, { position: copy.position.replace(/\.\d+\./, '.99.') }]) {
    const stranger = { ...copy, ...history }
    expect(await server.live.examineCopy(board, notes, stranger)).toMatchObject({ sameHistory: false })
    expect(await server.live.previewMerge(board, notes, stranger)).toEqual({ outcome: 'other-history' })
    expect(await server.live.mergeCopy(board, stranger)).toBe(false)
  }
  expect(await content(server)).toEqual({ notes: { a: 'alku' } })
})
