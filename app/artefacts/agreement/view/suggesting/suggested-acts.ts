import type { addClause } from '../../model/operations'
import {
  suggestMove,
  suggestNewClause,
  suggestRemoval,
  suggestWholeClause,
  type NewPlace,
  type SuggestedAct,
  type SuggestedMove,
} from '../../model/suggestions/suggest-clauses'
import type { ClauseActs } from '../clause-acts'
import { newSuggestion, type SuggestingDesk } from './suggesting-desk'
import type { WritingMode } from './writing-mode'

type Root = Parameters<typeof addClause>[0]

interface Steps {
  add(operation: (root: Root) => string | undefined): boolean
  rearrange(operation: (root: Root) => boolean): boolean
}

/** The acts on whole clauses of somebody who suggests. */
export function suggestedActs({ me, refuse }: SuggestingDesk, { add, rearrange }: Steps): ClauseActs {
  const addAt = (place: NewPlace) => add((root) => suggestNewClause(root, place, newSuggestion(me)))
  const told = (outcome: SuggestedAct) => {
    if (outcome === 'taken') refuse(new Set(['others']))
    return outcome === 'done'
  }
  const move = (id: string, way: SuggestedMove) => rearrange((root) => told(suggestMove(root, id, way, newSuggestion(me))))
  return {
    addAfter: (id) => addAt(id === undefined ? {} : { after: id }),
    addBefore: (id) => addAt({ before: id }),
    addWithin: (id) => addAt({ within: id }),
    insert: (clause, after) => add((root) => suggestWholeClause(root, clause, after, newSuggestion(me))),
    move: (id, direction) => move(id, direction),
    indent: (id) => move(id, 'indent'),
    outdent: (id) => move(id, 'outdent'),
    remove: (id) => rearrange((root) => told(suggestRemoval(root, id, newSuggestion(me)))),
    confirm: () => {
      refuse(new Set(['confirm']))
      return false
    },
  }
}

/** The same acts, done or suggested as one writes or suggests at that moment. */
export function eitherOf(mode: WritingMode, written: ClauseActs, suggested: ClauseActs): ClauseActs {
  const acts = () => (mode.isSuggesting() ? suggested : written)
  return {
    addAfter: (id) => acts().addAfter(id),
    addBefore: (id) => acts().addBefore(id),
    addWithin: (id) => acts().addWithin(id),
    insert: (clause, after) => acts().insert(clause, after),
    move: (id, direction) => acts().move(id, direction),
    indent: (id) => acts().indent(id),
    outdent: (id) => acts().outdent(id),
    remove: (id) => acts().remove(id),
    confirm: (id) => acts().confirm(id),
  }
}
