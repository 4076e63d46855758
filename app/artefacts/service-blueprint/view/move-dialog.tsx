import { useState } from 'react'
import { Button } from '../../../components/button'
import { SelectField } from '../../../components/select-field'
import { lanesForCards, type Arrangement } from '../model/arrangement'
import type { Card } from '../model/content'
import { cardName, laneName, phaseName } from '../model/names'
import { useBlueprint } from './blueprint-context'

interface MoveFormProps {
  card: Card
  arrangement: Arrangement
  onDone(): void
}

/** Choosing a place for a card: all that dragging can do, and for a card without a place the way back. */
export function MoveForm({ card, arrangement, onDone }: MoveFormProps) {
  const { t, acts } = useBlueprint()
  const { phases, cardsIn } = arrangement
  const lanes = lanesForCards(arrangement.lanes)
  const [phase, setPhase] = useState(known(phases, card.phase))
  const [lane, setLane] = useState(known(lanes, card.lane))
  const [index, setIndex] = useState<number | undefined>(undefined)
  const others = cardsIn(phase, lane).filter(({ id }) => id !== card.id)
  const chosen = Math.min(index ?? others.length, others.length)
  const positions = [
    { value: '0', label: t('move.first') },
    ...others.map((other, position) => ({
      value: String(position + 1),
      label: position === others.length - 1 ? t('move.last') : t('move.after', { name: cardName(other, t) }),
    })),
  ]
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onDone()
        acts.moveCard(card, { phase, lane, index: chosen })
      }}
    >
      <p className="line-clamp-3 text-ink-soft [overflow-wrap:anywhere]">{cardName(card, t)}</p>
      <SelectField
        label={t('move.phase')}
        value={phase}
        onChange={(event) => setPhase(event.currentTarget.value)}
        options={phases.map((one) => ({ value: one.id, label: phaseName(one, t) }))}
      />
      <SelectField
        label={t('move.lane')}
        value={lane}
        onChange={(event) => setLane(event.currentTarget.value)}
        options={lanes.map((one) => ({ value: one.id, label: laneName(one, t) }))}
      />
      <SelectField
        label={t('move.position')}
        value={String(chosen)}
        onChange={(event) => setIndex(Number(event.currentTarget.value))}
        options={positions}
      />
      <div className="mt-2 flex justify-end">
        <Button type="submit" variant="primary" isDisabled={!phase || !lane}>
          {t('move.move')}
        </Button>
      </div>
    </form>
  )
}

function known(items: readonly { id: string }[], id: string): string {
  return items.some((item) => item.id === id) ? id : (items[0]?.id ?? '')
}
