import { boardBoxes, overlaps } from '../../../../app/artefacts/cooperation-model/model/boxes'
import { frameOf, type BoardItem } from '../../../../app/artefacts/cooperation-model/model/content'
import type { NewNote } from '../../../../app/artefacts/workshop-face'

/** Notes as a step of private writing puts them on a board: `n0`, `n1` … */
export const newNotes = (count: number, text: (index: number) => string = (index) => `Ajatus ${index}`): NewNote[] =>
  Array.from({ length: count }, (_, index) => ({ id: `n${index}`, text: text(index), author: '', origin: 'step1' }))

/**
 * Pairs of things of which one covers the other, though neither holds it: what stands in a frame may cover that frame
 * alone.
 */
export function covered(items: readonly BoardItem[]): string[] {
  const boxes = boardBoxes(items)
  return items.flatMap((one, index) =>
    items.slice(index + 1).flatMap((other) => {
      if (frameOf(one) === other.id || frameOf(other) === one.id) return []
      const [first, second] = [boxes.get(one.id), boxes.get(other.id)]
      return first && second && overlaps(first, second) ? [`${one.id} / ${other.id}`] : []
    }),
  )
}

/** Things that stand outside the frame that they belong to. */
export function outside(items: readonly BoardItem[]): string[] {
  const boxes = boardBoxes(items)
  return items.flatMap((item) => {
    const [outer, inner] = [boxes.get(frameOf(item) ?? ''), boxes.get(item.id)]
    if (!outer || !inner) return []
    const isInside =
      inner.x >= outer.x &&
      inner.y >= outer.y &&
      inner.x + inner.width <= outer.x + outer.width &&
      inner.y + inner.height <= outer.y + outer.height
    return isInside ? [] : [item.id]
  })
}
