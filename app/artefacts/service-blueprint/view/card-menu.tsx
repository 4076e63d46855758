import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Copy, Move, Pencil, Route, Trash2 } from 'lucide-react'
import { AnchoredMenu, type MenuAction } from '../../../components/menu'
import { useCommentActions } from '../../../remarks/view/comment-actions'
import type { Translate } from '../../kind'
import type { Card, ServiceBlueprint } from '../model/content'
import { cardName } from '../model/names'
import { placeTowards, type Direction } from '../model/towards'
import { useBlueprint } from './blueprint-context'
import { originAddress } from './origin-address'

interface CardMenuProps {
  card: Card
  content: ServiceBlueprint
  anchor: HTMLElement
  onClose(): void
}

const steps: { direction: Direction; key: string; icon: typeof ArrowUp }[] = [
  { direction: 'up', key: 'card.moveUp', icon: ArrowUp },
  { direction: 'down', key: 'card.moveDown', icon: ArrowDown },
  { direction: 'left', key: 'card.moveLeft', icon: ArrowLeft },
  { direction: 'right', key: 'card.moveRight', icon: ArrowRight },
]

/** Everything that can be done with a card. */
export function CardMenu({ card, content, anchor, onClose }: CardMenuProps) {
  const { t, acts } = useBlueprint()
  const comment = useCommentActions(card.id, cardName(card, t))
  const actions: MenuAction[] = [
    {
      id: 'edit',
      label: t('card.edit'),
      icon: Pencil,
      onAction: () => acts.edit({ kind: 'card', id: card.id }),
    },
    { id: 'move', label: t('card.moveTo'), icon: Move, onAction: () => acts.ask({ kind: 'move', card }) },
    ...steps.map(({ direction, key, icon }) => ({
      id: direction,
      label: t(key),
      icon,
      disabled: placeTowards(content, card, direction) === undefined,
      onAction: () => acts.moveCardTowards(card, direction),
    })),
    { id: 'duplicate', label: t('card.duplicate'), icon: Copy, onAction: () => acts.duplicateCard(card) },
    ...comment,
    ...originActions(card, t),
    {
      id: 'remove',
      label: t('card.remove'),
      icon: Trash2,
      danger: true,
      startsGroup: true,
      onAction: () => acts.removeCard(card),
    },
  ]
  return (
    <AnchoredMenu
      anchor={anchor}
      label={t('card.menu', { name: cardName(card, t) })}
      actions={actions}
      onClose={onClose}
    />
  )
}

/** The way back, of a card that a workshop brought. */
function originActions({ origin }: Card, t: Translate): MenuAction[] {
  if (origin === undefined) return []
  const go = () => window.location.assign(originAddress(origin))
  return [{ id: 'origin', label: t('card.origin'), icon: Route, startsGroup: true, onAction: go }]
}
