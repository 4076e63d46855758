import { Flag } from 'lucide-react'
import { memo, useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import { Link } from 'react-router'
import { OrganisationShape } from '../../components/organisation-badge'
import { useTranslate } from '../../i18n/use-translate'
import type { Cell, ClauseRow, PositionTable, Tally } from '../model/position-table'
import { stances } from '../model/stance'
import { agreementAt } from './addresses'
import { GridCell } from './grid-cell'
import { movedTo, nameOfPlace, placeNamed, type GridPlace } from './grid-keys'
import { StanceMark } from './stance-mark'

interface PositionGridProps {
  artefactId: string
  table: PositionTable
  /** Those that are shown, of the table's. */
  rows: readonly ClauseRow[]
  showWords: boolean
  /** The clause that one comes back from. */
  cameFrom: string | undefined
  /** Told which clause one is at. */
  onCurrent(clause: string): void
  onOpen(row: ClauseRow, cell: Cell): void
}

/**
 * Clauses × organisations. Tab enters it once, arrows move within; the names of clauses and organisations stay in sight.
 */
export function PositionGrid({ artefactId, table, rows, showWords, cameFrom, onCurrent, onOpen }: PositionGridProps) {
  const t = useTranslate('positions')
  const root = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 })
  const { organisations } = table
  const at = {
    row: Math.min(place.row, Math.max(0, rows.length - 1)),
    column: rows[Math.min(place.row, rows.length - 1)]?.cells.length === 0 ? 0 : Math.min(place.column, organisations.length),
  }
  const go = (next: GridPlace) => {
    const column = rows[next.row]?.cells.length === 0 ? 0 : next.column
    placeIn(root.current, { row: next.row, column })?.focus()
    // Past a heading one goes on in the same column.
    setPlace(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = movedTo(event, place, { rows: rows.length, columns: organisations.length + 1 })
    if (!next) return
    event.preventDefault()
    go(next)
  }
  // Heard of in one place: a table may have thousands of cells.
  const onFocus = (event: SyntheticEvent) => {
    const focused = placeAt(event)
    const row = focused && rows[focused.row]
    if (!row) return
    setPlace(focused)
    onCurrent(row.clause.id)
  }
  const onClick = (event: SyntheticEvent) => {
    const pressed = placeAt(event)
    const row = pressed && rows[pressed.row]
    const cell = pressed && row?.cells[pressed.column - 1]
    if (row && cell) onOpen(row, cell)
  }
  useComeBack(root, rows, cameFrom, setPlace)
  return (
    <div className="relative hidden w-fit max-w-full max-h-[max(24rem,calc(100dvh-9rem))] overflow-auto rounded-lg border border-line bg-surface md:block print:block print:max-h-none print:overflow-visible">
      <table
        ref={root}
        role="grid"
        aria-label={t('grid.label')}
        aria-describedby="positions-help"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onClick={onClick}
        className="border-separate border-spacing-0 text-[0.9375rem]"
      >
        <thead>
          <tr>
            <th scope="col" className={`${stuckTop} left-0 z-30 min-w-64 px-3 py-2 text-left align-bottom`}>
              {t('grid.clause')}
            </th>
            {organisations.map(({ organisation }) => (
              <OrganisationHeader key={organisation.id} {...organisation} isWide={showWords} />
            ))}
            <th scope="col" className={`${stuckTop} z-20 min-w-24 px-2 py-2 text-left align-bottom`}>
              {t('grid.summary')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <GridRow
              key={row.clause.id}
              artefactId={artefactId}
              row={row}
              index={index}
              columns={organisations.length}
              active={at.row === index ? at.column : -1}
              showWords={showWords}
            />
          ))}
        </tbody>
        <Summary table={table} />
      </table>
    </div>
  )
}

const stuckTop = 'sticky top-0 border-b border-line-strong bg-sunken font-semibold print:static'

function OrganisationHeader({ name, type, isWide }: PositionTable['organisations'][number]['organisation'] & { isWide: boolean }) {
  const components = useTranslate('components')
  return (
    <th scope="col" className={`${stuckTop} z-20 px-1 py-2 align-bottom ${isWide ? 'min-w-36' : 'w-12 min-w-12'}`}>
      <span className="flex flex-col items-center justify-end gap-1.5">
        <span
          className={
            isWide
              ? 'text-center hyphens-auto'
              : 'max-h-44 rotate-180 text-left leading-tight [writing-mode:vertical-rl] print:max-h-none'
          }
        >
          {name}
        </span>
        <span className="sr-only">{components(`organisationType.${type}`)}</span>
        <OrganisationShape type={type} className={`size-4 ${inks[type]}`} />
      </span>
    </th>
  )
}

