import { EllipsisVertical, Plus } from 'lucide-react'
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '../../../components/button'
import { AnchoredMenu, type MenuAction } from '../../../components/menu'
import type { ClauseRow } from '../../../positions/model/position-table'
import { OutlineMark } from '../../../positions/view/outline-mark'
import { RemarkBadge } from '../../../remarks/view/remark-badge'
import type { Person } from '../../../sync/session'
import type { Translate } from '../../kind'
import type { PlacedClause } from '../model/clauses'
import type { AgreementSession } from './agreement-session'
import { clauseActions, commentAction } from './clause-actions'
import type { ClauseActs } from './clause-acts'
import type { LibraryActions } from './clause-library'
import { ClauseWriters, nobody, useWriters } from './clause-writers'
import { SuggestedCount } from './suggesting/suggested-count'

export interface ClauseOutlineProps {
  session: AgreementSession
  placed: readonly PlacedClause[]
  /** Whether all rows are to be there: a page is sent with the first of them, as its text comes first. */
  isWhole: boolean
  /** Undefined where one may only read. */
  acts: ClauseActs | undefined
  /** How many suggestions wait in each clause, by its id. */
  suggested: ReadonlyMap<string, number>
  /** What a clause's menu offers about those. */
  suggestionActions: (id: string) => MenuAction[]
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

/** More rows than are seen at once, and than most agreements have. */
const firstRows = 80

/** All clauses as a nested list: to go to, and to put in order without a mouse. */
export function ClauseOutline(props: ClauseOutlineProps) {
  const { session, placed, isWhole, current, positions, suggested, t, onComment, leave = atOnce } = props
  const acts = props.acts && leavingActs(props.acts, leave)
  const list = useRef<HTMLDivElement>(null)
  const moved = useRef<string | undefined>(undefined)
  const [menu, setMenu] = useState<{ clause: string; anchor: HTMLElement }>()

  // A row that was moved is taken out of the page for a moment, and the focus with it.
  useEffect(() => {
    if (moved.current === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-outline="${moved.current}"]`)?.focus()
    moved.current = undefined
  }, [placed])

  const onMoved = (id: string) => (moved.current = id)
  const latest = useRef<Omit<RowHands, 'openMenu'>>(undefined)
  useEffect(() => {
    latest.current = {
      go: (id) => leave(() => props.onGo(id)),
      press: (event, id) => {
        const act = event.altKey && event.shiftKey ? keyActs[event.key] : undefined
        if (!act || !acts) return
        event.preventDefault()
        if (act(acts, id)) onMoved(id)
      },
    }
  })
  // The same for as long as the outline is there: a row is drawn anew only when something of its own has changed.
  const [hands] = useState<RowHands>(() => ({
    go: (id) => latest.current?.go(id),
    press: (event, id) => latest.current?.press(event, id),
    openMenu: (clause, anchor) => setMenu({ clause, anchor }),
  }))
  const actionsOf = (id: string) => {
    const comment = onComment && ((clause: string) => leave(() => onComment(clause)))
    if (!acts) return comment ? [commentAction(id, comment, t)] : []
    return clauseActions({ ...props, id, acts, onComment: comment, onMoved })
  }
  const hasMenu = acts !== undefined || onComment !== undefined
  const children = useMemo(() => rowsOf(isWhole ? placed : placed.slice(0, firstRows)), [placed, isWhole])
  const writers = useWriters(session)
  const renderRow = (parent?: string): ReactNode => {
    const row = children.get(parent) ?? []
    if (row.length === 0) return null
    return (
      <ol className={parent === undefined ? '' : 'ml-3.5 border-l border-line pl-1'}>
        {row.map(({ id, number, title, level }) => (
          <li key={id}>
            <OutlineRow
              {...{ id, number, title, level, hasMenu, t }}
              isCurrent={id === current}
              position={positions.get(id)}
              writers={writers.get(id) ?? nobody}
              suggested={suggested.get(id) ?? 0}
              hands={hands}
            />
            {renderRow(id)}
          </li>
        ))}
      </ol>
    )
  }
  const open = menu && placed.find(({ id }) => id === menu.clause)
  return (
    <div ref={list}>
      {renderRow()}
      {acts ? (
        <Button variant="quiet" size="small" className="mt-2" onPress={() => acts.addAfter()}>
          <Plus aria-hidden className="size-4" />
          {t('act.addLast')}
        </Button>
      ) : null}
      {menu && open ? (
        <AnchoredMenu
          anchor={menu.anchor}
          label={t('act.menu', { clause: nameOf(open, t) })}
          actions={actionsOf(open.id)}
          onClose={() => setMenu(undefined)}
        />
      ) : null}
    </div>
  )
}

/** The clauses of each row, by the id of the clause that they belong to. */
function rowsOf(placed: readonly PlacedClause[]): ReadonlyMap<string | undefined, PlacedClause[]> {
  const rows = new Map<string | undefined, PlacedClause[]>()
  for (const one of placed) rows.set(one.parent, [...(rows.get(one.parent) ?? []), one])
  return rows
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

/** What is done to a row, by its clause's id. */
interface RowHands {
  go(id: string): void
  press(event: KeyboardEvent, id: string): void
  openMenu(id: string, button: HTMLElement): void
}

interface OutlineRowProps extends Pick<PlacedClause, 'id' | 'number' | 'title' | 'level'> {
  isCurrent: boolean
  hasMenu: boolean
  position: ClauseRow | undefined
  writers: readonly Person[]
  suggested: number
  hands: RowHands
  t: Translate
}

// An agreement has hundreds of them, and somebody types into it.
const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { id, number, title, level, isCurrent, hasMenu, position, writers, suggested, hands, t } = props
  const name = nameOf({ number, title }, t)
  return (
    <div
      className={`group flex items-start rounded-md ${isCurrent ? 'bg-accent-soft' : 'hover:bg-sunken focus-within:bg-sunken'}`}
    >
      <button
        type="button"
        data-outline={id}
        data-remark-item={id}
        aria-current={isCurrent ? 'location' : undefined}
        onClick={() => hands.go(id)}
        onKeyDown={(event) => hands.press(event, id)}
        className="flex min-h-9 min-w-0 flex-1 cursor-pointer flex-wrap gap-x-2 gap-y-1 rounded-md px-2 py-1.5 text-left max-sm:min-h-11 max-sm:py-2.5"
      >
        <span className="shrink-0 font-semibold text-accent tabular-nums">{number}</span>
        <span
          className={`min-w-0 flex-1 basis-16 break-words hyphens-auto ${level === 1 ? 'font-semibold' : 'text-ink-soft'} ${title === '' ? 'italic' : ''}`}
        >
          {title === '' ? t('untitled') : title}
        </span>
        <ClauseWriters writers={writers} t={t} />
        <SuggestedCount count={suggested} t={t} />
        {position ? <OutlineMark row={position} /> : null}
      </button>
      <RemarkBadge item={id} name={name} className="mt-1.5" />
      {hasMenu ? (
        <button
          type="button"
          aria-label={t('act.menu', { clause: name })}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => hands.openMenu(id, currentTarget)}
          className={
            'inline-flex size-9 shrink-0 cursor-pointer items-center justify-center rounded-md text-ink-soft hover:bg-accent-soft ' +
            'group-focus-within:opacity-100 group-hover:opacity-100 [@media(hover:hover)]:opacity-0'
          }
        >
          <EllipsisVertical aria-hidden className="size-5" />
        </button>
      ) : null}
    </div>
  )
})

function nameOf({ number, title }: Pick<PlacedClause, 'number' | 'title'>, t: Translate): string {
  return `${number} ${title === '' ? t('untitled') : title}`
}

const keyActs: Record<string, ((acts: ClauseActs, id: string) => boolean) | undefined> = {
  ArrowUp: (acts, id) => acts.move(id, 'up'),
  ArrowDown: (acts, id) => acts.move(id, 'down'),
  ArrowRight: (acts, id) => acts.indent(id),
  ArrowLeft: (acts, id) => acts.outdent(id),
}
