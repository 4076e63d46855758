import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createMemoryStore } from '../../server/persistence/memory'
import { closeRawClients, RawClient, turn, updateSetting } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServerOptions } from '../support/sync/server'
import { closeClients, stockClient } from '../support/sync/stock-client'

afterEach(async () => {
  closeClients()
  closeRawClients()
  await stopAll()
})

const start = (options: SyncServerOptions = {}) => startSync({ store: createMemoryStore(), ...options })

test.each(['see', 'comment'] as const)('one who may only %s and sends an edit is refused, written down and closed', async (right) => {
  const server = await start()
  server.people.add('Aino')
  server.people.add('Viewer', { right })
  const watcher = await new RawClient(server).sync()
  const viewer = await new RawClient(server, { person: 'Viewer' }).sync()
  const seen = watcher.updates.length

  viewer.sendUpdate(updateSetting({ note: 'not mine to write' }))
  await viewer.until(({ closed }) => closed !== undefined)

  expect(viewer.receipts).toEqual([0])
  expect(viewer.notices).toContainEqual({ kind: 'refused', reason: 'read-only' })
  expect(viewer.closed).toEqual({ code: 4403, reason: 'read-only' })
  expect(server.audit).toMatchObject([{ room: 'artefact/board001', reason: 'read-only', identity: { userId: 'viewer' } }])
  expect(watcher.updates).toHaveLength(seen)
  expect((await new RawClient(server).sync()).doc().getMap('content').size).toBe(0)
})

test('an unchanged y-websocket that may only look sees everything and is not closed', async () => {
  const server = await start()
  server.people.add('Aino')
  server.people.add('Viewer', { right: 'see' })
  const aino = stockClient(server)
  const viewer = stockClient(server, { person: 'Viewer' })
  await Promise.all([aino.synced(), viewer.synced()])
  aino.content.set('note', 'to be read')

  await expect.poll(() => viewer.content.get('note')).toBe('to be read')
  expect(viewer.closes).toEqual([])
})

test('whose seat is revoked is out within two seconds, and what is sent afterwards is not stored', async () => {
  const server = await start()
  server.people.add('Aino')
  const guest = server.people.add('Guest', { identity: { participantKey: 'seat:s1', userId: undefined, seatId: 's1' } })
  const watcher = await new RawClient(server).sync()
  const socket = await new RawClient(server, { person: 'Guest' }).sync()
  guest.refused = 'removed'
  const started = Date.now()

  const announced = server.live.rightsChanged({ seatId: 's1' })
  await announced
  socket.sendUpdate(updateSetting({ note: 'too late' }))
  await socket.until(({ closed }) => closed !== undefined)

  expect(Date.now() - started).toBeLessThan(2000)
  expect(socket.closed).toEqual({ code: 4403, reason: 'removed' })
  expect(socket.notices).toContainEqual({ kind: 'closing', code: 4403, reason: 'removed' })
  expect(watcher.updates).toHaveLength(1)
  const again = new RawClient(server, { person: 'Guest' })
  await again.until(({ closed }) => closed !== undefined)
  expect(again.closed).toEqual({ code: 4403, reason: 'removed' })
})

test('closing a workshop closes its guests and leaves the others', async () => {
  const server = await start()
  server.people.add('Aino')
  const guests = ['One', 'Two'].map((name) =>
    server.people.add(name, { identity: { participantKey: `seat:${name}`, workshopId: 'w1' } }),
  )
  const member = await new RawClient(server).sync()
  const sockets = await Promise.all(['One', 'Two'].map((person) => new RawClient(server, { person }).sync()))
  for (const guest of guests) guest.refused = 'workshop-closed'

  await server.live.rightsChanged({ workshopId: 'w1' })

  for (const socket of sockets) {
    await socket.until(({ closed }) => closed !== undefined)
    expect(socket.closed).toEqual({ code: 4403, reason: 'workshop-closed' })
  }
  member.sendUpdate(updateSetting({ still: 'open' }))
  await member.until(({ receipts }) => receipts.length === 1)
})

test('whoever signs out is closed in every room', async () => {
  const server = await start()
  const aino = server.people.add('Aino')
  const rooms = ['artefact/board001', 'artefact/board002']
  const sockets = await Promise.all(rooms.map((room) => new RawClient(server, { room }).sync()))
  aino.refused = 'signed-out'

  await server.live.rightsChanged({ sessionTokenHash: 'session-of-Aino' })

  for (const socket of sockets) {
    await socket.until(({ closed }) => closed !== undefined)
    expect(socket.closed).toEqual({ code: 4401, reason: 'signed-out' })
  }
})

