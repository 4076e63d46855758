import type { EditRule, Permitted, Undone } from '../../../app/artefacts/edit-rule'
import type { WorkshopFace } from '../../../app/artefacts/workshop-face'
import type { Notes } from './notes-kind'

/** A note with these words keeps the worker busy for good, or cannot be judged. */
export const stuckWords = 'stuck'
export const brokenWords = 'broken'

/**
 * What a workshop does with notes. A note's id begins with its place, as in `left.milk`; so notes never move.
 */
export const notesFace: WorkshopFace<Notes> = {
  places: ({ notes }) =>
    [...new Set(Object.keys(notes).map(placeOf))].map((place) => ({ id: place, name: place })),
  permit,
  carries: [],
  change(root, change) {
    if (change.do !== 'add-notes') throw new Error(`Notes know no ${change.do}`)
    for (const { id, text } of change.notes) if (!root.has(id)) root.set(id, text)
    return { ids: change.notes.map(({ id }) => id) }
  },
}

function permit(before: Notes, after: Notes, rule: EditRule, isOwn: (id: string) => boolean): Permitted<Notes> {
  const words = Object.values(after.notes)
  while (words.includes(stuckWords)) continue
  if (words.includes(brokenWords)) throw new Error('This cannot be judged')
  const notes: Notes['notes'] = {}
  const undone = new Set<Undone>()
  const added: string[] = []
  for (const id of new Set([...Object.keys(before.notes), ...Object.keys(after.notes)])) {
    const [was, is] = [before.notes[id], after.notes[id]]
    const why = was === is ? undefined : against(id, was, is, rule, isOwn)
    if (why) undone.add(why)
    else if (was === undefined) added.push(id)
    const stays = why ? was : is
    if (stays !== undefined) notes[id] = stays
  }
  return { content: { notes }, undone: [...undone], added }
}

function against(
  id: string,
  was: string | undefined,
  is: string | undefined,
  { may, place, closed }: EditRule,
  isOwn: (id: string) => boolean,
): Undone | undefined {
  if (closed.includes(placeOf(id))) return 'closed-place'
  if (place !== null && placeOf(id) !== place) return 'elsewhere'
  if (may.includes('edit-all')) return undefined
  if (was === undefined) return may.includes('add') ? undefined : 'add'
  if (may.includes('add') && isOwn(id)) return undefined
  return is === undefined ? 'delete' : 'edit'
}

function placeOf(id: string): string {
  return id.split('.')[0] ?? ''
}
