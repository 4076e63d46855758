import { TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import type { Card } from '../model/content'
import { useBlueprint } from './blueprint-context'
import { CardList } from './card-list'
import type { Editing } from './open-things'

/** Cards whose phase or lane went while somebody worked on them: kept until they get a place again. */
export function Tray({ cards, editing }: { cards: readonly Card[]; editing: Editing | null }) {
  const { t } = useBlueprint()
  const id = useId()
  if (cards.length === 0) return null
  return (
    <section
      aria-labelledby={id}
      className={
        'mx-3 mb-2 max-h-[40dvh] overflow-y-auto rounded-md border-l-4 border-caution bg-caution-soft ' +
        'p-3 sm:mx-5'
      }
    >
      <h2 id={id} className="flex items-center gap-2 font-bold">
        <TriangleAlert aria-hidden className="size-5 shrink-0 text-caution" />
        {t('withoutPlace.title')}
      </h2>
      <p className="mb-2 max-w-prose text-sm">{t('withoutPlace.explained')}</p>
      <div className="max-w-sm">
        <CardList
          cards={cards}
          editingCard={editing?.kind === 'card' ? editing.id : undefined}
          isTabStop
          hint={t('laneHint.other')}
        />
      </div>
    </section>
  )
}
