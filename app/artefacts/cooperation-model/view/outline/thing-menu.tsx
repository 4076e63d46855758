import { ArrowDown, ArrowUp, Copy, EllipsisVertical, Eye, Group, Pencil, Route, Trash2, Waypoints } from 'lucide-react'
import { useContext } from 'react'
import { IconButton } from '../../../../components/icon-button'
import { Menu, type MenuAction } from '../../../../components/menu'
import { useCommentActions } from '../../../../remarks/view/comment-actions'
import { siblingsKey, type BoardItem } from '../../model/content'
import { nameOf } from '../../model/names'
import { useBoard } from '../board-context'
import { FocusWishContext } from '../focus'

interface ThingMenuProps {
  item: BoardItem
  isFirst: boolean
  isLast: boolean
  onShow(id: string): void
}

/** What can be done with an item of the outline: all that the board can do with it. */
export function ThingMenu({ item, isFirst, isLast, onShow }: ThingMenuProps) {
  const { t } = useBoard()
  const editActions = useEditActions(item, isFirst, isLast)
  const name = nameOf(item, t)
  const comment = useCommentActions(item.id, name)
  const label = t('edit.actionsOf', { name })
  const origins: MenuAction[] = (item.origins ?? []).map((origin, index) => ({
    id: `origin ${origin}`,
    label: t(index === 0 ? 'origin.has' : 'origin.alsoHas'),
    icon: Route,
    onAction: () => window.location.assign(`/origins/${origin}`),
  }))
  const show: MenuAction = { id: 'show', label: t('edit.showOnBoard'), icon: Eye, onAction: () => onShow(item.id) }
  return (
    <Menu
      label={label}
      trigger={<IconButton label={label} icon={EllipsisVertical} />}
      actions={[...editActions.filter(({ danger }) => !danger), show, ...comment, ...origins, ...editActions.filter(({ danger }) => danger)]}
    />
  )
}

const offered = (isAllowed: boolean, action: MenuAction): MenuAction[] => (isAllowed ? [action] : [])

/** Deleting comes last. */
function useEditActions(item: BoardItem, isFirst: boolean, isLast: boolean): MenuAction[] {
  const { acts, edit, may, openConnect, openGrouping, session, t } = useBoard()
  const wish = useContext(FocusWishContext)
  const move = (direction: 'up' | 'down') => () => {
    acts.moveInOutline(item.id, direction)
    wish.ask('outline', item.id)
  }
  const duplicate = () => {
    const [copy] = acts.duplicate([item.id])
    if (copy !== undefined) wish.ask('outline', copy)
  }
  const remove = () => {
    const siblings = session.content().items.filter((other) => siblingsKey(other) === siblingsKey(item))
    const place = siblings.findIndex(({ id }) => id === item.id)
    const next = siblings[place + 1] ?? siblings[place - 1]
    acts.remove([item.id])
    if (next) wish.ask('outline', next.id)
  }
  return [
    offered(may.edit(item), { id: 'edit', label: t('edit.edit'), icon: Pencil, onAction: () => edit(item.id, 'outline') }),
    offered(may.move(item), { id: 'up', label: t('edit.moveUp'), icon: ArrowUp, disabled: isFirst, onAction: move('up') }),
    offered(may.move(item), { id: 'down', label: t('edit.moveDown'), icon: ArrowDown, disabled: isLast, onAction: move('down') }),
    offered(item.type === 'note' && may.move(item), {
      ...{ id: 'group', label: t('group.moveToDots'), icon: Group },
      onAction: () => openGrouping([item.id]),
    }),
    offered(may.connect, { id: 'connect', label: t('edit.connect'), icon: Waypoints, onAction: () => openConnect(item.id) }),
    offered(may.add(item.type), { id: 'duplicate', label: t('edit.duplicate'), icon: Copy, onAction: duplicate }),
    offered(may.remove(item), {
      ...{ id: 'delete', label: t('edit.delete'), icon: Trash2, danger: true, startsGroup: true },
      onAction: remove,
    }),
  ].flat()
}