test('whoever loses the right to edit goes on reading, and gets it back with what was written meanwhile', async () => {
  const server = await start()
  const aino = server.people.add('Aino')
  server.people.add('Eino')
  const doc = new Y.Doc()
  const writer = await new RawClient(server).sync()
  const other = await new RawClient(server, { person: 'Eino' }).sync()
  aino.right = 'see'
  await server.live.rightsChanged({ artefactId: 'board001' })
  await writer.until(({ notices }) => notices.some(({ right }) => right === 'see'))

  // On its way while the right was taken: refused, but nobody is thrown out for it.
  writer.sendUpdate(updateSetting({ mine: 1 }, doc))
  await writer.until(({ receipts }) => receipts.length === 1)
  expect(writer.receipts).toEqual([0])
  other.sendUpdate(updateSetting({ theirs: 2 }))
  await writer.until((client) => client.doc().getMap('content').get('theirs') === 2)

  const asked = writer.heard.filter((word) => word === 'sync-step-1').length
  aino.right = 'edit'
  await server.live.rightsChanged({ artefactId: 'board001' })
  await writer.until(({ heard }) => heard.filter((word) => word === 'sync-step-1').length === asked + 1)
  writer.sendAnswer(Y.encodeStateAsUpdate(doc))
  await writer.until(({ receipts }) => receipts.length === 2)

  expect(writer.receipts).toEqual([0, 1])
  await other.until((client) => client.doc().getMap('content').get('mine') === 1)
})

test('a session that ends by its own time is closed without anybody announcing it', async () => {
  const server = await start()
  const aino = server.people.add('Aino', { sessionExpiresAt: Date.now() + 500 })
  const socket = await new RawClient(server).sync()
  aino.refused = 'signed-out'
  await socket.until(({ closed }) => closed !== undefined)

  expect(socket.closed?.code).toBe(4401)
})

test('a right that was changed elsewhere is found out by itself', async () => {
  const server = await start({ limits: { recheckEvery: 100 } })
  const aino = server.people.add('Aino')
  const socket = await new RawClient(server).sync()
  aino.refused = 'no-right'
  await socket.until(({ closed }) => closed !== undefined)

  expect(socket.closed).toEqual({ code: 4403, reason: 'no-right' })
})

test('a right that is taken while somebody is on the way in does not let them in', async () => {
  const server = await start()
  const guest = server.people.add('Guest', { identity: { seatId: 's1' } })
  let answer: () => void = () => undefined
  server.people.hold = new Promise((resolve) => {
    answer = resolve
  })
  const asked = new Promise<void>((resolve) => server.people.onAsked(resolve))
  const socket = new RawClient(server, { person: 'Guest' })
  await asked

  guest.refused = 'removed'
  await server.live.rightsChanged({ seatId: 's1' })
  answer()
  await socket.until(({ closed }) => closed !== undefined)

  expect(socket.closed).toEqual({ code: 4403, reason: 'removed' })
  expect(socket.updates).toEqual([])
})

test('when a changed right cannot be looked up, the socket is closed and asked to come again', async () => {
  const server = await start({ limits: { recheckWithin: 100 } })
  server.people.add('Aino')
  const socket = await new RawClient(server).sync()
  server.people.hold = new Promise(() => undefined)

  await server.live.rightsChanged({ userId: 'aino' })

  await socket.until(({ closed }) => closed !== undefined)
  expect(socket.closed).toEqual({ code: 1013, reason: 'try-again' })
})

test('a changed name is seen by the others at once', async () => {
  const server = await start()
  const aino = server.people.add('Aino')
  const watcher = await new RawClient(server).sync()
  const writer = await new RawClient(server).sync()
  writer.sendState(11, 1, '{}')
  await watcher.until(({ awareness }) => awareness.has(11))
  aino.identity = { ...aino.identity, name: 'Aino Uusi' }

  await server.live.rightsChanged({ userId: 'aino' })

  await watcher.until(({ awareness }) => awareness.get(11)?.state?.user !== undefined)
  await expect.poll(() => watcher.awareness.get(11)?.state?.user).toMatchObject({ name: 'Aino Uusi' })
})

test('an answer that was asked for before a right was taken away does not give it back', async () => {
  const server = await start({ limits: { recheckEvery: 100 } })
  const person = server.people.add('Aino')
  const client = await new RawClient(server).sync()
  let release: () => void = () => undefined
  server.people.hold = new Promise((resolve) => (release = resolve))
  // The sweep has asked, and the answer is on its way.
  await expect.poll(() => server.people.waiting).toBe(1)
  server.people.hold = undefined
  person.right = 'see'
  await server.live.rightsChanged({ artefactId: 'board001' })
  await client.until(({ notices }) => notices.some(({ right }) => right === 'see'))
  release()
  await turn()
  client.sendUpdate(updateSetting({ note: 'too late' }))
  await client.until(({ receipts }) => receipts.length === 1)

  expect(client.receipts).toEqual([0])
  expect(client.notices.filter(({ kind }) => kind === 'right').map(({ right }) => right)).toEqual(['edit', 'see'])
})

test('who has the artefact open hears that something beside its content has changed, and nobody else does (P12)', async () => {
  const server = await start()
  server.people.add('Aino')
  const here = await new RawClient(server).sync()
  const elsewhere = await new RawClient(server, { room: 'artefact/board002' }).sync()

  server.live.pageChanged('board001')
  server.live.pageChanged('nobodyhere')

  await here.until(({ notices }) => notices.some(({ kind }) => kind === 'page-changed'))
  await server.live.rightsChanged({ artefactId: 'board002' })
  expect(here.notices.filter(({ kind }) => kind === 'page-changed')).toEqual([{ kind: 'page-changed' }])
  expect(elsewhere.notices.map(({ kind }) => kind)).not.toContain('page-changed')
})
