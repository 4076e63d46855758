import type { Mark, Node } from '@tiptap/pm/model'
import { formattingSchema } from '../../../model/suggestion'
import { isInOwnClause, isOwn, markOf, type Work } from './work'

/** Suggests to make words bold or italic, or not to. In what one has put in oneself it is done. */
export function format(work: Work, from: number, to: number, mark: Mark, does: 'add' | 'remove'): void {
  const { name } = mark.type
  if (name !== 'bold' && name !== 'italic') {
    work.refusals.add(name === 'link' ? 'link' : 'structure')
    return
  }
  const { tr } = work
  const acts: (() => void)[] = []
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isText) return
    const range = { from: Math.max(from, position), to: Math.min(to, position + node.nodeSize) }
    if (isOwn(work, markOf(node, 'insertion')) || isInOwnClause(work, tr.doc.resolve(position))) {
      acts.push(() => (does === 'add' ? tr.addMark(range.from, range.to, mark) : tr.removeMark(range.from, range.to, mark.type)))
    } else acts.push(...suggest(work, { node, name, does, ...range }))
  })
  for (const act of acts) act()
}

interface Formatted {
  node: Node
  name: 'bold' | 'italic'
  does: 'add' | 'remove'
  from: number
  to: number
}

function suggest(work: Work, { node, name, does, from, to }: Formatted): (() => void)[] {
  const present = node.marks.find(({ type }) => type.name === 'formatting')
  const own = formattingSchema.safeParse(present?.attrs).data
  if (present && !isOwn(work, own)) {
    work.refusals.add('others')
    return []
  }
  // To be taken back: pressed once more.
  if (present && own?.change.endsWith(name)) return [() => work.tr.removeMark(from, to, present)]
  if (present) {
    work.refusals.add('formats')
    return []
  }
  const has = node.marks.some(({ type }) => type.name === name)
  if (has === (does === 'add')) return []
  const change = `${does === 'add' ? '+' : '-'}${name}`
  return [() => work.tr.addMark(from, to, node.type.schema.mark('formatting', { ...work.by, change }))]
}
