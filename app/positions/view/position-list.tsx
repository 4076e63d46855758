import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, useState, type SyntheticEvent } from 'react'
import { Link } from 'react-router'
import { OrganisationShape } from '../../components/organisation-badge'
import { useTranslate } from '../../i18n/use-translate'
import type { Cell, ClauseRow } from '../model/position-table'
import type { stances } from '../model/stance'
import { agreementAt } from './addresses'
import { DisputedFlag, inks } from './position-grid'
import { StanceMark } from './stance-mark'

interface PositionListProps {
  artefactId: string
  rows: readonly ClauseRow[]
  onOpen(row: ClauseRow, cell: Cell): void
}

const shown = ['objects', 'accepts-with-change', 'open', 'accepts', 'none'] satisfies ((typeof stances)[number] | 'none')[]

/** The same table clause by clause, for narrow screens: who stands how, the disputes first. */
export const PositionList = memo(function PositionList({ artefactId, rows, onOpen }: PositionListProps) {
  const t = useTranslate('positions')
  return (
    <ol className="space-y-3 md:hidden print:hidden">
      {rows.map((row) => {
        const { clause, cells, isDisputed } = row
        return (
          <li key={clause.id} id={`row-${clause.id}`} className={`relative ${cells.length === 0 ? 'pt-2' : 'rounded-lg border border-line bg-surface'}`}>
            <Link
              to={agreementAt(artefactId, clause.id)}
              className="flex min-h-11 items-center gap-2 px-3 py-2 font-semibold text-ink no-underline"
            >
              <span className="shrink-0 text-accent tabular-nums">{clause.number}</span>
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{clause.title || t('untitled')}</span>
              {isDisputed ? <DisputedFlag /> : null}
              <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-soft" />
            </Link>
            {cells.length === 0 ? null : (
              <ul className="space-y-2 border-t border-line px-3 py-3">
                {shown.map((stance) => (
                  <InOneStance key={stance} row={row} stance={stance} onOpen={onOpen} />
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ol>
  )
})

interface InOneStanceProps extends Pick<PositionListProps, 'onOpen'> {
  row: ClauseRow
  stance: (typeof shown)[number]
}

/** Who stands so. Those who stand in the way of agreement are seen at once, the others when they are asked for. */
function InOneStance({ row, stance, onOpen }: InOneStanceProps) {
  // Most are never asked for: they are made when they are.
  const [isAsked, setIsAsked] = useState(false)
  const cells = row.cells.filter((cell) => cell.stance === stance)
  if (cells.length === 0) return null
  const name = (
    <>
      <StanceMark stance={stance} showWords /> <span className="tabular-nums">({cells.length})</span>
    </>
  )
  const buttons = (
    <ul className="mt-1 mb-2 flex flex-wrap gap-1.5 pl-8">
      {cells.map((cell) => (
        <li key={cell.organisation.id}>
          <OrganisationButton cell={cell} onPress={() => onOpen(row, cell)} />
        </li>
      ))}
    </ul>
  )
  if (stance === 'accepts' || stance === 'none') {
    return (
      <li>
        <details onToggle={(event: SyntheticEvent<HTMLDetailsElement>) => setIsAsked(event.currentTarget.open)}>
          <summary className="flex min-h-11 cursor-pointer items-center gap-1.5">
            {name}
            <ChevronDown aria-hidden className="ml-auto size-5 text-ink-soft" />
          </summary>
          {isAsked ? buttons : null}
        </details>
      </li>
    )
  }
  return (
    <li>
      <div className="flex items-center gap-1.5">{name}</div>
      {buttons}
    </li>
  )
}

function OrganisationButton({ cell: { organisation, isEarlier }, onPress }: { cell: Cell; onPress(): void }) {
  const t = useTranslate('positions')
  const components = useTranslate('components')
  return (
    <button
      type="button"
      onClick={onPress}
      className="flex min-h-11 cursor-pointer items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2.5 text-left text-[0.9375rem]"
    >
      <OrganisationShape type={organisation.type} className={`size-4 ${inks[organisation.type]}`} />
      <span>
        {organisation.name}
        <span className="sr-only"> ({components(`organisationType.${organisation.type}`)})</span>
        {isEarlier ? <span className="block text-sm text-ink-soft">{t('earlier.short')}</span> : null}
      </span>
    </button>
  )
}
