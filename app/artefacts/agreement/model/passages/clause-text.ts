import * as Y from 'yjs'
import { objectMark, type Span } from '../../../../remarks/model/anchor'
import { insertionsOf, type Element } from '../elements'

/** A shared text within a clause, and where in the clause's text it begins. */
interface Leaf {
  type: Y.XmlText
  from: number
  length: number
}

/**
 * All that a clause says itself, its sub-clauses left out: title and blocks in reading order, a line break between two text
 * blocks (a title, a paragraph, wherever it stands), and one `objectMark` for each thing in a line that is no text. So a
 * place in it is found in the editor's document by counting text blocks alone: each is as long there as here.
 */
export interface ClauseText {
  text: string
  leaves: readonly Leaf[]
}

const textBlocks: readonly string[] = ['clauseTitle', 'paragraph']

export function readClauseText(clause: Element): ClauseText {
  let text = ''
  let isFirst = true
  const leaves: Leaf[] = []
  const readLine = (line: Element) => {
    if (!isFirst) text += '\n'
    isFirst = false
    for (const child of line.toArray()) {
      if (!(child instanceof Y.XmlText)) text += objectMark
      else {
        const words = wordsOf(child)
        leaves.push({ type: child, from: text.length, length: words.length })
        text += words
      }
    }
  }
  const read = (parent: Element, depth: number) => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement) || child.nodeName === 'clause') continue
      if (textBlocks.includes(child.nodeName)) readLine(child as Element)
      else if (depth < deepest) read(child as Element, depth + 1)
    }
  }
  read(clause, 0)
  return { text, leaves }
}

/** Lists in tables in lists: more than the strict form has. */
const deepest = 60

/** Yjs relative positions of a span's first and last character, as JSON; undefined where neither is text. */
export function positionsOf({ leaves }: ClauseText, { from, to }: Span): { start: string; end: string } | undefined {
  const first = leaves.find((leaf) => from >= leaf.from && from < leaf.from + leaf.length)
  const last = leaves.find((leaf) => to > leaf.from && to <= leaf.from + leaf.length)
  if (!first || !last) return undefined
  return {
    start: positionJson(Y.createRelativePositionFromTypeIndex(first.type, from - first.from, 0)),
    end: positionJson(Y.createRelativePositionFromTypeIndex(last.type, to - last.from, -1)),
  }
}

/** Where a position of the shared text is in the clause's; undefined where that is gone, or never was in this clause. */
export function indexOf({ leaves }: ClauseText, position: string, doc: Y.Doc): number | undefined {
  const relative = readPosition(position)
  // What an undo has put back is known as that to the one who did it alone: everybody must find the same.
  const within = relative && Y.createAbsolutePositionFromRelativePosition(relative, doc, false)
  if (!within) return undefined
  const leaf = leaves.find(({ type }) => type === within.type)
  return leaf && Math.min(leaf.from + within.index, leaf.from + leaf.length)
}

function positionJson({ item, assoc }: Y.RelativePosition): string {
  return JSON.stringify({ item, assoc })
}

function readPosition(json: string): Y.RelativePosition | undefined {
  try {
    const read: unknown = JSON.parse(json)
    if (typeof read !== 'object' || read === null || !('item' in read)) return undefined
    const { client, clock } = { ...(read.item as { client?: unknown; clock?: unknown }) }
    if (!isCount(client) || !isCount(clock)) return undefined
    const assoc = 'assoc' in read && typeof read.assoc === 'number' ? read.assoc : 0
    return Y.createRelativePositionFromJSON({ item: { client, clock }, assoc })
  } catch {
    return undefined
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function wordsOf(text: Y.XmlText): string {
  return insertionsOf(text)
    .map(({ insert }) => (typeof insert === 'string' ? insert : objectMark))
    .join('')
}
