import type * as Y from 'yjs'
import { z } from 'zod'
import type { EditRule, Permitted } from './edit-rule'
import type { Translate } from './kind'
import { organisationTypeSchema } from './organisation-types'

/**
 * What a workshop sees of a kind and does with it: the side that a kind turns towards live facilitation. Pure
 * operations on its document, without its view: they run in a participant's browser and in the server's workers.
 */
export interface WorkshopFace<Content> {
  /** What a step may point at, in reading order: frames of a board, clauses, phases. */
  places(content: Content, t: Translate): Place[]
  /** Takes back what the rule does not allow. Without it, an artefact of this kind is open for editing wholly or not at all. */
  permit?(before: Content, after: Content, rule: EditRule, isOwn: (id: string) => boolean): Permitted<Content>
  /** Kinds that hold notes: what steps of writing, grouping and voting work on. */
  notes?: NoteBoard<Content>
  /** What a decision may become here, in the order in which it is offered: `actor`, `card`, `clause` … Stored. */
  carries: readonly CarryForm<Content>[]
  /** The server's own changes for a workshop. @throws for one that the kind does not know. */
  change(root: Y.Map<unknown>, change: WorkshopChange): ChangeResult
}

export interface Place {
  id: string
  name: string
}

/** A note as a list shows it. */
export interface BoardNote {
  id: string
  text: string
  /** Of the frames that `places` names; null for one in none. A note in a group is in the frame that the group gathers. */
  frame: string | null
  group: string | null
  /** As shown beside it; empty where the author is not shown. */
  author: string
  /** The id of the step or decision that it came from first; empty for what was put on the board by hand. */
  origin: string
}

export interface NoteGroup {
  id: string
  name: string
  /** The frame whose notes it gathers. */
  frame: string | null
}

/** A note to be put on a board. Its id is kept, so that the same note put there twice is there once. */
export const newNoteSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** As shown; empty for none. */
  author: z.string(),
  /** The id of what it came from (a step, a decision), for the way back; empty for nothing. */
  origin: z.string(),
})

export type NewNote = z.infer<typeof newNoteSchema>

/** `frame` null: the whole board. */
export interface NoteBoard<Content> {
  /** In reading order: group by group, then those in none. */
  notes(content: Content, frame: string | null): BoardNote[]
  groups(content: Content, frame: string | null): NoteGroup[]
  /** In an even layout, in the order given, covering nothing. Ids that are there already are left alone. */
  addNotes(root: Y.Map<unknown>, frame: string | null, notes: readonly NewNote[]): void
  changeNote(root: Y.Map<unknown>, id: string, text: string): void
  /** A new group around notes; answers its id, undefined where none of them is there. */
  gather(root: Y.Map<unknown>, ids: readonly string[], name: string): string | undefined
  /** Into a group, or with null out of theirs. */
  moveToGroup(root: Y.Map<unknown>, ids: readonly string[], group: string | null): void
  renameGroup(root: Y.Map<unknown>, id: string, name: string): void
  removeNotes(root: Y.Map<unknown>, ids: readonly string[]): void
}

/** One thing that a decision may become. */
export interface CarryForm<Content> {
  what: string
  /** Where it may go; an empty list: nowhere to choose. */
  places(content: Content, t: Translate): Place[]
  /** For what stands between two: the other end. */
  others?(content: Content, t: Translate): Place[]
}

/** A decision on its way into an artefact. */
export const carriedSchema = z.object({
  text: z.string(),
  owner: z.object({ name: z.string(), type: organisationTypeSchema.nullable() }).nullable(),
  /** The decision's id, kept with what it becomes. */
  origin: z.string(),
})

export type Carried = z.infer<typeof carriedSchema>

export type WorkshopChange =
  | { do: 'add-notes'; frame: string | null; notes: readonly NewNote[] }
  /** Beside the rest of the board; `copyOf` a frame whose content each is filled with. Ids are kept. */
  | { do: 'make-frames'; frames: readonly { id: string; name: string }[]; copyOf: string | null }
  /** Off the board, to be kept elsewhere. */
  | { do: 'take-off'; ids: readonly string[] }
  | { do: 'put-back'; things: readonly unknown[] }
  | { do: 'carry'; what: string; place: string | null; other: string | null; carried: Carried }

export interface ChangeResult {
  /** Of what was made or changed, in order. */
  ids: readonly string[]
  /** What was taken off, to be put back as it was. */
  taken?: readonly unknown[]
}
