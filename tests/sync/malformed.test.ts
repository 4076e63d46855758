import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createMemoryStore } from '../../server/persistence/memory'
import {
  brokenFrames,
  cutUpdates,
  deletionOfNothing,
  largeCutUpdate,
  poisonedUpdates,
  randomMessages,
  unreadableMessages,
  updateOnItself,
} from '../support/sync/hostile-bytes'
import { closeRawClients, RawClient, updateSetting, waysIn } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'
import { bareSocket } from '../support/sync/upgrade'

afterEach(async () => {
  closeRawClients()
  await stopAll()
})

async function serverWithNote(): Promise<{ server: SyncServer; watcher: RawClient }> {
  const server = await startSync({ store: createMemoryStore() })
  for (const name of ['Aino', 'Mallory']) server.people.add(name)
  const watcher = await new RawClient(server).sync()
  watcher.sendUpdate(updateSetting({ note: 'whole' }))
  await watcher.until(({ receipts }) => receipts.length === 1)
  return { server, watcher }
}

/** What the room holds is what it held, for those in it and for whoever comes, and edits are still taken. */
async function expectUnharmed({ server, watcher }: { server: SyncServer; watcher: RawClient }, seen: number) {
  expect(watcher.updates).toHaveLength(seen)
  const newcomer = await new RawClient(server).sync()
  expect(newcomer.doc().getMap('content').toJSON()).toEqual({ note: 'whole' })
  expect(newcomer.doc().store.pendingStructs).toBeNull()
  const receipts = watcher.receipts.length
  watcher.sendUpdate(updateSetting({ other: 'still works' }))
  await watcher.until((client) => client.receipts.length === receipts + 1)
  expect(watcher.receipts.at(-1)).toBe(1)
}

test.each(brokenFrames)('a frame $what ends its sender and nobody else', async ({ frame, code }) => {
  const room = await serverWithNote()
  const { socket, closeCode } = await bareSocket(room.server, 'Mallory')
  socket.write(frame)

  expect(await closeCode()).toBe(code)
  await expectUnharmed(room, 1)
})

test('text, empty frames, unknown messages and noise are counted, and then their sender is closed', async () => {
  const room = await serverWithNote()
  for (const { message } of unreadableMessages) {
    const mallory = await new RawClient(room.server, { person: 'Mallory' }).settled()
    mallory.socket.send(message)
    await mallory.sync()
    for (let time = 0; time < 10; time += 1) mallory.socket.send(message)
    await mallory.until(({ closed }) => closed !== undefined)
    expect(mallory.closed).toEqual({ code: 4400, reason: 'malformed' })
  }
  await expectUnharmed(room, 1)
})

test('five hundred random messages change nothing', async () => {
  const room = await serverWithNote()
  const messages = randomMessages(500)
  for (let sender = 0; sender < 50; sender += 1) {
    const mallory = await new RawClient(room.server, { person: 'Mallory' }).settled()
    for (const message of messages.slice(sender * 10, sender * 10 + 10)) mallory.sendBytes(message)
    mallory.socket.close()
  }
  await expectUnharmed(room, 1)
})

test('an update that was cut anywhere is refused before it touches the document', async () => {
  const room = await serverWithNote()
  for (const update of cutUpdates()) {
    const mallory = await new RawClient(room.server, { person: 'Mallory' }).sync()
    mallory.sendUpdate(update)
    await mallory.until(({ closed }) => closed !== undefined, `refusal of ${update.byteLength} bytes`)
    expect(mallory.closed?.code).toBe(4400)
    expect(mallory.receipts).toEqual([0])
  }
  await expectUnharmed(room, 1)
})

test('a large update that a worker finds unreadable ends its sender alone, with what was sent behind it', async () => {
  const room = await serverWithNote()
  for (const way of waysIn) {
    const mallory = await new RawClient(room.server, { person: 'Mallory', way }).sync()
    mallory.sendUpdate(largeCutUpdate())
    mallory.sendUpdate(updateSetting({ behind: 1 }))
    await mallory.until(({ closed }) => closed !== undefined)
    expect(mallory.closed).toEqual({ code: 4400, reason: 'malformed' })
    expect(mallory.receipts).toEqual([0])
  }
  await expectUnharmed(room, 1)
})

test('an update that makes another root type, or uses a known one as a list, is refused', async () => {
  const room = await serverWithNote()
  const poisons = poisonedUpdates()
  for (const { update } of poisons) {
    const mallory = await new RawClient(room.server, { person: 'Mallory' }).sync()
    mallory.sendUpdate(update)
    await mallory.until(({ closed }) => closed !== undefined)
    expect(mallory.closed?.code).toBe(4400)
    expect(mallory.notices).toContainEqual({ kind: 'refused', reason: 'unknown-root' })
  }
  expect(room.server.audit).toHaveLength(poisons.length)
  await expectUnharmed(room, 1)
})

test('an update that stands on itself is refused: it would throw in every browser', async () => {
  const room = await serverWithNote()
  const mallory = await new RawClient(room.server, { person: 'Mallory' }).sync()
  mallory.sendUpdate(updateOnItself())
  await mallory.until(({ closed }) => closed !== undefined)

  expect(mallory.closed?.code).toBe(4400)
  await expectUnharmed(room, 1)
})

test('an update whose predecessor is missing is not stored, and what is missing is asked for', async () => {
  const server = await startSync({ store: createMemoryStore() })
  server.people.add('Aino')
  const doc = new Y.Doc()
  const lost = updateSetting({ first: 1 }, doc)
  const next = updateSetting({ second: 2 }, doc)
  const aino = await new RawClient(server).sync()
  const watcher = await new RawClient(server).sync()
  const asked = () => aino.heard.filter((word) => word === 'sync-step-1').length
  const askedBefore = asked()

  aino.sendUpdate(next)
  await aino.until(({ receipts }) => receipts.length === 1)
  expect(aino.receipts).toEqual([0])
  await aino.until(() => asked() === askedBefore + 1)
  aino.sendAnswer(Y.mergeUpdates([lost, next]))
  await aino.until(({ receipts }) => receipts.length === 2)

  expect(aino.receipts).toEqual([0, 1])
  await watcher.until((client) => client.doc().getMap('content').size === 2)
  expect(watcher.doc().store.pendingStructs).toBeNull()
})

test('one who answers with a gap again and again is closed instead of asked for ever', async () => {
  const room = await serverWithNote()
  const doc = new Y.Doc()
  updateSetting({ lost: 1 }, doc)
  const gap = updateSetting({ next: 2 }, doc)
  const mallory = await new RawClient(room.server, { person: 'Mallory' }).sync()
  for (let time = 0; time < 3; time += 1) mallory.sendAnswer(gap)
  await mallory.until(({ closed }) => closed !== undefined)

  expect(mallory.receipts).toEqual([0, 0, 0])
  expect(mallory.closed?.code).toBe(4400)
  await expectUnharmed(room, 1)
})

test('a deletion of what nobody has written is a gap', async () => {
  const room = await serverWithNote()
  const mallory = await new RawClient(room.server, { person: 'Mallory' }).sync()
  mallory.sendUpdate(deletionOfNothing())
  await mallory.until(({ receipts }) => receipts.length === 1)

  expect(mallory.receipts).toEqual([0])
  await expectUnharmed(room, 1)
})
