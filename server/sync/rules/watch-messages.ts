import type { EditRule, Undone } from '../../../app/artefacts/edit-rule'
import type { Suggester } from '../../../app/artefacts/suggesting'
import type { Speaker } from '../../../app/remarks/model/permit'
import type { DocumentBytes } from '../room-content'

/** Somebody whom rules bind, as it was when the update was accepted. */
export interface Governed {
  participantKey: string
  /** Which of their connections it came by. */
  member: number
  under: Under
}

/** What binds them. */
export type Under =
  /** The rule, first; with it the one before, while it has just changed. What either allows stays. */
  | { of: 'rules'; rules: readonly [EditRule, ...EditRule[]] }
  /** Who may only suggest. */
  | { of: 'suggesting'; by: Suggester }
  /** Remarks are everybody's own. */
  | { of: 'remarks'; speaker: Speaker }

/** What the watching worker is told: a room's content as it is, and then every update in the order of the room. */
export type WatchRequest =
  | { do: 'open'; watch: number; kind: string; document: DocumentBytes; owners: [itemId: string, participantKey: string][] }
  /** `brokeIt`: looking at it brought the worker before this one down. */
  | { do: 'update'; watch: number; sequence: number; update: Uint8Array; by: Governed | null; brokeIt: boolean }
  /** Would this stay? */
  | { do: 'try'; watch: number; attempt: number; update: Uint8Array; by: Governed }
  /** More has been learnt of who made what. */
  | { do: 'owners'; watch: number; owners: [itemId: string, participantKey: string][] }
  | { do: 'close'; watch: number }

/** What it says of them. `watch` tells one watching of a room from an earlier one. */
export type WatchReply = { watch: number } & (
  | { said: 'cannot-watch'; why: string }
  /** The document is open: what comes is looked at. */
  | { said: 'watching' }
  /** From here on until it is judged, these updates are looked at. */
  | { said: 'looking'; until: number }
  | { said: 'tried'; attempt: number; stays: boolean }
  /** Nothing more comes of this watching. */
  | { said: 'closed' }
  | { said: 'judged'; until: number; judgement: Judgement | null }
  /** Looking at these updates failed: they stay as they are. */
  | { said: 'not-judged'; until: number; why: string }
)

/** Of one person's updates that came in a row. */
export interface Judgement extends Pick<Governed, 'participantKey' | 'member'> {
  /** Ids of what is new and stays. */
  added: readonly string[]
  undone: readonly Undone[]
  /** A forward change that takes back what was undone, and puts right what is to stay. */
  update: Uint8Array | undefined
  /** Why it could not be judged: then all of it was undone. */
  failed?: string
}
