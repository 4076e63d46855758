import { Fragment } from 'react'
import type { Card } from '../model/content'
import { CardItem } from './card-item'

interface CardListProps {
  cards: readonly Card[]
  editingCard: string | undefined
  isTabStop: boolean
  /** What to write about here, shown in an empty card. */
  hint: string
  /** Where a dragged card would land, among all that are shown. */
  dropIndex?: number | undefined
}

/** Cards in order, with a line where a dragged one would land. */
export function CardList({ cards, editingCard, isTabStop, hint, dropIndex }: CardListProps) {
  return (
    <ul className="flex flex-col gap-1.5">
      {cards.map((card, index) => (
        <Fragment key={card.id}>
          {dropIndex === index ? <DropLine as="li" /> : null}
          <CardItem card={card} isEditing={editingCard === card.id} isTabStop={isTabStop} hint={hint} />
        </Fragment>
      ))}
      {dropIndex !== undefined && dropIndex >= cards.length ? <DropLine as="li" /> : null}
    </ul>
  )
}

export function DropLine({ as: Tag = 'div' }: { as?: 'li' | 'div' }) {
  return <Tag aria-hidden className="h-1.5 rounded-full bg-accent" />
}
