import { useId, useMemo, useRef, useState } from 'react'
import type { Arrangement } from '../model/arrangement'
import type { Lane } from '../model/content'
import { plotPath } from '../model/feeling-plot'
import { useBlueprint } from './blueprint-context'
import { useCardDrag } from './card-drag'
import { GridCell } from './grid-cell'
import { LaneHeader, PhaseHeader } from './grid-headers'
import { onGridKey, type CellPlace } from './grid-keys'
import { LineRow } from './line-row'
import type { Editing } from './open-things'

interface GridProps {
  arrangement: Arrangement
  editing: Editing | null
  /** 1 is full size. */
  zoom: number
}

/** Phases across, lanes down: a real table, in which the arrow keys move from cell to cell. */
export function Grid({ arrangement, editing, zoom }: GridProps) {
  const { t, canEdit, acts } = useBlueprint()
  const { phases, lanes, feelingIn } = arrangement
  const hintId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [lastPlace, setLastPlace] = useState<CellPlace>({})
  const place = placeIn(arrangement, lastPlace)
  const { drag, onPointerDown } = useCardDrag(frame, acts.moveCard, arrangement)
  const path = useMemo(() => plotPath(phases, feelingIn), [phases, feelingIn])

  return (
    // The keys and pointers are those of the cells within.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={frame}
      className={
        'relative min-h-0 flex-1 overflow-auto overscroll-contain scroll-pt-20 scroll-pl-52 border-y ' +
        'border-line'
      }
      onFocus={(event) => {
        const cell = event.target.closest<HTMLElement>('[data-cell]')
        if (cell) setLastPlace({ phase: cell.dataset['phase'], lane: cell.dataset['lane'] })
      }}
      onKeyDown={(event) => onGridKey(event, arrangement, acts, canEdit)}
      onPointerDown={canEdit ? onPointerDown : undefined}
    >
      <p id={hintId} className="sr-only">
        {t('grid.keysHint')}
      </p>
      <table
        role="grid"
        aria-label={t('grid.label')}
        aria-describedby={hintId}
        className="w-full table-fixed border-separate border-spacing-0 text-left"
        style={{ minWidth: `calc(12rem + ${phases.length} * 13rem)`, zoom }}
      >
        <colgroup>
          <col className="w-48" />
          {phases.map(({ id }) => (
            <col key={id} />
          ))}
        </colgroup>
        <thead>
          <tr role="row">
            <td role="gridcell" className="sticky top-0 left-0 z-30 border-r border-b border-line bg-paper">
              <span className="sr-only">{t('grid.corner')}</span>
            </td>
            {phases.map((phase, index) => (
              <PhaseHeader
                key={phase.id}
                phase={phase}
                index={index}
                count={phases.length}
                isActive={place.phase === phase.id && place.lane === undefined}
                isEditing={editing?.kind === 'phase' && editing.id === phase.id}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {lanes.map((lane, index) => (
            <LaneRow
              key={lane.id}
              lane={lane}
              index={index}
              arrangement={arrangement}
              place={place}
              editing={editing}
              path={lane.kind === 'feelings' ? path : ''}
              drag={drag}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface LaneRowProps {
  lane: Lane
  index: number
  arrangement: Arrangement
  place: CellPlace
  editing: Editing | null
  path: string
  drag: ReturnType<typeof useCardDrag>['drag']
}

function LaneRow({ lane, index, arrangement, place, editing, path, drag }: LaneRowProps) {
  const { phases, lanes, cardsIn, feelingIn } = arrangement
  const ground = index % 2 === 0 ? 'bg-surface' : 'bg-sunken'
  const isFeelings = lane.kind === 'feelings'
  return (
    <>
      <tr role="row" className={ground}>
        <LaneHeader
          lane={lane}
          index={index}
          count={lanes.length}
          ground={ground}
          isActive={place.lane === lane.id && place.phase === undefined}
          isEditing={editing?.kind === 'lane' && editing.id === lane.id}
        />
        {phases.map((phase, phaseIndex) => {
          const cards = cardsIn(phase.id, lane.id)
          const isDropHere = drag?.target?.phase === phase.id && drag.target.lane === lane.id
          const isEditedHere = editing?.kind === 'card' && cards.some(({ id }) => id === editing.id)
          return (
            <GridCell
              key={phase.id}
              phase={phase}
              phaseIndex={phaseIndex}
              lane={lane}
              cards={cards}
              feeling={isFeelings ? feelingIn(phase.id) : undefined}
              path={path}
              isActive={place.phase === phase.id && place.lane === lane.id}
              editingCard={isEditedHere ? editing.id : undefined}
              isEditingFeeling={isFeelings && editing?.kind === 'feeling' && editing.id === phase.id}
              dropIndex={isDropHere ? drag?.target?.shownIndex : undefined}
            />
          )
        })}
      </tr>
      {lane.lineBelow ? <LineRow line={lane.lineBelow} columns={phases.length + 1} /> : null}
    </>
  )
}

/** The place where Tab enters: where one was last, or the first cell when that is gone. */
function placeIn({ phases, lanes }: Arrangement, last: CellPlace): CellPlace {
  const hasPhase = last.phase === undefined || phases.some(({ id }) => id === last.phase)
  const hasLane = last.lane === undefined || lanes.some(({ id }) => id === last.lane)
  if (hasPhase && hasLane && (last.phase !== undefined || last.lane !== undefined)) return last
  return { phase: phases[0]?.id, lane: lanes[0]?.id }
}
