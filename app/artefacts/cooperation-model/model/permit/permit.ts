import type { EditRule, Permitted } from '../../../edit-rule'
import { isFrame, type BoardItem, type CooperationModel } from '../content'
import { connectorsInOrder, inOutlineOrder } from '../outline-order'
import { judgeConnectors } from './connectors'
import { judgeChange, judgeGone, judgeNew } from './items'
import type { Judgement } from './judgement'
import { framesAmong } from './places'
import { rightsOf } from './rights'
import { judgeRoom } from './room'

/**
 * Takes back what a rule does not allow, and leaves the rest of the board as it came. What follows from something
 * allowed is allowed with it: the connectors of what is deleted go, what stood in a deleted frame stays on the board, a
 * frame grows around what is put into it, and what stands in its way steps aside.
 */
export function permit(
  before: CooperationModel,
  after: CooperationModel,
  rule: EditRule,
  isOwn: (id: string) => boolean,
): Permitted<CooperationModel> {
  const judgement: Judgement = {
    ...{ rule, rights: rightsOf(rule, isOwn), framesBefore: framesAmong(before.items), frames: new Map() },
    ...{ undone: new Set(), added: [], grown: [], aside: [] },
  }
  const was = byId(before.items)
  const is = byId(after.items)
  const stays = new Map<string, BoardItem>()
  // Frames first: where anything else may stand depends on which of them stay.
  const ids = [...new Set([...is.keys(), ...was.keys()])]
  const concernsFrame = (id: string) => [was.get(id), is.get(id)].some((item) => item && isFrame(item))
  for (const id of ids.filter(concernsFrame)) {
    const item = judge(was.get(id), is.get(id), judgement)
    if (item) stays.set(id, item)
    if (item && isFrame(item)) judgement.frames.set(id, item)
  }
  for (const id of ids) {
    if (concernsFrame(id)) continue
    const item = judge(was.get(id), is.get(id), judgement)
    if (item) stays.set(id, item)
  }
  judgeRoom(before.items, stays, judgement)
  const connectors = judgeConnectors(before.connectors, after.connectors, { before: was, stay: stays }, judgement)
  const undone = [...judgement.undone]
  if (undone.length === 0) return { content: after, undone, added: judgement.added }
  const items = inOutlineOrder([...stays.values()])
  return { content: { items, connectors: connectorsInOrder(connectors, items) }, undone, added: judgement.added }
}

function judge(was: BoardItem | undefined, is: BoardItem | undefined, judgement: Judgement): BoardItem | undefined {
  if (was && is) return judgeChange(was, is, judgement)
  if (is) return judgeNew(is, judgement)
  return was && judgeGone(was, judgement)
}

const byId = (items: readonly BoardItem[]): ReadonlyMap<string, BoardItem> => new Map(items.map((item) => [item.id, item]))
