import { ArrowDown, ArrowUp, EllipsisVertical, Pencil, Plus, Settings2, Trash2 } from 'lucide-react'
import { IconButton } from '../../../components/icon-button'
import { Menu } from '../../../components/menu'
import { useCommentActions } from '../../../remarks/view/comment-actions'
import type { Lane } from '../model/content'
import { laneName } from '../model/names'
import { useBlueprint } from './blueprint-context'

interface LaneMenuProps {
  lane: Lane
  index: number
  count: number
  isTabStop: boolean
  className?: string
}

export function LaneMenu({ lane, index, count, isTabStop, className = '' }: LaneMenuProps) {
  const { t, acts } = useBlueprint()
  const name = laneName(lane, t)
  const comment = useCommentActions(lane.id, name)
  const label = t('lane.menu', { name })
  return (
    <Menu
      label={label}
      trigger={
        <IconButton
          label={label}
          icon={EllipsisVertical}
          excludeFromTabOrder={!isTabStop}
          className={className}
        />
      }
      actions={[
        {
          id: 'rename',
          label: t('lane.rename'),
          icon: Pencil,
          onAction: () => acts.edit({ kind: 'lane', id: lane.id }),
        },
        {
          id: 'settings',
          label: t('lane.settings'),
          icon: Settings2,
          onAction: () => acts.ask({ kind: 'lane-settings', id: lane.id }),
        },
        {
          id: 'up',
          label: t('lane.moveUp'),
          icon: ArrowUp,
          disabled: index === 0,
          onAction: () => acts.moveLane(lane.id, -1),
        },
        {
          id: 'down',
          label: t('lane.moveDown'),
          icon: ArrowDown,
          disabled: index === count - 1,
          onAction: () => acts.moveLane(lane.id, 1),
        },
        {
          id: 'add',
          label: t('lane.addBelow'),
          icon: Plus,
          onAction: () => acts.ask({ kind: 'add-lane', index: index + 1 }),
        },
        ...comment,
        {
          id: 'remove',
          label: t('lane.remove'),
          icon: Trash2,
          danger: true,
          startsGroup: true,
          onAction: () => acts.removeLane(lane.id),
        },
      ]}
    />
  )
}
