import { ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../../../components/button'
import { IconButton } from '../../../components/icon-button'
import type { Arrangement } from '../model/arrangement'
import type { Lane, Phase } from '../model/content'
import { laneName, phaseName } from '../model/names'
import { useBlueprint } from './blueprint-context'
import { NoClientData } from './blueprint-toolbar'
import { CardList } from './card-list'
import { FeelingWords } from './feeling-words'
import { LaneMenu } from './lane-menu'
import { lineLooks } from './line-row'
import { NameField } from './name-field'
import { focusName, type Editing } from './open-things'
import { PeopleHere } from './people-here'
import { PhaseMenu } from './phase-menu'
import { placeName } from './places'

interface ListProps {
  arrangement: Arrangement
  editing: Editing | null
  chosenPhase: string | undefined
  onChoosePhase(phase: string): void
}

/**
 * The same blueprint phase by phase: lanes below each other, cards as lists. For narrow screens, and for who
 * prefers it.
 */
export function List({ arrangement, editing, chosenPhase, onChoosePhase }: ListProps) {
  const { phases, lanes } = arrangement
  const chosen = phases.findIndex(({ id }) => id === chosenPhase)
  const index = Math.max(0, chosen)
  const phase = phases[index]
  if (!phase) return null
  return (
    <div className="min-h-0 flex-1 scroll-py-20 overflow-y-auto border-t border-line">
      <div className="mx-auto max-w-3xl px-3 pb-16 sm:px-5">
        <PhaseChoice phases={phases} index={index} onChoose={onChoosePhase} />
        <NoClientData className="mt-3 md:hidden" />
        <PhaseHeading phase={phase} index={index} count={phases.length} editing={editing} />
        {lanes.map((lane, laneIndex) => (
          <LaneSection
            key={lane.id}
            phase={phase}
            lane={lane}
            index={laneIndex}
            arrangement={arrangement}
            editing={editing}
          />
        ))}
      </div>
    </div>
  )
}

function PhaseChoice(props: { phases: readonly Phase[]; index: number; onChoose(phase: string): void }) {
  const { phases, index, onChoose } = props
  const { t } = useBlueprint()
  const id = useId()
  const before = phases[index - 1]
  const after = phases[index + 1]
  return (
    <div
      className={
        'sticky top-0 z-20 -mx-3 flex items-center gap-1 border-b border-line bg-paper px-3 py-2 ' +
        'sm:-mx-5 sm:px-5'
      }
    >
      <IconButton
        label={t('list.previous')}
        icon={ChevronLeft}
        isDisabled={!before}
        onPress={() => before && onChoose(before.id)}
      />
      <label htmlFor={id} className="sr-only">
        {t('list.phase')}
      </label>
      <select
        id={id}
        value={phases[index]?.id}
        onChange={(event) => onChoose(event.currentTarget.value)}
        className={
          'min-h-11 min-w-0 flex-1 truncate rounded-md border border-line-strong bg-surface px-3 ' +
          'font-semibold'
        }
      >
        {phases.map((phase, position) => (
          <option key={phase.id} value={phase.id}>
            {t('list.phaseOf', { position: position + 1, count: phases.length, name: phaseName(phase, t) })}
          </option>
        ))}
      </select>
      <IconButton
        label={t('list.next')}
        icon={ChevronRight}
        isDisabled={!after}
        onPress={() => after && onChoose(after.id)}
      />
    </div>
  )
}

interface PhaseHeadingProps {
  phase: Phase
  index: number
  count: number
  editing: Editing | null
}

function PhaseHeading({ phase, index, count, editing }: PhaseHeadingProps) {
  const { t, acts, canEdit } = useBlueprint()
  const isEditing = editing?.kind === 'phase' && editing.id === phase.id
  return (
    <div data-phase={phase.id} className="mt-5 mb-2 flex items-center justify-between gap-2">
      {canEdit && isEditing ? (
        <NameField
          editing={editing}
          value={phase.name}
          label={t('phase.name')}
          onText={(name) => acts.renamePhase(phase.id, name)}
        />
      ) : (
        <h2
          tabIndex={-1}
          data-focus-name={focusName.phase(phase.id)}
          className="min-w-0 text-2xl font-bold [overflow-wrap:anywhere]"
        >
          {phaseName(phase, t)}
        </h2>
      )}
      {canEdit ? <PhaseMenu phase={phase} index={index} count={count} isTabStop /> : null}
    </div>
  )
}

interface LaneSectionProps {
  phase: Phase
  lane: Lane
  index: number
  arrangement: Arrangement
  editing: Editing | null
}

function LaneSection({ phase, lane, index, arrangement, editing }: LaneSectionProps) {
  const { t, canEdit } = useBlueprint()
  const id = useId()
  const cards = arrangement.cardsIn(phase.id, lane.id)
  const isFeelings = lane.kind === 'feelings'
  const editingCard = editing?.kind === 'card' ? editing.id : undefined
  return (
    <section aria-labelledby={id} data-phase={phase.id} data-lane={lane.id}>
      <div className="rounded-lg border border-line bg-surface p-3">
        <LaneHeading
          id={id}
          lane={lane}
          index={index}
          count={arrangement.lanes.length}
          isEditing={editing?.kind === 'lane' && editing.id === lane.id}
        />
        <PeopleHere place={placeName.cell(phase.id, lane.id)} className="mb-1" />
        {isFeelings ? (
          <FeelingWords
            phase={phase}
            feeling={arrangement.feelingIn(phase.id)}
            isEditing={editing?.kind === 'feeling' && editing.id === phase.id}
            isTabStop
          />
        ) : null}
        {cards.length > 0 ? (
          <CardList cards={cards} editingCard={editingCard} isTabStop hint={t(`laneHint.${lane.kind}`)} />
        ) : null}
        {cards.length === 0 && !isFeelings ? (
          <p className="text-ink-soft">{canEdit ? t(`laneHint.${lane.kind}`) : t('list.noCards')}</p>
        ) : null}
        {canEdit && !isFeelings ? <AddCard phase={phase} lane={lane} /> : null}
      </div>
      {lane.lineBelow ? (
        <p className="flex items-center gap-3 py-2 text-sm font-bold text-accent">
          {t(`line.${lane.lineBelow}.name`)}
          <span aria-hidden className={`h-0 flex-1 border-t-3 border-accent ${lineLooks[lane.lineBelow]}`} />
        </p>
      ) : (
        <div className="h-3" />
      )}
    </section>
  )
}

function LaneHeading(props: { id: string; lane: Lane; index: number; count: number; isEditing: boolean }) {
  const { id, lane, index, count, isEditing } = props
  const { t, acts, canEdit } = useBlueprint()
  return (
    <div className="mb-1 flex items-center justify-between gap-2">
      {canEdit && isEditing ? (
        <NameField
          editing={{ kind: 'lane', id: lane.id }}
          value={lane.name}
          label={t('lane.name')}
          onText={(name) => acts.renameLane(lane.id, name)}
        />
      ) : null}
      <h3
        id={id}
        tabIndex={-1}
        hidden={canEdit && isEditing}
        data-focus-name={focusName.lane(lane.id)}
        className="min-w-0 text-lg font-bold [overflow-wrap:anywhere]"
      >
        {laneName(lane, t)}
      </h3>
      {canEdit ? <LaneMenu lane={lane} index={index} count={count} isTabStop /> : null}
    </div>
  )
}

function AddCard({ phase, lane }: { phase: Phase; lane: Lane }) {
  const { t, acts } = useBlueprint()
  return (
    <Button
      variant="quiet"
      size="small"
      className="mt-1.5"
      data-focus-name={focusName.cell(phase.id, lane.id)}
      aria-label={t('card.addTo', { lane: laneName(lane, t), phase: phaseName(phase, t) })}
      onPress={() => acts.addCard(phase.id, lane.id)}
    >
      <Plus aria-hidden className="size-4" />
      {t('card.add')}
    </Button>
  )
}
