/** One attempt at reaching a room, by whichever way: binary messages both ways, in order, or it ends. */
export interface Wire {
  /** Between `opened` and `ended`. */
  readonly isOpen: boolean
  /** Does nothing where it is not open. */
  send(message: Uint8Array): void
  /** Ends it without a word: nothing is told any more. */
  close(): void
}

/**
 * How an attempt ended, for choosing the next.
 * - `answered`: the server was heard, by this way
 * - `silent`: something seemed to be there and nothing was heard
 * - `failed`: nothing got through
 */
export type Outcome = 'answered' | 'silent' | 'failed'

export interface WireEvents {
  opened(): void
  message(message: Uint8Array): void
  /** Once. Code and reason as in server/sync/SPEC.md, P14; 1006 where nobody said any. */
  ended(code: number, reason: string, outcome: Outcome): void
}

/** What nobody said a reason for. */
export const lostCode = 1006

/** How long to wait for an attempt, in ms. */
export interface Patience {
  /** Until it is open. Behind some firewalls a socket neither opens nor fails for minutes. */
  open: number
  /** Until the server speaks, which it does as soon as it is open (P5). */
  speak: number
}

export const usualPatience: Patience = { open: 6_000, speak: 4_000 }
