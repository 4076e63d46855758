import { Fragment, type Node as DocumentNode } from '@tiptap/pm/model'

/** What stands from `from` to `to` in the old content, within one parent, becomes `content`. */
export interface Difference {
  from: number
  to: number
  content: Fragment
}

/**
 * Where two contents differ, as little as can be told, in reading order. Nodes of both that are the same object are not
 * looked into: that is what makes it quick. `start`: the position at which the content begins.
 */
export function differences(before: Fragment, after: Fragment, start = 0): Difference[] {
  let first = 0
  let from = start
  const shortest = Math.min(before.childCount, after.childCount)
  while (first < shortest && isSame(before.child(first), after.child(first))) {
    from += before.child(first).nodeSize
    first += 1
  }
  let last = 0
  while (last < shortest - first && isSame(endOf(before, last), endOf(after, last))) last += 1
  const old = childrenOf(before, first, last)
  const made = childrenOf(after, first, last)
  if (old.length === 0 && made.length === 0) return []
  return inPairs(old, made, from) ?? [{ from, to: from + sizeOf(old), content: Fragment.fromArray(made) }]
}

/** Row by row where as many stand there as before, each of the same kind; undefined elsewhere. */
function inPairs(old: readonly DocumentNode[], made: readonly DocumentNode[], start: number): Difference[] | undefined {
  if (old.length !== made.length) return undefined
  const found: Difference[] = []
  let at = start
  for (const [index, before] of old.entries()) {
    const after = made[index]
    if (!after) return undefined
    if (!isSame(before, after)) {
      const within = differencesWithin(before, after, at)
      if (!within) return undefined
      found.push(...within)
    }
    at += before.nodeSize
  }
  return found
}

function differencesWithin(before: DocumentNode, after: DocumentNode, at: number): Difference[] | undefined {
  if (!before.sameMarkup(after) || (before.isLeaf && !before.isText)) return undefined
  return before.isText ? inText(before, after, at) : differences(before.content, after.content, at + 1)
}

function inText(before: DocumentNode, after: DocumentNode, at: number): Difference[] {
  const old = before.text ?? ''
  const made = after.text ?? ''
  const shortest = Math.min(old.length, made.length)
  let first = 0
  while (first < shortest && old.charCodeAt(first) === made.charCodeAt(first)) first += 1
  let last = 0
  while (last < shortest - first && old.charCodeAt(old.length - 1 - last) === made.charCodeAt(made.length - 1 - last)) last += 1
  const content = made.length - last > first ? Fragment.from(after.cut(first, made.length - last)) : Fragment.empty
  return [{ from: at + first, to: at + old.length - last, content }]
}

/** Inline nodes are few and made anew with their paragraph; all others are the same object as long as they say the same. */
function isSame(before: DocumentNode, after: DocumentNode): boolean {
  return before === after || (before.isInline && before.eq(after))
}

const endOf = (content: Fragment, index: number): DocumentNode => content.child(content.childCount - 1 - index)

function childrenOf(content: Fragment, first: number, last: number): DocumentNode[] {
  const children: DocumentNode[] = []
  for (let index = first; index < content.childCount - last; index += 1) children.push(content.child(index))
  return children
}

const sizeOf = (nodes: readonly DocumentNode[]): number => nodes.reduce((size, node) => size + node.nodeSize, 0)
