import {
  addClause,
  addClauseBefore,
  addSubclause,
  confirmClause,
  indentClause,
  insertClause,
  moveClause,
  outdentClause,
  removeClause,
  type Direction,
} from '../model/operations'
import type { Clause } from '../model/content'
import type { AgreementSession } from './agreement-session'
import type { Desk } from './desk'
import { clauseOfPlace } from './places'
import { eitherOf, suggestedActs } from './suggesting/suggested-acts'
import type { SuggestingDesk } from './suggesting/suggesting-desk'

/** What can be done to whole clauses, each as one step of undo. All answer whether anything was done. */
export interface ClauseActs {
  addAfter(id?: string): boolean
  addBefore(id: string): boolean
  addWithin(id: string): boolean
  /** Puts a whole clause from the library after another one, or at the very end. */
  insert(clause: Clause, after?: string): boolean
  move(id: string, direction: Direction): boolean
  indent(id: string): boolean
  outdent(id: string): boolean
  remove(id: string): boolean
  /** Makes a proposed clause one of the agreement's own. */
  confirm(id: string): boolean
}

type Root = Parameters<typeof addClause>[0]

interface ClauseActsPlace {
  session: AgreementSession
  desk: Desk
  suggesting: SuggestingDesk
}

/** The acts of the outline, of the toolbar and of the keys: one operation each. */
export function createClauseActs(place: ClauseActsPlace): ClauseActs {
  const { session, desk, suggesting } = place
  const oneStep = <Result>(operation: (root: Root) => Result) => {
    session.endStep()
    const result = session.change(operation)
    session.endStep()
    return result
  }
  const add = (operation: (root: Root) => string | undefined) => {
    const id = oneStep(operation)
    if (id !== undefined) desk.write(id)
    return id !== undefined
  }
  const rearrange = (operation: (root: Root) => boolean) => desk.keepCaret(() => oneStep(operation) ?? false)
  const written: ClauseActs = {
    addAfter: (id) => add((root) => addClause(root, id)),
    addBefore: (id) => add((root) => addClauseBefore(root, id)),
    addWithin: (id) => add((root) => addSubclause(root, id)),
    insert: (clause, after) => add((root) => insertClause(root, clause, after)),
    move: (id, direction) => rearrange((root) => moveClause(root, id, direction, writtenIn(session))),
    indent: (id) => rearrange((root) => indentClause(root, id)),
    outdent: (id) => rearrange((root) => outdentClause(root, id)),
    remove: (id) => rearrange((root) => removeClause(root, id)),
    confirm: (id) => rearrange((root) => confirmClause(root, id)),
  }
  return eitherOf(suggesting.mode, written, suggestedActs(suggesting, { add, rearrange }))
}

/** Clauses in which others have their carets. */
function writtenIn(session: AgreementSession): Set<string> {
  return new Set(session.people().flatMap(({ place }) => clauseOfPlace(place) ?? []))
}
