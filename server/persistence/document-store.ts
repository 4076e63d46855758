/**
 * Where the live documents are kept: an append-only log of accepted updates a document, and now and then
 * a base that stands for all of them up to a sequence. One server process at a time writes.
 */
export interface DocumentStore {
  /** Everything stored of a document; one that was never opened gets its epoch now. */
  open(document: string): Promise<StoredDocument>
  /**
   * Resolves once every row is on disk, all or none. Sequences of a document are 1, 2, 3 … without gaps.
   * Giving the same rows again is harmless. Rejects with what went wrong; trying again is the caller's.
   */
  append(rows: readonly LogRow[]): Promise<void>
  /** Puts a new base in place of the log up to its sequence. The base before is kept, older ones are not. */
  replaceBase(document: string, base: StoredBase): Promise<void>
  /** The names of all documents that begin so, in order. */
  names(prefix: string): Promise<string[]>
  /** Takes documents away with all of their history. */
  erase(documents: readonly string[]): Promise<void>
  /** Writes something small. Rejects when nothing can be written. */
  probe(): Promise<void>
  close(): Promise<void>
}

export interface LoggedUpdate {
  sequence: number
  /** Yjs update format 1. */
  update: Uint8Array
  /** `nextMark` of the mark before and this update. */
  mark: number
}

export interface LogRow extends LoggedUpdate {
  document: string
  /** Milliseconds since the epoch; for people, never for order. */
  at: number
  /** `user:ID`, `seat:ID` or `server`. */
  author: string
}

export interface StoredBase {
  /** 1 for the first, one more for each that replaces it. */
  generation: number
  /** The last update within. */
  sequence: number
  /** The mark of that update. */
  mark: number
  /** Yjs update format 1. */
  state: Uint8Array
  /** As Yjs encodes it. */
  stateVector: Uint8Array
  /** As `DeletedRanges` encodes itself. */
  deletions: Uint8Array
}

export interface StoredDocument {
  /** Names this history: another database, another epoch. */
  epoch: string
  base?: StoredBase
  /** What came after the base, in order. */
  tail: LoggedUpdate[]
  damage?: Damage
  /** Where whoever read it has already looked into the tail. */
  followed?: Followed
}

/** How far base and tail reach together. */
export interface Followed {
  /** As Yjs encodes it. */
  stateVector: Uint8Array
  /** As `DeletedRanges` encodes itself. */
  deletions: Uint8Array
  /** So many updates of the tail, from its beginning, can be applied. */
  sound: number
}

/** Something stored can no longer be read. What is handed out is the last good state before it. */
export interface Damage {
  what: 'base' | 'row'
  /** The last sequence that is good. */
  goodUntil: number
}

/** The log holds another update under a sequence that is to be written: two servers work on one log. */
export class AnotherWriter extends Error {
  override name = 'AnotherWriter'
  constructor({ document, sequence }: Pick<LogRow, 'document' | 'sequence'>) {
    super(`${document} has another update ${sequence} in the log`)
  }
}
