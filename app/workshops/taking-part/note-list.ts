import type { Allowance } from '../../artefacts/edit-rule'
import type { BoardNote, NoteGroup } from '../../artefacts/workshop-face'

/** What somebody may do with the notes of a list. */
export interface ListRights {
  add: boolean
  /** Change the words of these. */
  mayChange(id: string): boolean
  /** Put these into groups. */
  mayMove(id: string): boolean
  /** Make groups and name them. */
  group: boolean
}

const nothing: ListRights = { add: false, mayChange: () => false, mayMove: () => false, group: false }

/**
 * What the list offers: what the step allows, and everything to whoever facilitates. What is not offered is not the
 * view's to prevent: the server takes it back.
 */
export function listRights(who: { open: boolean; facilitates: boolean; may: readonly Allowance[]; own: readonly string[] }): ListRights {
  if (!who.open) return nothing
  const all = who.facilitates || who.may.includes('edit-all')
  const moveAll = all || who.may.includes('move-all')
  const isOwn = (id: string) => who.own.includes(id)
  const add = all || who.may.includes('add')
  return {
    add,
    mayChange: (id) => all || (add && isOwn(id)),
    mayMove: (id) => moveAll || (who.may.includes('move-own') && isOwn(id)),
    group: moveAll,
  }
}

export interface ListedGroup {
  /** Null: notes in no group. */
  group: NoteGroup | null
  notes: BoardNote[]
}

/** Group by group, empty ones too, then the notes in none. A group that a note names and nobody knows counts as none. */
export function byGroup(notes: readonly BoardNote[], groups: readonly NoteGroup[]): ListedGroup[] {
  const known = new Set(groups.map(({ id }) => id))
  const listed: ListedGroup[] = groups.map((group) => ({ group, notes: notes.filter((note) => note.group === group.id) }))
  const loose = notes.filter(({ group }) => group === null || !known.has(group))
  return loose.length > 0 || listed.length === 0 ? [...listed, { group: null, notes: loose }] : listed
}

/** Those of a choice that are still there and may be moved. */
export function stillChosen(chosen: ReadonlySet<string>, notes: readonly BoardNote[], rights: ListRights): string[] {
  return notes.flatMap(({ id }) => (chosen.has(id) && rights.mayMove(id) ? [id] : []))
}
