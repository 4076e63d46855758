import * as Y from 'yjs'
import { contentRoot } from '../../../../app/document/layout'
import { message } from './dialects'

const SYNC = 0
const STEP_2 = 1
const UPDATE = 2
const AWARENESS = 1

/** Stands before the number of an edit, and of a cursor move: found in the bytes without decoding them. */
const EDIT_MARK = '@E@'
const MOVE_MARK = '@M@'
const DIGITS = 8

const editMark = Buffer.from(EDIT_MARK)
const moveMark = Buffer.from(MOVE_MARK)

/** Somebody who writes: real Yjs updates and awareness states, each with a number by which it is known again. */
export class Writer {
  readonly doc = new Y.Doc()
  private update: Uint8Array = new Uint8Array()
  private clock = 0

  constructor(private readonly keys = 20) {
    this.doc.on('update', (update: Uint8Array) => {
      this.update = update
    })
  }

  /** `padding`: bytes of text besides. */
  edit(number: number, padding = 0): Uint8Array {
    const text = `${EDIT_MARK}${digits(number)}${'.'.repeat(padding)}`
    contentRoot(this.doc).set(`${this.doc.clientID}-${number % this.keys}`, text)
    return message(SYNC, UPDATE, this.update)
  }

  move(number: number): Uint8Array {
    this.clock += 1
    const place = { x: number % 4000, y: (number * 7) % 3000, mark: `${MOVE_MARK}${digits(number)}` }
    const state = JSON.stringify({ place, user: { name: 'Osallistuja', colour: '#0b5fff', color: '#0b5fff' } })
    return message(AWARENESS, message(1, this.doc.clientID, this.clock, state))
  }
}

function digits(number: number): string {
  return String(number).padStart(DIGITS, '0')
}

export const isUpdate = (bytes: Uint8Array, start: number): boolean =>
  bytes[start] === SYNC && (bytes[start + 1] === UPDATE || bytes[start + 1] === STEP_2)

export const isAwareness = (bytes: Uint8Array, start: number): boolean => bytes[start] === AWARENESS

/** Calls with the number of each edit in a message: several where a server has merged them. */
export function eachEdit(bytes: Buffer, start: number, end: number, found: (number: number) => void): void {
  eachMark(editMark, bytes, start, end, found)
}

export function eachMove(bytes: Buffer, start: number, end: number, found: (number: number) => void): void {
  eachMark(moveMark, bytes, start, end, found)
}

/** Counts edits in a stream of bytes, wherever it was cut. */
export class EditCounter {
  count = 0
  private rest = Buffer.alloc(0)

  push(chunk: Buffer): void {
    const seam = Buffer.concat([this.rest, chunk.subarray(0, editMark.byteLength - 1)])
    if (seam.includes(editMark)) this.count += 1
    for (let at = chunk.indexOf(editMark); at >= 0; at = chunk.indexOf(editMark, at + NEXT_MARK)) this.count += 1
    this.rest = Buffer.from(chunk.subarray(-(editMark.byteLength - 1)))
  }
}

/** No second mark begins within one. */
const NEXT_MARK = EDIT_MARK.length + DIGITS

function eachMark(mark: Buffer, bytes: Buffer, start: number, end: number, found: (number: number) => void): void {
  let at = bytes.indexOf(mark, start)
  while (at >= 0 && at < end) {
    let number = 0
    for (let digit = at + mark.byteLength; digit < at + mark.byteLength + DIGITS; digit += 1) {
      number = number * 10 + ((bytes[digit] ?? 48) - 48)
    }
    found(number)
    at = bytes.indexOf(mark, at + mark.byteLength)
  }
}
