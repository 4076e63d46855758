import type * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import type { Undone } from '../artefacts/edit-rule'
import type { ProposalReason } from '../proposals/answer'

export type { Undone }

/** What a participant may do in the room, as the server last said. */
export type RoomRight = 'edit' | 'comment' | 'see'

/**
 * What the state line says.
 * - `opening`: content from the page is shown, the live document is not here yet
 * - `saved`: every edit made here is on the server's disk
 * - `saving`: edits are on their way
 * - `offline`: no connection; `unsent` tells where one's edits are
 * - `unsaved`: the server cannot save now; edits are kept on this device and sent again
 * - `closed`: the right to be here has ended; `reason` says why
 */
export type SessionState =
  | { kind: 'opening' }
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'unsaved' }
  | { kind: 'closed'; reason: EndReason }

/**
 * Why one may no longer be here.
 * - `refused`: the server took what this browser sent for damaged or hostile
 * - `gone`: the artefact was deleted
 * - `too-many`: too many connections of one person, or in one room
 * - `other-history`: the server came back with another history of the artefact than this device knows
 */
export type EndReason =
  | 'signed-out'
  | 'no-right'
  | 'removed'
  | 'workshop-closed'
  | 'reload-needed'
  | 'refused'
  | 'gone'
  | 'too-many'
  | 'other-history'

/** Somebody else in the room. Name and organisation come from the server, never from their browser. */
export interface Person {
  clientId: number
  name: string
  organisation: string
  organisationType: string
  /** One of a fixed, contrast-checked list. */
  colour: string
  /** May facilitate here. */
  leads: boolean
  /** What the kind's view shares: a pointer, a selection, the cell being edited. Validate before use. */
  place: unknown
}

/**
 * What is shared in a room, open, as a view sees it. All edits go through `change`; nothing else writes.
 * Until the live document is here, `content()` is what the page was sent with.
 */
export interface RoomSession<Content> {
  /** For `useSyncExternalStore`: the same object until something changed. */
  content(): Content
  /** What the page was sent with: the server's rendering and the first one in the browser. */
  initialContent(): Content
  onContent(listener: () => void): () => void

  /**
   * One transaction, undone as one step. Answers undefined, and does nothing, where the right to write is missing
   * and while the live document is not here yet (`opening`).
   */
  change<Result>(operation: (root: Y.Map<unknown>) => Result): Result | undefined
  /** Ends the current undo step: what follows is undone by itself. */
  endStep(): void
  undo(): void
  redo(): void
  canUndo(): boolean
  canRedo(): boolean

  /** While `opening`: what the page was sent with, so that a view need not change its form when it may begin. */
  right(): RoomRight
  state(): SessionState
  /** State, right, undo stack or people changed. */
  onStatus(listener: () => void): () => void

  /**
   * How often what the page shows beside the content (name, lock, rights, proposals, positions) may have changed since it
   * was sent. Grows; for asking again when it does.
   */
  pageChanges(): number

  people(): Person[]
  /** Shares where one is; `undefined` clears it. */
  showPlace(place: unknown): void

  /** For an editor that binds itself to shared types (Tiptap). Undefined until the live document is here. */
  live(): { root: Y.Map<unknown>; awareness: Awareness; undoManager: Y.UndoManager } | undefined

  close(): void
}

/** An open artefact. */
export interface ArtefactSession<Content> extends RoomSession<Content> {
  readonly artefactId: string
}

/** What stands in the way of saving while the state is `unsaved`. */
export type Trouble = 'cannot-save' | 'no-answer' | 'document-full' | 'too-large' | 'not-accepted' | 'right-ended' | 'damaged'

/**
 * What becomes of edits that cannot be merged: they are sent to the server, to be kept there as a proposal.
 * - `sending`: on their way, kept on this device until the server has them
 * - `failed`: they are still here. `unreachable` is tried again by itself, the others when one asks
 * - `kept`: the server has them; this session shows what the server has
 */
export type Offer =
  | { kind: 'none' }
  | { kind: 'sending' }
  | { kind: 'failed'; why: 'unreachable' | 'unreadable' | 'too-large' | 'not-allowed' | 'too-many' }
  | { kind: 'kept'; reason: ProposalReason; proposalId: string | null }

/**
 * Where one's own edits are that the server has not confirmed.
 * - `nothing`: there are none
 * - `being-kept`: the device is being asked to keep them, and has not said yet that it does
 * - `on-device`: a closed or crashed browser has them at the next visit
 * - `in-page`: the device would not take them, and they go with this page
 */
export type Unsent = 'nothing' | 'being-kept' | 'on-device' | 'in-page'

/** A session as the page around the view holds it: with what the state line needs to tell. */
export interface OpenRoom<Content> extends RoomSession<Content> {
  unsent(): Unsent
  trouble(): Trouble | undefined
  offer(): Offer
  /** Connects, and sends what is to be kept as a proposal, now rather than when its turn comes. */
  retry(): void
  /** The rule of a workshop's step, or a closed place, was against what was done here: the server has taken it back. */
  onUndone(listener: (what: readonly Undone[]) => void): () => void
  /** Deletes this device's copy, and with it the edits that the server does not have. */
  discardCopy(): Promise<void>
}

export interface OpenSession<Content> extends OpenRoom<Content>, ArtefactSession<Content> {}
