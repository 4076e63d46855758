import { EllipsisVertical, GripVertical } from 'lucide-react'
import { memo, type KeyboardEvent } from 'react'
import { CommentButton } from '../../../remarks/view/comment-button'
import { RemarkBadge } from '../../../remarks/view/remark-badge'
import type { Card } from '../model/content'
import { cardName } from '../model/names'
import type { Direction } from '../model/towards'
import type { Acts } from './acts'
import { useBlueprint } from './blueprint-context'
import { CardEditor } from './card-editor'
import { CardFace, markLooks } from './card-face'
import { focusName } from './open-things'
import { originAddress } from './origin-address'
import { PeopleHere } from './people-here'
import { placeName } from './places'

interface CardItemProps {
  card: Card
  isEditing: boolean
  /** Whether Tab stops at it: in the grid only within the cell where one is. */
  isTabStop: boolean
  hint: string
}

/** A card, to be read, or opened for writing in place. */
export const CardItem = memo(function CardItem({ card, isEditing, isTabStop, hint }: CardItemProps) {
  const { canEdit, t } = useBlueprint()
  const { ground } = markLooks[card.mark]
  return (
    <li
      data-card={card.id}
      data-remark-item={card.id}
      data-editing={isEditing || undefined}
      className={
        `group/card relative rounded-md border text-base/snug md:text-sm/snug ${ground} ` +
        (isEditing ? 'shadow-raised' : '')
      }
    >
      {canEdit && isEditing ? (
        <CardEditor card={card} hint={hint} />
      ) : canEdit ? (
        <ReadyCard card={card} isTabStop={isTabStop} />
      ) : (
        <div className="p-2">
          <CardFace card={card} />
          {card.origin ? (
            <a href={originAddress(card.origin)} className="mt-1 inline-flex min-h-8 items-center text-sm">
              {t('card.origin')}
            </a>
          ) : null}
          <CommentButton item={card.id} name={cardName(card, t)} />
        </div>
      )}
      <RemarkBadge item={card.id} name={cardName(card, t)} className="mb-1.5 ml-2" />
      <PeopleHere place={placeName.card(card.id)} className="px-2 pb-2" />
    </li>
  )
})

function ReadyCard({ card, isTabStop }: { card: Card; isTabStop: boolean }) {
  const { t, acts } = useBlueprint()
  const tabIndex = isTabStop ? 0 : -1
  return (
    <>
      <button
        type="button"
        tabIndex={tabIndex}
        data-focus-name={focusName.card(card.id)}
        data-drag=""
        onClick={() => acts.edit({ kind: 'card', id: card.id })}
        onKeyDown={(event) => onCardKey(event, card, acts)}
        className={
          'block min-h-11 w-full cursor-pointer rounded-md py-2 pr-8 pl-2.5 text-left ' +
          'outline-offset-0 md:min-h-9 pointer-coarse:md:min-h-20'
        }
      >
        <CardFace card={card} />
      </button>
      <button
        type="button"
        tabIndex={tabIndex}
        aria-label={t('card.menu', { name: cardName(card, t) })}
        aria-haspopup="menu"
        onClick={(event) => acts.openCardMenu(card, event.currentTarget)}
        className={
          'absolute top-1 right-0.5 flex size-9 cursor-pointer items-center justify-center rounded-md ' +
          'text-ink-soft hover:bg-accent-soft hover:text-ink md:size-7'
        }
      >
        <EllipsisVertical aria-hidden className="size-4" />
      </button>
      <span
        aria-hidden
        data-grip=""
        className={
          'absolute top-10 right-0.5 hidden size-9 touch-none items-center justify-center ' +
          'text-ink-soft pointer-coarse:md:flex'
        }
      >
        <GripVertical className="size-4" />
      </span>
    </>
  )
}

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** What a card does by key; everything here is in its menu too. */
function onCardKey(event: KeyboardEvent, card: Card, acts: Acts) {
  const direction = directions[event.key]
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  const act =
    direction && event.altKey
      ? () => acts.moveCardTowards(card, direction)
      : plain && (event.key === 'Delete' || event.key === 'Backspace')
        ? () => acts.removeCard(card)
        : plain && event.key.toLowerCase() === 'm'
          ? () => acts.ask({ kind: 'move', card })
          : plain && event.key.toLowerCase() === 'd'
            ? () => acts.duplicateCard(card)
            : undefined
  if (!act) return
  event.preventDefault()
  event.stopPropagation()
  act()
}
