import { Plus } from 'lucide-react'
import { memo } from 'react'
import type { Card, Feeling, Lane, Phase } from '../model/content'
import { laneName, phaseName } from '../model/names'
import { useBlueprint } from './blueprint-context'
import { CardList, DropLine } from './card-list'
import { FeelingPlot } from './feeling-plot'
import { FeelingWords } from './feeling-words'
import { focusName } from './open-things'
import { PeopleHere } from './people-here'
import { placeName } from './places'

interface GridCellProps {
  phase: Phase
  phaseIndex: number
  lane: Lane
  cards: readonly Card[]
  /** Of the lane of feelings: the phase's own, and the curve through all. */
  feeling: Feeling | undefined
  path: string
  isActive: boolean
  /** The card here that is open for writing. */
  editingCard: string | undefined
  isEditingFeeling: boolean
  /** Where a dragged card would land among the others. */
  dropIndex: number | undefined
}

/** What happens in one phase on one lane. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { phase, phaseIndex, lane, cards, feeling, path, isActive, editingCard, dropIndex } = props
  const { t, acts, canEdit } = useBlueprint()
  const isFeelings = lane.kind === 'feelings'
  const isEmpty = cards.length === 0
  return (
    <td
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      data-cell=""
      data-phase={phase.id}
      data-lane={lane.id}
      data-drop={isFeelings ? undefined : ''}
      data-focus-name={focusName.cell(phase.id, lane.id)}
      className={
        'group/cell relative border-b border-line align-top outline-offset-[-3px] ' +
        (dropIndex === undefined ? '' : 'bg-accent-soft ') +
        (isFeelings ? '' : 'border-r')
      }
    >
      <PeopleHere
        place={placeName.cell(phase.id, lane.id)}
        className={isFeelings ? 'absolute inset-x-1.5 top-1.5 z-[1]' : 'p-1.5 pb-0'}
      />
      {isFeelings ? (
        <>
          <FeelingPlot phase={phase} index={phaseIndex} feeling={feeling} path={path} isTabStop={isActive} />
          <div className="px-1 pb-1">
            <FeelingWords
              phase={phase}
              feeling={feeling}
              isEditing={props.isEditingFeeling}
              isTabStop={isActive}
            />
          </div>
        </>
      ) : null}
      {isEmpty && !isFeelings ? <EmptyCell kind={lane.kind} isFirst={phaseIndex === 0} /> : null}
      <div className={isFeelings && isEmpty ? 'hidden' : 'flex flex-col p-1.5'}>
        {isEmpty ? null : (
          <CardList
            cards={cards}
            editingCard={editingCard}
            isTabStop={isActive}
            hint={t(`laneHint.${lane.kind}`)}
            dropIndex={dropIndex}
          />
        )}
        {dropIndex !== undefined && isEmpty ? <DropLine /> : null}
        {canEdit && !isFeelings ? (
          <button
            type="button"
            tabIndex={isActive ? 0 : -1}
            aria-label={t('card.addTo', { lane: laneName(lane, t), phase: phaseName(phase, t) })}
            onClick={() => acts.addCard(phase.id, lane.id)}
            className={
              'mt-1 flex min-h-7 w-full cursor-pointer items-center justify-center gap-1 rounded-md ' +
              'border border-dashed border-line-strong text-sm text-ink-soft ' +
              'opacity-0 group-focus-within/cell:opacity-100 group-hover/cell:opacity-100 ' +
              'hover:bg-accent-soft hover:text-accent focus-visible:opacity-100 ' +
              'pointer-coarse:opacity-100'
            }
          >
            <Plus aria-hidden className="size-4" />
            {t('card.addShort')}
          </button>
        ) : null}
      </div>
    </td>
  )
})

/** The first column asks what belongs on each lane; elsewhere an empty cell is left in peace. */
function EmptyCell({ kind, isFirst }: { kind: Lane['kind']; isFirst: boolean }) {
  const { t, canEdit } = useBlueprint()
  if (!canEdit || !isFirst) return <span className="sr-only">{t('grid.emptyCell')}</span>
  return (
    <p className="px-2.5 pt-2.5 text-sm/snug text-ink-soft">
      <span className="sr-only">{t('grid.emptyCell')}. </span>
      {t(`laneHint.${kind}`)}
    </p>
  )
}
