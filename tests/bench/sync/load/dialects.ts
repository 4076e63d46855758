import * as encoding from 'lib0/encoding'

/** Where a server under measurement is, and how it is spoken to. */
export interface Target {
  port: number
  dialect: DialectName
}

export type DialectName = 'tahto' | 'plain' | 'hocuspocus'

/** What differs between servers in joining a room and in the messages around Yjs' own. */
export interface Dialect {
  path(room: string): string
  headers(target: Target, client: number): string[]
  /** What has to be said before SyncStep1. */
  greeting(room: string): Uint8Array[]
  /** A y-protocols message as this server wants it. */
  wrap(room: string, message: Uint8Array): Uint8Array
  /** How many bytes stand before the y-protocols message in what the server sends. */
  prefixBytes(room: string): number
  /** Whether the message at `start` says that an update of one's own is saved. */
  isReceipt(bytes: Uint8Array, start: number): boolean
}

const plain: Dialect = {
  path: (room) => `/${room}`,
  headers: () => [],
  greeting: () => [],
  wrap: (_room, message) => message,
  prefixBytes: () => 0,
  isReceipt: () => false,
}

const tahto: Dialect = {
  ...plain,
  path: (room) => `/sync/artefact/${room}`,
  headers: ({ port }, client) => [`Origin: http://127.0.0.1:${port}`, `Cookie: person=p${client}`],
  isReceipt: (bytes, start) => bytes[start] === 8 && bytes[start + 1] === 1,
}

const hocuspocus: Dialect = {
  ...plain,
  path: () => '/',
  greeting: (room) => [named(room, message(AUTHENTICATION, TOKEN, 'nobody'))],
  wrap: named,
  prefixBytes: (room) => room.length + 1,
  isReceipt: (bytes, start) => bytes[start] === SYNC_STATUS && bytes[start + 1] === 1,
}

const AUTHENTICATION = 2
const TOKEN = 0
const SYNC_STATUS = 8

export const dialects: Record<DialectName, Dialect> = { tahto, plain, hocuspocus }

/** Hocuspocus puts the document's name before every message. */
function named(room: string, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  encoding.writeUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}

/** Numbers as varuints, texts as var strings, bytes with their length before them. */
export function message(...parts: (number | string | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else if (typeof part === 'string') encoding.writeVarString(encoder, part)
    else encoding.writeVarUint8Array(encoder, part)
  }
  return encoding.toUint8Array(encoder)
}
