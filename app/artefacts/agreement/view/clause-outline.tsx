import { EllipsisVertical, Plus } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Button } from '../../../components/button'
import { IconButton } from '../../../components/icon-button'
import { Menu } from '../../../components/menu'
import type { ClauseRow } from '../../../positions/model/position-table'
import { OutlineMark } from '../../../positions/view/outline-mark'
import { RemarkBadge } from '../../../remarks/view/remark-badge'
import type { Translate } from '../../kind'
import type { PlacedClause } from '../model/clauses'
import type { AgreementSession } from './agreement-session'
import { clauseActions, commentAction } from './clause-actions'
import type { ClauseActs } from './clause-acts'
import type { LibraryActions } from './clause-library'
import { ClauseWriters } from './clause-writers'
import { SuggestedCount } from './suggesting/suggested-count'

export interface ClauseOutlineProps {
  session: AgreementSession
  placed: readonly PlacedClause[]
  /** Undefined where one may only read. */
  acts: ClauseActs | undefined
  /** How many suggestions wait in each clause, by its id. */
  suggested: ReadonlyMap<string, number>
  /** The clause in which one writes. */
  current: string
  /** Where everybody stands, by the ids of the clauses. */
  positions: ReadonlyMap<string, ClauseRow>
  library: LibraryActions | undefined
  t: Translate
  onGo(id: string): void
  onRemove(id: string): void
  /** Begins a comment on a clause; undefined where one may not. */
  onComment: ((id: string) => void) | undefined
  /** A clause was added from a menu, and its title is to be written. */
  onAdded(): void
  /** Does what goes on in the text; out of a drawer one has to leave first. */
  leave?(act: () => void): void
}

/** All clauses as a nested list: to go to, and to put in order without a mouse. */
export function ClauseOutline(props: ClauseOutlineProps) {
  const { session, placed, current, positions, library, suggested, t, onGo, onRemove, onComment, onAdded, leave = atOnce } = props
  const acts = props.acts && leavingActs(props.acts, leave)
  const list = useRef<HTMLDivElement>(null)
  const moved = useRef<string | undefined>(undefined)

  // A row that was moved is taken out of the page for a moment, and the focus with it.
  useEffect(() => {
    if (moved.current === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-outline="${moved.current}"]`)?.focus()
    moved.current = undefined
  }, [placed])

  const renderRow = (parent?: string) => {
    const row = placed.filter((one) => one.parent === parent)
    if (row.length === 0) return null
    return (
      <ol className={parent === undefined ? '' : 'ml-3.5 border-l border-line pl-1'}>
        {row.map((one) => (
          <li key={one.id}>
            <OutlineRow
              clause={one}
              session={session}
              acts={acts}
              placed={placed}
              isCurrent={one.id === current}
              position={positions.get(one.id)}
              library={library}
              suggested={suggested.get(one.id) ?? 0}
              t={t}
              onGo={(id) => leave(() => onGo(id))}
              onRemove={onRemove}
              onComment={onComment && ((id) => leave(() => onComment(id)))}
              onAdded={onAdded}
              onMoved={(id) => (moved.current = id)}
            />
            {renderRow(one.id)}
          </li>
        ))}
      </ol>
    )
  }
  return (
    <div ref={list}>
      {renderRow()}
      {acts ? (
        <Button variant="quiet" size="small" className="mt-2" onPress={() => acts.addAfter()}>
          <Plus aria-hidden className="size-4" />
          {t('act.addLast')}
        </Button>
      ) : null}
    </div>
  )
}

const atOnce = (act: () => void) => act()

/** Whoever adds a clause goes on to write its title. */
function leavingActs(acts: ClauseActs, leave: (act: () => void) => void): ClauseActs {
  const leaving = (act: () => boolean) => {
    leave(act)
    return true
  }
  return {
    ...acts,
    addAfter: (id) => leaving(() => acts.addAfter(id)),
    addBefore: (id) => leaving(() => acts.addBefore(id)),
    addWithin: (id) => leaving(() => acts.addWithin(id)),
  }
}

interface OutlineRowProps {
  clause: PlacedClause
  session: AgreementSession
  acts: ClauseActs | undefined
  placed: readonly PlacedClause[]
  isCurrent: boolean
  position: ClauseRow | undefined
  library: LibraryActions | undefined
  suggested: number
  t: Translate
  onGo(id: string): void
  onRemove(id: string): void
  onComment: ((id: string) => void) | undefined
  onAdded(): void
  onMoved(id: string): void
}

function OutlineRow(props: OutlineRowProps) {
  const { clause, session, acts, placed, isCurrent, position, library, suggested, t, onGo, onRemove, onComment, onAdded, onMoved } = props
  const { id, number, title, level } = clause
  const name = title === '' ? t('untitled') : title
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.altKey && event.shiftKey ? keyActs[event.key] : undefined
    if (!act || !acts) return
    event.preventDefault()
    if (act(acts, id)) onMoved(id)
  }
  const actions = acts
    ? clauseActions({ id, acts, placed, t, library, onRemove, onComment, onAdded, onMoved })
    : onComment
      ? [commentAction(id, onComment, t)]
      : []
  return (
    <div
      className={`group flex items-start rounded-md ${isCurrent ? 'bg-accent-soft' : 'hover:bg-sunken focus-within:bg-sunken'}`}
    >
      <button
        type="button"
        data-outline={id}
        data-remark-item={id}
        aria-current={isCurrent ? 'location' : undefined}
        onClick={() => onGo(id)}
        onKeyDown={onKeyDown}
        className="flex min-h-9 min-w-0 flex-1 cursor-pointer gap-2 rounded-md px-2 py-1.5 text-left"
      >
        <span className="shrink-0 font-semibold text-accent tabular-nums">{number}</span>
        <span
          className={`min-w-0 break-words hyphens-auto ${level === 1 ? 'font-semibold' : 'text-ink-soft'} ${title === '' ? 'italic' : ''}`}
        >
          {name}
        </span>
        <ClauseWriters session={session} clause={id} t={t} />
        <SuggestedCount count={suggested} t={t} />
        {position ? <OutlineMark row={position} /> : null}
      </button>
      <RemarkBadge item={id} name={`${number} ${name}`} className="mt-1.5" />
      {actions.length > 0 ? (
        <Menu
          label={t('act.menu', { clause: `${number} ${name}` })}
          trigger={
            <IconButton
              label={t('act.menu', { clause: `${number} ${name}` })}
              icon={EllipsisVertical}
              className="size-9! text-ink-soft! group-focus-within:opacity-100 group-hover:opacity-100 aria-expanded:opacity-100 [@media(hover:hover)]:opacity-0"
            />
          }
          actions={actions}
        />
      ) : null}
    </div>
  )
}

const keyActs: Record<string, ((acts: ClauseActs, id: string) => boolean) | undefined> = {
  ArrowUp: (acts, id) => acts.move(id, 'up'),
  ArrowDown: (acts, id) => acts.move(id, 'down'),
  ArrowRight: (acts, id) => acts.indent(id),
  ArrowLeft: (acts, id) => acts.outdent(id),
}