/** Tailwind finds only names that are written out. */
export const inks = {
  municipality: 'text-municipality',
  authority: 'text-authority',
  'third-sector': 'text-third-sector',
  education: 'text-education',
  business: 'text-business',
} as const

interface GridRowProps {
  artefactId: string
  row: ClauseRow
  index: number
  columns: number
  /** The column that Tab comes to; −1 in all rows but one. */
  active: number
  showWords: boolean
}

const indents = { 1: 'font-semibold', 2: 'pl-7', 3: 'pl-11' } as const

const GridRow = memo(function GridRow(props: GridRowProps) {
  const { artefactId, row, index, columns, active, showWords } = props
  const t = useTranslate('positions')
  const { clause, cells, tally, isDisputed } = row
  return (
    <tr className="group break-inside-avoid">
      <th
        scope="row"
        className="sticky left-0 z-10 max-w-80 min-w-64 border-b border-line bg-surface text-left font-normal group-hover:bg-sunken print:static"
      >
        <Link
          to={agreementAt(artefactId, clause.id)}
          data-at={nameOfPlace({ row: index, column: 0 })}
          tabIndex={active === 0 ? 0 : -1}
          className={`flex min-h-10 items-center gap-2 px-3 py-1 text-ink no-underline -outline-offset-2 hover:underline ${indents[clause.level]}`}
        >
          <span className="shrink-0 text-accent tabular-nums">{clause.number}</span>
          <span className="min-w-0 flex-1 hyphens-auto [overflow-wrap:anywhere]">{clause.title || t('untitled')}</span>
          {isDisputed ? <DisputedFlag /> : null}
        </Link>
      </th>
      {cells.length === 0 ? (
        <td colSpan={columns + 1} className="border-b border-line px-3 text-sm text-ink-soft group-hover:bg-sunken">
          {t('grid.heading')}
        </td>
      ) : (
        <>
          {cells.map((cell, at) => (
            <GridCell
              key={cell.organisation.id}
              place={nameOfPlace({ row: index, column: at + 1 })}
              stance={cell.stance}
              isEarlier={cell.isEarlier}
              isActive={active === at + 1}
              showWords={showWords}
            />
          ))}
          <td className="border-b border-l border-line px-2 text-sm whitespace-nowrap tabular-nums group-hover:bg-sunken">
            {tally.accepts} / {tally.all}
          </td>
        </>
      )}
    </tr>
  )
})

export function DisputedFlag() {
  const t = useTranslate('positions')
  return (
    <span className="shrink-0 text-danger" title={t('grid.disputed')}>
      <Flag aria-hidden className="size-4" fill="currentColor" />
      <span className="sr-only">{t('grid.disputed')}</span>
    </span>
  )
}

/** How many clauses each organisation stands how on. */
function Summary({ table: { organisations, total } }: { table: PositionTable }) {
  const cell = 'border-b border-l border-line px-1 py-1 text-center tabular-nums'
  return (
    <tfoot>
      {([...stances, 'none'] as const).map((stance) => (
        <tr key={stance} className="bg-sunken">
          <th scope="row" className="sticky left-0 border-b border-line bg-sunken px-3 py-1 text-left font-semibold print:static">
            <StanceMark stance={stance} showWords />
          </th>
          {organisations.map(({ organisation, tally }: { organisation: { id: string }; tally: Tally }) => (
            <td key={organisation.id} className={cell}>
              {tally[stance]}
            </td>
          ))}
          <td className={`${cell} font-semibold`}>{total[stance]}</td>
        </tr>
      ))}
    </tfoot>
  )
}

function placeIn(table: HTMLElement | null, place: GridPlace): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-at="${nameOfPlace(place)}"]`) ?? null
}

function placeAt({ target }: SyntheticEvent): GridPlace | undefined {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
  return at?.dataset['at'] === undefined ? undefined : placeNamed(at.dataset['at'])
}

/** Whoever comes back from a clause finds it in sight, and goes on from it. */
function useComeBack(
  root: { current: HTMLTableElement | null },
  rows: readonly ClauseRow[],
  cameFrom: string | undefined,
  onPlace: (place: GridPlace) => void,
): void {
  const isBack = useRef(false)
  useEffect(() => {
    const row = rows.findIndex(({ clause }) => clause.id === cameFrom)
    if (isBack.current || row < 0) return
    isBack.current = true
    onPlace({ row, column: 0 })
    const link = placeIn(root.current, { row, column: 0 })
    link?.scrollIntoView({ block: 'center' })
    link?.focus({ preventScroll: true })
  }, [root, rows, cameFrom, onPlace])
}
