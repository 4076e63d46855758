import type { LogRow, StoredBase, StoredDocument } from './document-store'

/** Rows packed into one block of bytes, so that a thousand of them cross to the writer's thread as one. */
export interface PackedRows {
  bytes: ArrayBuffer
  rows: { document: string; sequence: number; at: number; author: string; mark: number; length: number }[]
}

export type LogRequest =
  | { kind: 'open'; document: string }
  | { kind: 'append'; packed: PackedRows }
  | { kind: 'replaceBase'; document: string; base: StoredBase }
  | { kind: 'names'; prefix: string }
  | { kind: 'erase'; documents: readonly string[] }
  | { kind: 'probe' }
  | { kind: 'close' }

export interface NumberedRequest {
  id: number
  request: LogRequest
}

/** A document that was opened, or the names that were asked for. */
export type LogAnswer = StoredDocument | string[]

export type LogReply =
  | { id: number; ok: true; answer?: LogAnswer }
  | { id: number; ok: false; message: string; code: string }

export function pack(rows: readonly LogRow[]): PackedRows {
  const bytes = new Uint8Array(rows.reduce((sum, { update }) => sum + update.byteLength, 0))
  let at = 0
  return {
    rows: rows.map(({ update, ...row }) => {
      bytes.set(update, at)
      at += update.byteLength
      return { ...row, length: update.byteLength }
    }),
    bytes: bytes.buffer,
  }
}

export function unpack({ bytes, rows }: PackedRows): LogRow[] {
  let at = 0
  return rows.map(({ length, ...row }) => {
    const update = new Uint8Array(bytes, at, length)
    at += length
    return { ...row, update }
  })
}
