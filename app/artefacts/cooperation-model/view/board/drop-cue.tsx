import { ViewportPortal } from '@xyflow/react'
import { Group } from 'lucide-react'
import type { Box } from '../../model/boxes'
import type { BoardItem } from '../../model/content'
import { nameOf } from '../../model/names'
import { useBoard } from '../board-context'
import type { GroupDrop } from './group-drop'

interface DropCueProps {
  drop: GroupDrop
  boxes: ReadonlyMap<string, Box>
  itemsById: ReadonlyMap<string, BoardItem>
}

/** Says what comes of letting go: around the note that would be joined, with words above it. */
export function DropCue({ drop, boxes, itemsById }: DropCueProps) {
  const { t } = useBoard()
  const box = boxes.get(drop.group ?? drop.target)
  const group = itemsById.get(drop.group ?? '')
  if (!box) return null
  return (
    <ViewportPortal>
      <div
        aria-hidden
        className="pointer-events-none absolute top-0 left-0 rounded-xl bg-accent/12"
        style={{
          transform: `translate(${box.x - 8}px, ${box.y - 8}px)`,
          width: box.width + 16,
          height: box.height + 16,
          zIndex: 960,
          border: 'calc(3px / var(--zoom, 1)) dashed var(--color-accent)',
        }}
      >
        <p
          className="absolute bottom-full left-0 mb-1 flex w-max max-w-80 origin-bottom-left items-center gap-1.5 rounded-md bg-accent px-2 py-1 text-sm font-semibold text-white"
          style={{ transform: 'scale(calc(1 / var(--zoom, 1)))' }}
        >
          <Group className="size-4 shrink-0" />
          {group ? t('group.joins', { name: nameOf(group, t) }) : t('group.makes')}
        </p>
      </div>
    </ViewportPortal>
  )
}
