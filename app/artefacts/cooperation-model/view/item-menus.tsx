import { ALargeSmall, Frame as FrameIcon, Move, Shapes } from 'lucide-react'
import { IconButton } from '../../../components/icon-button'
import { Menu, type MenuAction } from '../../../components/menu'
import { organisationTypes } from '../../organisation-types'
import type { Box } from '../model/boxes'
import { frameOf, isFrame, isGroup, textSizes, type BoardItem } from '../model/content'
import { longStep } from '../model/measures'
import { nameOf } from '../model/names'
import { framesToPutIn } from './allowed'
import { useBoard } from './board-context'

interface ItemMenuProps {
  /** What it acts on. */
  items: readonly BoardItem[]
}

export function TypeMenu({ items }: ItemMenuProps) {
  const { acts, t } = useBoard()
  const ids = items.map(({ id }) => id)
  return (
    <Menu
      label={t('edit.type')}
      trigger={<IconButton label={t('edit.type')} icon={Shapes} />}
      actions={organisationTypes.map((type) => ({
        id: type,
        label: t(`organisationType.${type}`),
        onAction: () => acts.change(ids, { organisationType: type }),
      }))}
    />
  )
}

export function SizeMenu({ items }: ItemMenuProps) {
  const { acts, t } = useBoard()
  const ids = items.map(({ id }) => id)
  return (
    <Menu
      label={t('edit.size')}
      trigger={<IconButton label={t('edit.size')} icon={ALargeSmall} />}
      actions={textSizes.map((size) => ({
        id: size,
        label: t(`size.${size}`),
        onAction: () => acts.change(ids, { size }),
      }))}
    />
  )
}

/** Puts what is chosen into a frame, or out of all: without dragging. */
export function FrameMenu({ items, allItems }: ItemMenuProps & { allItems: readonly BoardItem[] }) {
  const { t } = useBoard()
  return (
    <Menu
      label={t('edit.toFrame')}
      trigger={<IconButton label={t('edit.toFrame')} icon={FrameIcon} />}
      actions={useFrameActions(items, allItems)}
    />
  )
}

/** One action per frame, and one for no frame; where all of `items` already are is not offered. */
export function useFrameActions(items: readonly BoardItem[], allItems: readonly BoardItem[]): MenuAction[] {
  const { acts, may, t } = useBoard()
  const members = items.filter((item) => !isFrame(item))
  const ids = members.map(({ id }) => id)
  const isThere = (frame: string | undefined) => members.every((item) => frameOf(item) === frame)
  return [
    ...framesToPutIn(allItems, may).map((frame) => ({
      id: frame.id,
      label: isGroup(frame) ? t('group.named', { name: nameOf(frame, t) }) : nameOf(frame, t),
      disabled: isThere(frame.id),
      onAction: () => acts.putInFrame(ids, frame.id),
    })),
    {
      // Ids of frames never hold a space.
      id: 'no frame',
      label: t('edit.outOfFrames'),
      disabled: isThere(undefined) || !may.putIn(undefined),
      startsGroup: allItems.some(isFrame),
      onAction: () => acts.putInFrame(ids, undefined),
    },
  ]
}

/** Moves and resizes in steps: for those who do not drag. */
export function MoveMenu({ items, boxOf }: ItemMenuProps & { boxOf(id: string): Box | undefined }) {
  const { acts, t } = useBoard()
  const ids = items.map(({ id }) => id)
  const [only] = items.length === 1 ? items : []
  const move = (id: 'left' | 'right' | 'up' | 'down', x: number, y: number) => ({
    id,
    label: t(`move.${id}`),
    onAction: () => acts.move(ids, { x: x * longStep, y: y * longStep }),
  })
  const resize = (id: 'wider' | 'narrower' | 'taller' | 'shorter', width: number, height: number) => ({
    id,
    label: t(`move.${id}`),
    startsGroup: id === 'wider',
    onAction: () => {
      const box = only && boxOf(only.id)
      if (!only || !box) return
      const { x, y } = only
      acts.resize(only.id, {
        ...{ x, y },
        width: box.width + width * longStep,
        height: box.height + height * longStep,
      })
    },
  })
  return (
    <Menu
      label={t('edit.moveAndSize')}
      trigger={<IconButton label={t('edit.moveAndSize')} icon={Move} />}
      actions={[
        move('left', -1, 0),
        move('right', 1, 0),
        move('up', 0, -1),
        move('down', 0, 1),
        ...(only ? [resize('wider', 1, 0), resize('narrower', -1, 0), resize('taller', 0, 1), resize('shorter', 0, -1)] : []),
      ]}
    />
  )
}
