import { memo, type KeyboardEvent } from 'react'
import { RemarkBadge } from '../../../remarks/view/remark-badge'
import type { Lane, Phase } from '../model/content'
import { laneName, phaseName } from '../model/names'
import { useBlueprint } from './blueprint-context'
import { LaneMenu } from './lane-menu'
import { NameField } from './name-field'
import { focusName } from './open-things'
import { PeopleHere } from './people-here'
import { PhaseMenu } from './phase-menu'
import { PlotScale } from './plot-scale'
import { placeName } from './places'

// Arrows whose tails take in the tip of the one before.
const firstArrow =
  'pl-3.5 [clip-path:polygon(0_0,calc(100%-0.85rem)_0,100%_50%,calc(100%-0.85rem)_100%,0_100%)]'
const nextArrow =
  'pl-6 [clip-path:polygon(0_0,calc(100%-0.85rem)_0,100%_50%,calc(100%-0.85rem)_100%,0_100%,0.85rem_50%)]'

interface HeaderProps {
  index: number
  count: number
  isActive: boolean
  isEditing: boolean
}

/** A phase's name above its column, as an arrow towards the next. */
export const PhaseHeader = memo(function PhaseHeader(props: HeaderProps & { phase: Phase }) {
  const { phase, index, count, isActive, isEditing } = props
  const { t, acts, canEdit } = useBlueprint()
  const editing = { kind: 'phase', id: phase.id } as const
  return (
    <th
      scope="col"
      role="columnheader"
      tabIndex={isActive ? 0 : -1}
      data-cell=""
      data-phase={phase.id}
      data-remark-item={phase.id}
      data-focus-name={focusName.phase(phase.id)}
      onKeyDown={(event) => {
        const by = byAltArrow(event, 'ArrowLeft', 'ArrowRight')
        if (canEdit && by) acts.movePhase(phase.id, by)
      }}
      className="sticky top-0 z-20 border-b border-line bg-paper p-1 pb-2 align-middle outline-offset-[-3px]"
    >
      <div
        className={
          'flex min-h-13 items-center gap-1 bg-accent pr-4 text-on-accent ' +
          (index === 0 ? firstArrow : nextArrow)
        }
      >
        {canEdit && isEditing ? (
          <NameField
            editing={editing}
            value={phase.name}
            label={t('phase.name')}
            onText={(name) => acts.renamePhase(phase.id, name)}
          />
        ) : (
          <span
            className="min-w-0 flex-1 text-base/tight font-bold [overflow-wrap:anywhere] hyphens-auto"
            onDoubleClick={() => canEdit && acts.edit(editing)}
          >
            {phaseName(phase, t)}
          </span>
        )}
        {canEdit && !isEditing ? (
          <PhaseMenu
            phase={phase}
            index={index}
            count={count}
            isTabStop={isActive}
            className="size-8 text-on-accent hover:bg-accent-strong"
          />
        ) : null}
      </div>
      <RemarkBadge item={phase.id} name={phaseName(phase, t)} className="mt-1" />
      <PeopleHere place={placeName.phase(phase.id)} className="mt-1" />
    </th>
  )
})

/** A lane's name at the head of its row. */
export const LaneHeader = memo(function LaneHeader(props: HeaderProps & { lane: Lane; ground: string }) {
  const { lane, index, count, isActive, isEditing, ground } = props
  const { t, acts, canEdit } = useBlueprint()
  const editing = { kind: 'lane', id: lane.id } as const
  return (
    <th
      scope="row"
      role="rowheader"
      tabIndex={isActive ? 0 : -1}
      data-cell=""
      data-lane={lane.id}
      data-remark-item={lane.id}
      data-focus-name={focusName.lane(lane.id)}
      onKeyDown={(event) => {
        const by = byAltArrow(event, 'ArrowUp', 'ArrowDown')
        if (canEdit && by) acts.moveLane(lane.id, by)
      }}
      className={
        'sticky left-0 z-10 border-r border-b border-line p-2 align-top outline-offset-[-3px] ' + ground
      }
    >
      <div className="flex items-start justify-between gap-1">
        {canEdit && isEditing ? (
          <NameField
            editing={editing}
            value={lane.name}
            label={t('lane.name')}
            onText={(name) => acts.renameLane(lane.id, name)}
          />
        ) : (
          <span
            className="min-w-0 flex-1 py-1 text-base/tight font-bold [overflow-wrap:anywhere] hyphens-auto"
            onDoubleClick={() => canEdit && acts.edit(editing)}
          >
            {laneName(lane, t)}
          </span>
        )}
        {canEdit && !isEditing ? (
          <LaneMenu
            lane={lane}
            index={index}
            count={count}
            isTabStop={isActive}
            className={lane.kind === 'feelings' ? 'mr-5 size-8' : 'size-8'}
          />
        ) : null}
      </div>
      <RemarkBadge item={lane.id} name={laneName(lane, t)} className="mt-1" />
      <PeopleHere place={placeName.lane(lane.id)} className="mt-1" />
      {lane.kind === 'feelings' ? <PlotScale /> : null}
    </th>
  )
})

function byAltArrow(event: KeyboardEvent, back: string, forth: string): -1 | 1 | undefined {
  if (!event.altKey || event.target !== event.currentTarget) return undefined
  if (event.key !== back && event.key !== forth) return undefined
  event.preventDefault()
  event.stopPropagation()
  return event.key === back ? -1 : 1
}
