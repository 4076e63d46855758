import { ArrowDown, ArrowUp, CircleCheck, IndentDecrease, IndentIncrease, ListPlus, MessageSquarePlus, Plus, Route, Trash2 } from 'lucide-react'
import type { MenuAction } from '../../../components/menu'
import type { Translate } from '../../kind'
import { possibleMoves, type PlacedClause } from '../model/clauses'
import type { ClauseActs } from './clause-acts'
import type { LibraryActions } from './clause-library'
import { originAddress } from './origin-address'

interface ClauseActionsOptions {
  id: string
  acts: ClauseActs
  placed: readonly PlacedClause[]
  t: Translate
  /** What the project's library has for it. */
  library?: LibraryActions | undefined
  /** What can be done with the suggestions in it. */
  suggestionActions(id: string): MenuAction[]
  onRemove(id: string): void
  /** A clause was added, and its title is to be written. */
  onAdded(): void
  /** Begins a comment on the clause; undefined where one may not. */
  onComment: ((id: string) => void) | undefined
  /** Called with the clause's id when it changed its place. */
  onMoved?(id: string): void
}

/** Everything that can be done to one clause, in the outline's menu and the toolbar's. */
export function clauseActions({
  id,
  acts,
  placed,
  t,
  library,
  suggestionActions,
  onRemove,
  onAdded,
  onComment,
  onMoved,
}: ClauseActionsOptions): MenuAction[] {
  const possible = possibleMoves(placed, id)
  const own = placed.find((one) => one.id === id)
  const isHere = own !== undefined
  const add = (isDone: boolean) => {
    if (isDone) onAdded()
  }
  const move = (isDone: boolean) => {
    if (isDone) onMoved?.(id)
  }
  return [
    {
      id: 'after',
      label: t('act.addAfter'),
      icon: Plus,
      disabled: !isHere,
      onAction: () => add(acts.addAfter(id)),
    },
    {
      id: 'within',
      label: t('act.addWithin'),
      icon: ListPlus,
      disabled: !possible.deepen,
      onAction: () => add(acts.addWithin(id)),
    },
    {
      id: 'up',
      label: t('act.up'),
      icon: ArrowUp,
      startsGroup: true,
      disabled: !possible.up,
      onAction: () => move(acts.move(id, 'up')),
    },
    {
      id: 'down',
      label: t('act.down'),
      icon: ArrowDown,
      disabled: !possible.down,
      onAction: () => move(acts.move(id, 'down')),
    },
    {
      id: 'indent',
      label: t('act.indent'),
      icon: IndentIncrease,
      disabled: !possible.indent,
      onAction: () => move(acts.indent(id)),
    },
    {
      id: 'outdent',
      label: t('act.outdent'),
      icon: IndentDecrease,
      disabled: !possible.outdent,
      onAction: () => move(acts.outdent(id)),
    },
    ...(library?.(isHere ? id : '') ?? []),
    ...provenanceActions(own, acts, t),
    ...suggestionActions(id),
    ...(isHere && onComment ? [{ ...commentAction(id, onComment, t), startsGroup: true }] : []),
    {
      id: 'remove',
      label: t('act.remove'),
      icon: Trash2,
      danger: true,
      startsGroup: true,
      disabled: !isHere,
      onAction: () => onRemove(id),
    },
  ]
}

/** For whoever may comment, whatever else they may do. */
export function commentAction(id: string, onComment: (id: string) => void, t: Translate): MenuAction {
  return { id: 'comment', label: t('act.comment'), icon: MessageSquarePlus, onAction: () => onComment(id) }
}

/** Of a clause that a workshop brought. */
function provenanceActions(own: PlacedClause | undefined, acts: ClauseActs, t: Translate): MenuAction[] {
  const { id, origin, state } = own?.clause.attrs ?? {}
  const actions: MenuAction[] = []
  if (id !== undefined && state === 'proposed') {
    actions.push({
      id: 'confirm',
      label: t('proposed.confirm'),
      icon: CircleCheck,
      startsGroup: true,
      onAction: () => acts.confirm(id),
    })
  }
  if (origin !== undefined) {
    actions.push({
      id: 'origin',
      label: t('origin'),
      icon: Route,
      startsGroup: actions.length === 0,
      onAction: () => window.location.assign(originAddress(origin)),
    })
  }
  return actions
}
