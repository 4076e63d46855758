import { memberBox } from '../boxes'
import type { BoardItem, Frame, Member } from '../content'
import { roomAround, sizeAround } from '../operations/room'
import { isSame, type Judgement } from './judgement'

/** What follows from something allowed: frames as large as what is put into them needs, and what makes room for them. */
export function judgeRoom(before: readonly BoardItem[], stays: Map<string, BoardItem>, judgement: Judgement): void {
  const larger = judgement.grown.map(({ was, is }) => {
    const size = sizeAroundNew(was, before, stays)
    const [width, height] = [Math.min(is.width, size.width), Math.min(is.height, size.height)]
    if (width < is.width || height < is.height) judgement.undone.add('edit')
    const frame = { ...(stays.get(is.id) ?? was), width, height }
    stays.set(is.id, frame)
    return { ...was, width, height }
  })
  if (judgement.aside.length === 0) return
  const moves = larger.map((frame) => roomAround(before, frame.id, frame))
  for (const { was, by, against } of judgement.aside) {
    const x = moves.reduce((sum, move) => sum + (move.get(was.id)?.x ?? 0), 0)
    const y = moves.reduce((sum, move) => sum + (move.get(was.id)?.y ?? 0), 0)
    const item = stays.get(was.id)
    if (item && by.x === x && by.y === y) stays.set(was.id, { ...item, x: was.x + x, y: was.y + y })
    else judgement.undone.add(against)
  }
}

/** How large a frame may become: as it was, or around what was put into it or changed there. */
function sizeAroundNew(frame: Frame, before: readonly BoardItem[], stays: ReadonlyMap<string, BoardItem>) {
  const unchanged = new Set(before.filter((was) => isSame(was, stays.get(was.id) ?? null)).map(({ id }) => id))
  let size = { width: frame.width, height: frame.height }
  for (const item of stays.values()) {
    if (isMemberOf(item, frame) && !unchanged.has(item.id)) size = sizeAround({ ...frame, ...size }, memberBox(item))
  }
  return size
}

const isMemberOf = (item: BoardItem, frame: Frame): item is Member => item.type !== 'frame' && item.frame === frame.id
