import { connect } from 'node:net'
import * as encoding from 'lib0/encoding'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createMemoryStore } from '../../server/persistence/memory'
import { closeRawClients, RawClient, updateSetting } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'

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

/** A socket below the WebSocket library: any bytes can be sent after the handshake. */
async function handshake(server: SyncServer) {
  const socket = connect(server.port, '127.0.0.1')
  let received = Buffer.alloc(0)
  socket.on('data', (data) => {
    received = Buffer.concat([received, data])
  })
  socket.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.write(
    'GET /sync/artefact/board001 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
      `Origin: ${server.origin}\r\nCookie: person=Mallory\r\n\r\n`,
  )
  await expect.poll(() => received.includes('\r\n\r\n')).toBe(true)
  return {
    socket,
    /** The code of the close frame that ended it. */
    closeCode: async () => {
      await ended
      const at = received.lastIndexOf(Buffer.from([0x88]))
      return at < 0 ? undefined : received.readUInt16BE(at + 2)
    },
  }
}

const masked = (firstByte: number, payload: number[]) =>
  Buffer.from([firstByte, 0x80 | payload.length, 0, 0, 0, 0, ...payload])

test.each([
  ['without a mask', Buffer.from([0x82, 0x01, 0x00]), 1002],
  ['with reserved bits', masked(0xf2, [0]), 1002],
  ['that claims to be larger than anything', Buffer.from([0x82, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]), 1009],
  ['of text that is no text', masked(0x81, [0xff, 0xfe]), 1007],
])('a frame %s ends its sender and nobody else', async (_what, frame, code) => {
  const room = await serverWithNote()
  const { socket, closeCode } = await handshake(room.server)
  socket.write(frame)

  expect(await closeCode()).toBe(code)
  await expectUnharmed(room, 1)
})

test('text, empty frames, unknown messages and noise are counted, and then their sender is closed', async () => {
  const room = await serverWithNote()
  const noise = [
    (client: RawClient) => client.socket.send('hello'),
    (client: RawClient) => client.sendBytes(new Uint8Array()),
    (client: RawClient) => client.sendBytes(new Uint8Array([77, 1, 2])),
    (client: RawClient) => client.sendBytes(new Uint8Array([0, 0, 200])),
    (client: RawClient) => client.sendBytes(new Uint8Array([1, 3, 255, 255, 255])),
  ]
  for (const make of noise) {
    const mallory = await new RawClient(room.server, { person: 'Mallory' }).settled()
    make(mallory)
    await mallory.sync()
    for (let time = 0; time < 10; time += 1) make(mallory)
    await mallory.until(({ closed }) => closed !== undefined)
    expect(mallory.closed).toEqual({ code: 4400, reason: 'malformed' })
  }
  await expectUnharmed(room, 1)
})

test('five hundred random messages change nothing', async () => {
  const room = await serverWithNote()
  let random = 12345
  const byte = () => {
    random = (random * 1103515245 + 12345) % 2147483648
    return random >> 16
  }
  for (let sender = 0; sender < 50; sender += 1) {
    const mallory = await new RawClient(room.server, { person: 'Mallory' }).settled()
    for (let time = 0; time < 10; time += 1) {
      mallory.sendBytes(Uint8Array.from({ length: byte() % 60 }, byte))
    }
    mallory.socket.close()
  }
  await expectUnharmed(room, 1)
})

test('an update that was cut anywhere is refused before it touches the document', async () => {
  const room = await serverWithNote()
  const whole = updateSetting({ note: 'broken', more: 'text' })
  for (let length = 0; length < whole.byteLength; length += 1) {
    const mallory = await new RawClient(room.server, { person: 'Mallory' }).sync()
    mallory.sendUpdate(whole.slice(0, length))
    await mallory.until(({ closed }) => closed !== undefined, `refusal of ${length} bytes`)
    expect(mallory.closed?.code).toBe(4400)
    expect(mallory.receipts).toEqual([0])
  }
  await expectUnharmed(room, 1)
})

test('an update that makes another root type, or uses a known one as a list, is refused', async () => {
  const room = await serverWithNote()
  const poisons = [
    (doc: Y.Doc) => doc.getMap('somewhere').set('a', 1),
    (doc: Y.Doc) => doc.getArray('content').push(['a list']),
    (doc: Y.Doc) => doc.getText('content').insert(0, 'a text'),
    (doc: Y.Doc) => doc.getXmlFragment('meta').push([new Y.XmlText('x')]),
    (doc: Y.Doc) => doc.getMap('content').set('nested', new Y.Doc()),
    (doc: Y.Doc) => doc.getMap('__proto__').set('a', 1),
  ]
  for (const poison of poisons) {
    const doc = new Y.Doc()
    poison(doc)
    const mallory = await new RawClient(room.server, { person: 'Mallory' }).sync()
    mallory.sendUpdate(Y.encodeStateAsUpdate(doc))
    await mallory.until(({ closed }) => closed !== undefined)
    expect(mallory.closed?.code).toBe(4400)
    expect(mallory.notices).toContainEqual({ kind: 'refused', reason: 'unknown-root' })
  }
  expect(room.server.audit).toHaveLength(poisons.length)
  await expectUnharmed(room, 1)
})

/** One item by hand: what no client of Yjs would ever make. */
function itemUpdate(client: number, clock: number, origin: { client: number; clock: number }): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number)
  // Content "any" with an origin to its left.
  encoding.writeUint8(encoder, 8 | 128)
  encoding.writeVarUint(encoder, origin.client)
  encoding.writeVarUint(encoder, origin.clock)
  encoding.writeVarUint(encoder, 1)
  encoding.writeAny(encoder, 'x')
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

test('an update that stands on itself is refused: it would throw in every browser', async () => {
  const room = await serverWithNote()
  const mallory = await new RawClient(room.server, { person: 'Mallory' }).sync()
  mallory.sendUpdate(itemUpdate(7, 0, { client: 7, clock: 0 }))
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
  const encoder = encoding.createEncoder()
  for (const number of [0, 1, 4711, 1, 0, 1_000_000]) encoding.writeVarUint(encoder, number)
  const mallory = await new RawClient(room.server, { person: 'Mallory' }).sync()
  mallory.sendUpdate(encoding.toUint8Array(encoder))
  await mallory.until(({ receipts }) => receipts.length === 1)

  expect(mallory.receipts).toEqual([0])
  await expectUnharmed(room, 1)
})
