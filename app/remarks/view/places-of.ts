import type { Places } from '../model/thread-list'
import type { FoundPassages, RemarkPlaces } from './remarks-store'

const nowhere: Places = { items: [], hasPassage: () => true }

/** Where things stand, as far as the view has told. */
export function placesOf(known: RemarkPlaces | undefined, passages: FoundPassages | undefined): Places {
  if (!known) return nowhere
  return {
    items: known.items,
    hasPassage: (id) => passages === undefined || passages.has(id),
    itemOf: (id) => passages?.get(id),
  }
}
