import { ArrowLeft, ArrowRight, EllipsisVertical, Pencil, Plus, Trash2 } from 'lucide-react'
import { IconButton } from '../../../components/icon-button'
import { Menu } from '../../../components/menu'
import { useCommentActions } from '../../../remarks/view/comment-actions'
import type { Phase } from '../model/content'
import { phaseName } from '../model/names'
import { useBlueprint } from './blueprint-context'

interface PhaseMenuProps {
  phase: Phase
  index: number
  count: number
  isTabStop: boolean
  className?: string
}

export function PhaseMenu({ phase, index, count, isTabStop, className = '' }: PhaseMenuProps) {
  const { t, acts } = useBlueprint()
  const name = phaseName(phase, t)
  const comment = useCommentActions(phase.id, name)
  const label = t('phase.menu', { name })
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
          label: t('phase.rename'),
          icon: Pencil,
          onAction: () => acts.edit({ kind: 'phase', id: phase.id }),
        },
        {
          id: 'earlier',
          label: t('phase.moveEarlier'),
          icon: ArrowLeft,
          disabled: index === 0,
          onAction: () => acts.movePhase(phase.id, -1),
        },
        {
          id: 'later',
          label: t('phase.moveLater'),
          icon: ArrowRight,
          disabled: index === count - 1,
          onAction: () => acts.movePhase(phase.id, 1),
        },
        { id: 'add', label: t('phase.addAfter'), icon: Plus, onAction: () => acts.addPhase(index + 1) },
        ...comment,
        {
          id: 'remove',
          label: t('phase.remove'),
          icon: Trash2,
          danger: true,
          startsGroup: true,
          onAction: () => acts.removePhase(phase.id),
        },
      ]}
    />
  )
}
