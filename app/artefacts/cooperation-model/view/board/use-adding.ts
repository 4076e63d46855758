import { useStoreApi } from '@xyflow/react'
import { useCallback } from 'react'
import type { Point } from '../../model/boxes'
import { isFrame, type BoardItem, type ItemType } from '../../model/content'
import { defaultSizes, step } from '../../model/measures'
import { freeSpotNear } from '../../model/operations'
import { useBoard } from '../board-context'

/**
 * Adds an item and begins to write in it: near a point, or in the frame that is chosen, or else near the middle of what
 * one sees, where there is room.
 */
export function useAdding(items: readonly BoardItem[], selection: ReadonlySet<string>) {
  const { acts, edit, t } = useBoard()
  const store = useStoreApi()
  return useCallback(
    (type: ItemType, at?: Point) => {
      const size = defaultSizes[type]
      const name = type === 'frame' ? t('newName.frame') : undefined
      const frame = at || type === 'frame' ? undefined : chosenFrame(items, selection)
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      const middle = at ?? { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom }
      const corner = { x: snapped(middle.x - size.width / 2), y: snapped(middle.y - size.height / 2) }
      const place = frame === undefined ? { at: freeSpotNear(items, corner, size, type) } : { frame }
      const id = acts.add({ type, name, ...place })
      if (id !== undefined) edit(id, 'board')
    },
    [acts, edit, items, selection, store, t],
  )
}

function chosenFrame(items: readonly BoardItem[], selection: ReadonlySet<string>): string | undefined {
  const [only, other] = selection
  if (only === undefined || other !== undefined) return undefined
  return items.find((item) => item.id === only && isFrame(item))?.id
}

const snapped = (value: number): number => Math.round(value / step) * step
