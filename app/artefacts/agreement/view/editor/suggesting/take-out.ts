import type { Node } from '@tiptap/pm/model'
import { breakOf, clauseSuggestionOf, isOwn, markOf, type Work } from './work'

/** Suggests to take out a range. What one has put in oneself goes; what somebody wants out already stays as it is. */
export function takeOut(work: Work, from: number, to: number): void {
  const acts: (() => void)[] = []
  work.tr.doc.nodesBetween(from, to, (node, position, parent, index) => {
    if (node.isText) acts.push(...takeOutText(work, node, Math.max(from, position), Math.min(to, position + node.nodeSize)))
    else if (node.isInline) acts.push(...takeOutAtom(work, node, position))
    else if (node.type.name === 'clause' && position >= from && position + node.nodeSize <= to) {
      acts.push(() => takeOutClause(work, node, position))
      return false
    } else if (node.type.name === 'paragraph' && position >= from && parent) {
      const isWhole = position + node.nodeSize <= to
      const isFirstInItem = index === 0 && parent.type.name === 'listItem'
      const before = isFirstInItem ? lastOfItemBefore(work, position) : index > 0 ? parent.child(index - 1) : null
      acts.push(...takeOutBreak(work, { node, position, before, depth: isFirstInItem ? 2 : 1, isWhole }))
    }
    return !node.isInline
  })
  // From the end, so that what goes moves nothing that is still to be done.
  for (const act of acts.reverse()) act()
}

function takeOutText(work: Work, node: Node, from: number, to: number): (() => void)[] {
  if (isOwn(work, markOf(node, 'insertion'))) return [() => work.tr.delete(from, to)]
  if (markOf(node, 'deletion')) return []
  return [() => work.tr.addMark(from, to, node.type.schema.mark('deletion', { ...work.by }))]
}

function takeOutAtom(work: Work, node: Node, position: number): (() => void)[] {
  const suggestion = breakOf(node)
  if (suggestion?.does === 'insert' && isOwn(work, suggestion)) return [() => work.tr.delete(position, position + node.nodeSize)]
  if (suggestion?.does === 'insert') work.refusals.add('others')
  if (suggestion) return []
  return [() => work.tr.setNodeAttribute(position, 'suggestion', { ...work.by, does: 'delete' })]
}

export function takeOutClause(work: Work, node: Node, position: number): void {
  const suggestion = clauseSuggestionOf(node)
  if (suggestion && !isOwn(work, suggestion)) work.refusals.add('others')
  else if (suggestion?.does === 'insert') work.tr.delete(position, position + node.nodeSize)
  else work.tr.setNodeAttribute(position, 'suggestion', { ...work.by, does: 'delete' })
}

/** What the item before ends with; null where the paragraph stands in a first item. */
function lastOfItemBefore({ tr }: Work, position: number): Node | null {
  const item = tr.doc.resolve(position - 1).nodeBefore
  return item?.type.name === 'listItem' ? item.lastChild : null
}

interface Break {
  node: Node
  position: number
  /** What stands before the paragraph: in front of an item's first one, at the end of the item before. */
  before: Node | null
  /** How many nodes begin with the break: the paragraph, and the item whose first it is. */
  depth: 1 | 2
  /** All of the paragraph goes. */
  isWhole: boolean
}

function takeOutBreak(work: Work, { node, position, before, depth, isWhole }: Break): (() => void)[] {
  const suggestion = breakOf(node)
  const joins = before?.type.name === 'paragraph'
  if (suggestion && !(suggestion.does === 'insert' && isOwn(work, suggestion))) return []
  if (suggestion && joins) return [() => work.tr.join(position - (depth - 1), depth)]
  // With nothing to join it to, it goes once nothing stands in it.
  if (suggestion) return isWhole ? [() => dropEmpty(work, position)] : []
  if (!joins && !isWhole) return []
  return [() => work.tr.setNodeAttribute(position, 'suggestion', { ...work.by, does: 'delete' })]
}

/** With the item and the list that hold nothing else. */
function dropEmpty({ tr }: Work, position: number): void {
  const node = tr.doc.nodeAt(position)
  if (node?.type.name !== 'paragraph' || node.content.size > 0) return
  const place = tr.doc.resolve(position)
  let depth = place.depth
  while (lists.has(place.node(depth).type.name) && place.node(depth).childCount === 1) depth -= 1
  const outer = place.depth - depth
  tr.delete(position - outer, position + node.nodeSize + outer)
}

const lists = new Set(['listItem', 'bulletList', 'orderedList'])
