import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { updateSetting } from './raw-client'
import { maskedFrame } from './upgrade'

/** What no client of ours would ever send. Used by the tests of the sync server and by `npm run prove hostile`. */

/** Frames that break the WebSocket protocol, and the close code that answers each (case A1). */
export const brokenFrames: readonly { what: string; frame: Buffer; code: number }[] = [
  { what: 'without a mask', frame: Buffer.from([0x82, 0x01, 0x00]), code: 1002 },
  { what: 'with reserved bits', frame: maskedFrame(0xf2, [0]), code: 1002 },
  {
    what: 'that claims to be larger than anything',
    frame: Buffer.from([0x82, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
    code: 1009,
  },
  { what: 'of text that is no text', frame: maskedFrame(0x81, [0xff, 0xfe]), code: 1007 },
]

/** Messages that cannot be read: ten of any of them close the socket with 4400 (case A2). */
export const unreadableMessages: readonly { what: string; message: string | Uint8Array }[] = [
  { what: 'text', message: 'hello' },
  { what: 'nothing', message: new Uint8Array() },
  { what: 'an unknown type', message: new Uint8Array([77, 1, 2]) },
  { what: 'a sync message cut short', message: new Uint8Array([0, 0, 200]) },
  { what: 'awareness cut short', message: new Uint8Array([1, 3, 255, 255, 255]) },
]

/** One frame as a browser sends it, masked with zeroes. `opcode` 2 is binary, 9 a ping, 10 a pong. */
export function frameOf(opcode: number, payload: Uint8Array): Buffer {
  const { byteLength } = payload
  const header = Buffer.alloc(byteLength < 126 ? 6 : byteLength < 65_536 ? 8 : 14)
  header.writeUInt8(0x80 | opcode, 0)
  if (byteLength < 126) header.writeUInt8(0x80 | byteLength, 1)
  else if (byteLength < 65_536) {
    header.writeUInt8(0x80 | 126, 1)
    header.writeUInt16BE(byteLength, 2)
  } else {
    header.writeUInt8(0x80 | 127, 1)
    header.writeBigUInt64BE(BigInt(byteLength), 2)
  }
  return Buffer.concat([header, payload])
}

/** An awareness message that says something of so many others. */
export function placesOfOthers(count: number): Uint8Array {
  const states = encoding.createEncoder()
  encoding.writeVarUint(states, count)
  for (let index = 0; index < count; index += 1) {
    for (const number of [100 + index, 1]) encoding.writeVarUint(states, number)
    encoding.writeVarString(states, '{"x":1}')
  }
  const message = encoding.createEncoder()
  encoding.writeVarUint(message, 1)
  encoding.writeVarUint8Array(message, encoding.toUint8Array(states))
  return encoding.toUint8Array(message)
}

/** The same bytes each time: lengths 0–59. */
export function randomMessages(count: number): Uint8Array[] {
  let random = 12_345
  const byte = () => {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648
    return random >> 16
  }
  return Array.from({ length: count }, () => Uint8Array.from({ length: byte() % 60 }, byte))
}

/** An update cut after each of its bytes (case A9). */
export function cutUpdates(): Uint8Array[] {
  const doc = new Y.Doc()
  // Of one length each time.
  doc.clientID = 1_234_567_890
  const whole = updateSetting({ note: 'broken', more: 'text' }, doc)
  return Array.from({ length: whole.byteLength }, (_, length) => whole.slice(0, length))
}

/** One that is so large that a worker looks into it, and has lost its last byte (case A9). */
export function largeCutUpdate(): Uint8Array {
  return updateSetting({ note: 'x'.repeat(40_000) }).slice(0, -1)
}

/** Documents with what an artefact's may not hold: other roots, known roots as another type, documents within (A10). */
export function poisonedUpdates(): { what: string; update: Uint8Array }[] {
  const poisons: Record<string, (doc: Y.Doc) => unknown> = {
    'an unknown root': (doc) => doc.getMap('somewhere').set('a', 1),
    'the content as a list': (doc) => doc.getArray('content').push(['a list']),
    'the content as a text': (doc) => doc.getText('content').insert(0, 'a text'),
    'the meta data as a tree': (doc) => doc.getXmlFragment('meta').push([new Y.XmlText('x')]),
    'a document within': (doc) => doc.getMap('content').set('nested', new Y.Doc()),
    'a root called __proto__': (doc) => doc.getMap('__proto__').set('a', 1),
  }
  return Object.entries(poisons).map(([what, poison]) => {
    const doc = new Y.Doc()
    poison(doc)
    return { what, update: Y.encodeStateAsUpdate(doc) }
  })
}

/** One item by hand, that stands on itself: it would throw in every browser. */
export function updateOnItself(): Uint8Array {
  const [client, clock] = [7, 0]
  const encoder = encoding.createEncoder()
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number)
  // Content "any" with an origin to its left.
  encoding.writeUint8(encoder, 8 | 128)
  for (const number of [client, clock, 1]) encoding.writeVarUint(encoder, number)
  encoding.writeAny(encoder, 'x')
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** A deletion of a million things that nobody has written. */
export function deletionOfNothing(): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [0, 1, 4711, 1, 0, 1_000_000]) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

/** Paths below /sync/ that name no room (case A5). */
export const oddRoomPaths: readonly string[] = [
  '/sync/artefact/',
  '/sync/artefact/__proto__',
  '/sync/artefact/constructor%00',
  '/sync/artefact/../artefact/board001',
  '/sync/artefact/board001/',
  '/sync/artefact/BOARD001',
  '/sync/artefact/%62oard001',
  '/sync/artefact/board001%2f',
  '/sync/artefact/board001/org/x',
  `/sync/artefact/${'a'.repeat(10_000)}`,
  '/sync//',
  '/sync/workshop/',
  '/sync/workshop/board001/user-aino',
  '/sync/draft/step0001',
  '/sync/draft/step0001/aino',
  '/sync/draft/step0001/admin-aino',
  '/sync/draft/step0001/user:aino',
  '/sync/draft/step0001/user-aino/',
  '/sync/draft/../artefact/board001',
  '/sync/artefact/board001/user-aino',
  '/sync/meeting/board001',
]
