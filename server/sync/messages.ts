import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Undone } from '../../app/artefacts/edit-rule'
import type { WorkshopNews } from '../../app/load-context'
import type { RoomRight } from '../../app/sync/session'

/** SPEC P4. */
const SYNC = 0
const AWARENESS = 1
const QUERY_AWARENESS = 3
const RECEIPT = 8
const NOTICE = 9

const SYNC_STEP_1 = 0
const SYNC_STEP_2 = 1
const UPDATE = 2

/**
 * One message, made once and sent to many. `payload` lies within `frame`, which is the payload with the header
 * of an unmasked binary WebSocket frame before it.
 */
export interface Message {
  frame: Uint8Array
  payload: Uint8Array
}

export type Incoming =
  | { type: 'sync-step-1'; stateVector: Uint8Array }
  /** `answer`: a SyncStep2, sent because the server asked what it lacks. */
  | { type: 'update'; update: Uint8Array; answer: boolean }
  | { type: 'awareness'; update: Uint8Array }
  | { type: 'query-awareness' }
  | { type: 'unreadable' }

/** Views of `data`, not copies. Total: what cannot be read is `unreadable`. */
export function readMessage(data: Uint8Array): Incoming {
  const decoder = decoding.createDecoder(data)
  try {
    switch (decoding.readVarUint(decoder)) {
      case SYNC:
        return readSync(decoder)
      case AWARENESS:
        return { type: 'awareness', update: decoding.readVarUint8Array(decoder) }
      case QUERY_AWARENESS:
        return { type: 'query-awareness' }
      default:
        return { type: 'unreadable' }
    }
  } catch {
    return { type: 'unreadable' }
  }
}

function readSync(decoder: decoding.Decoder): Incoming {
  const step = decoding.readVarUint(decoder)
  if (step > UPDATE) return { type: 'unreadable' }
  const body = decoding.readVarUint8Array(decoder)
  return step === SYNC_STEP_1
    ? { type: 'sync-step-1', stateVector: body }
    : { type: 'update', update: body, answer: step === SYNC_STEP_2 }
}

/** Types and the length before the body: at most one byte each for the types, five for the length. */
const MOST_PREFIX = 7

/** A message of one or two type numbers and a body with its length before it. */
function bodyMessage(types: readonly number[], body: Uint8Array): Message {
  const prefix = new Uint8Array(MOST_PREFIX)
  let prefixLength = 0
  for (const type of types) prefix[prefixLength++] = type
  let rest = body.byteLength
  while (rest > 127) {
    prefix[prefixLength++] = 128 | (rest & 127)
    rest >>>= 7
  }
  prefix[prefixLength++] = rest
  const message = emptyMessage(prefixLength + body.byteLength)
  message.payload.set(prefix.subarray(0, prefixLength))
  message.payload.set(body, prefixLength)
  return message
}

function emptyMessage(length: number): Message {
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10
  // Not from the shared pool: a tail frame lives long and would keep a whole slab with it.
  const frame = Buffer.allocUnsafeSlow(headerLength + length)
  // 0x82: a whole message in one binary frame.
  frame.writeUInt8(0x82, 0)
  if (headerLength === 2) frame.writeUInt8(length, 1)
  else if (headerLength === 4) {
    frame.writeUInt8(126, 1)
    frame.writeUInt16BE(length, 2)
  } else {
    frame.writeUInt8(127, 1)
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  return { frame, payload: frame.subarray(headerLength) }
}

export function updateMessage(update: Uint8Array): Message {
  return bodyMessage([SYNC, UPDATE], update)
}

/** The update within a message that `updateMessage` made: a view, so that a room holds its bytes once. */
export function updateWithin(message: Message, length: number): Uint8Array {
  return message.payload.subarray(message.payload.byteLength - length)
}

export function syncStep1Message(stateVector: Uint8Array): Message {
  return bodyMessage([SYNC, SYNC_STEP_1], stateVector)
}

/** An update of no structs and no deletions: it only says that the first sync is complete. */
export const emptySyncStep2 = bodyMessage([SYNC, SYNC_STEP_2], new Uint8Array([0, 0]))

export function awarenessMessage(update: Uint8Array): Message {
  return bodyMessage([AWARENESS], update)
}

function receiptMessage(outcome: 0 | 1): Message {
  const message = emptyMessage(2)
  message.payload.set([RECEIPT, outcome])
  return message
}

export const savedReceipt = receiptMessage(1)
export const refusedReceipt = receiptMessage(0)

export type UpdateRefusal =
  | 'malformed'
  | 'gap'
  | 'read-only'
  | 'not-allowed'
  | 'unknown-root'
  | 'too-large'
  | 'document-full'
  | 'damaged'

/** SPEC P12. */
export type Notice =
  | { kind: 'right'; right: RoomRight }
  | { kind: 'epoch'; epoch: string }
  | { kind: 'you'; participant: string }
  | { kind: 'position'; position: string }
  | { kind: 'refused'; reason: UpdateRefusal }
  | { kind: 'document-large' | 'document-full'; bytes: number; limit: number }
  | { kind: 'cannot-save' | 'saved-again' | 'document-fits' | 'damaged' | 'restarting' | 'reload-needed' }
  | { kind: 'page-changed' }
  | WorkshopNews
  | { kind: 'undone'; what: readonly Undone[] }
  | { kind: 'closing'; code: number; reason: string }

export function noticeMessage(notice: Notice): Message {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, NOTICE)
  encoding.writeVarString(encoder, JSON.stringify(notice))
  const payload = encoding.toUint8Array(encoder)
  const message = emptyMessage(payload.byteLength)
  message.payload.set(payload)
  return message
}
