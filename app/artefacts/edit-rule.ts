import { z } from 'zod'

/**
 * What participants may do in a step of a workshop, from the least to the most. Stored; never renamed.
 * - `look`: nothing but see · `comment` · `vote`
 * - `add`: write something new, and change what they wrote themselves
 * - `move-own`, `move-all`: place it elsewhere and in groups, their own or everybody's; `move-all` also makes and names groups
 * - `edit-all`: change and delete everything
 */
export const allowances = ['look', 'comment', 'vote', 'add', 'move-own', 'move-all', 'edit-all'] as const

export const allowanceSchema = z.enum(allowances)

export type Allowance = z.infer<typeof allowanceSchema>

/** Those that change an artefact's content at all: without one of them its room is for reading. */
export const editingAllowances: readonly Allowance[] = ['add', 'move-own', 'move-all', 'edit-all']

/** What one participant may change in one artefact just now. */
export interface EditRule {
  may: readonly Allowance[]
  /** Where alone; null: everywhere. A frame of a board with the groups that gather its notes, a clause, a phase. */
  place: string | null
  /** Places that are closed to this participant, whatever else is allowed. */
  closed: readonly string[]
}

/** Why something that a participant did was taken back. */
export const undoneSchema = z.enum(['add', 'move', 'edit', 'delete', 'elsewhere', 'closed-place'])

export type Undone = z.infer<typeof undoneSchema>

/** What is left of a change after a rule: `content` equals what came in where nothing was against it. */
export interface Permitted<Content> {
  content: Content
  undone: readonly Undone[]
  /** Ids of what is new and stays. */
  added: readonly string[]
}
