import type { Mark, Node } from '@tiptap/pm/model'
import { formatOf, formats, formattingSchema, type Format, type FormatChange } from '../../../model/suggestion'
import { isInOwnClause, isOwn, markOf, type Work } from './work'

/** Suggests to make words bold, a link or a defined term, or not to. In what one has put in oneself it is done. */
export function format(work: Work, from: number, to: number, mark: Mark, does: 'add' | 'remove'): void {
  const name = formats.find((one) => one === mark.type.name)
  if (name === undefined) {
    work.refusals.add('structure')
    return
  }
  const { tr } = work
  const acts: (() => void)[] = []
  tr.doc.nodesBetween(from, to, (node, position, parent) => {
    if (!node.isText || !parent?.type.allowsMarkType(mark.type)) return
    const range = { from: Math.max(from, position), to: Math.min(to, position + node.nodeSize) }
    if (isOwn(work, markOf(node, 'insertion')) || isInOwnClause(work, tr.doc.resolve(position))) {
      acts.push(() => (does === 'add' ? tr.addMark(range.from, range.to, mark) : tr.removeMark(range.from, range.to, mark.type)))
    } else acts.push(...suggest(work, { node, mark, name, does, ...range }))
  })
  for (const act of acts) act()
}

interface Formatted {
  node: Node
  mark: Mark
  name: Format
  does: 'add' | 'remove'
  from: number
  to: number
}

function suggest(work: Work, { node, mark, name, does, from, to }: Formatted): (() => void)[] {
  const present = node.marks.find(({ type }) => type.name === 'formatting')
  const own = formattingSchema.safeParse(present?.attrs).data
  if (present && !isOwn(work, own)) {
    work.refusals.add('others')
    return []
  }
  if (present && (!own || formatOf(own.change) !== name)) {
    work.refusals.add('formats')
    return []
  }
  const take = () => {
    if (present) work.tr.removeMark(from, to, present)
  }
  // Bold is taken back by pressing it once more; whoever gives a link another address means that one.
  if (present && (name === 'bold' || name === 'italic')) return [take]
  const agreed = node.marks.find(({ type }) => type.name === name)
  if (does === 'add' ? agreed?.eq(mark) : !agreed) return [take]
  const { schema } = node.type
  return [() => work.tr.addMark(from, to, schema.mark('formatting', { ...work.by, change: changeTo(name, does, mark) }))]
}

function changeTo(name: Format, does: 'add' | 'remove', mark: Mark): FormatChange {
  if (does === 'remove') return `-${name}`
  return name === 'link' ? `+link ${String(mark.attrs['href'])}` : `+${name}`
}
