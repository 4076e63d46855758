import { markTracked } from '../mark-tracked'
import type { Block, List, Table, TableCell, Tracked } from '../tree'
import { align, type Likeness } from './align'
import { redlineRuns, runKey, wordsOfRuns, type By } from './runs'

/** The later blocks with what has changed since the earlier ones. */
export function redlineBlocks(before: readonly Block[], after: readonly Block[], by: By): Block[] {
  return align(before, after, blocksAlike).flatMap((pair): Block[] => {
    if (pair.kind === 'gone') return markTracked(withoutBreaks(pair.before), { deleted: by.change })
    if (pair.kind === 'new') return markTracked([pair.after], { inserted: by.change })
    return redlineBlock(pair.before, pair.after, by)
  })
}

/** A page's end is no words: the later document's own are enough. */
const withoutBreaks = (block: Block): Block[] => (block.type === 'page-break' ? [] : [block])

function redlineBlock(before: Block, after: Block, by: By): Block[] {
  if (blockKey(before) === blockKey(after)) return [after]
  if (before.type === 'paragraph' && after.type === 'paragraph') {
    return [{ ...after, children: redlineRuns(before.children, after.children, by) }]
  }
  if (before.type === 'list' && after.type === 'list') return [redlineList(before, after, by)]
  if (before.type === 'table' && after.type === 'table') return [redlineTable(before, after, by)]
  return [...markTracked([before], { deleted: by.change }), ...markTracked([after], { inserted: by.change })]
}

function redlineList(before: List, after: List, by: By): List {
  const items = align(before.items, after.items, rowsAlike).map((pair) => {
    if (pair.kind === 'gone') return markTracked(pair.before, { deleted: by.change })
    if (pair.kind === 'new') return markTracked(pair.after, { inserted: by.change })
    return redlineBlocks(pair.before, pair.after, by)
  })
  return { ...after, items }
}

/** Two tables of one shape. Header rows are changed where they are; the others may come and go. */
function redlineTable(before: Table, after: Table, by: By): Table {
  const header = after.rows.slice(0, after.headerRows).map((row, index) => redlineRow(before.rows[index] ?? [], row, by))
  const body = align(before.rows.slice(before.headerRows), after.rows.slice(after.headerRows), cellsAlike)
  const rows: TableCell[][] = [...header]
  const rowsTracked: (Tracked | undefined)[] = header.map(() => undefined)
  for (const pair of body) {
    const tracked = pair.kind === 'gone' ? { deleted: by.change } : pair.kind === 'new' ? { inserted: by.change } : undefined
    rowsTracked.push(tracked)
    if (pair.kind === 'both') rows.push(redlineRow(pair.before, pair.after, by))
    else rows.push(markRow(pair.kind === 'gone' ? pair.before : pair.after, tracked ?? {}))
  }
  return {
    ...after,
    rows,
    rowsTracked,
    ...(before.caption === after.caption ? {} : { formerCaption: { ...by.change, caption: before.caption } }),
  }
}

function redlineRow(before: readonly TableCell[], after: readonly TableCell[], by: By): TableCell[] {
  return after.map((cell, index) => ({ ...cell, children: redlineBlocks(before[index]?.children ?? [], cell.children, by) }))
}

const markRow = (row: readonly TableCell[], tracked: Tracked): TableCell[] =>
  row.map((cell) => ({ ...cell, children: markTracked(cell.children, tracked) }))

/** Whether one table's rows can be told as changes of the other's: the same columns, and no cell over several rows. */
function sameShape(before: Table, after: Table): boolean {
  const shape = ({ headerRows, rowHeaders, rows }: Table) => JSON.stringify([headerRows, rowHeaders, shapeOf(rows[0] ?? [])])
  const isPlain = ({ rows }: Table) => rows.every((row) => shapeOf(row) === shapeOf(rows[0] ?? []) && row.every(({ rows: height }) => (height ?? 1) === 1))
  return shape(before) === shape(after) && isPlain(before) && isPlain(after)
}

const shapeOf = (row: readonly TableCell[]): string => row.map(({ columns, header }) => `${columns ?? 1}${header ?? false}`).join(' ')

function blockKey(block: Block): string {
  if (block.type !== 'paragraph' && block.type !== 'heading') return JSON.stringify(block, (name, value: unknown) => (name === 'fallback' ? '' : value))
  return JSON.stringify({ ...block, children: block.children.map(runKey) })
}

const blocksAlike: Likeness<Block> = {
  key: blockKey,
  of(before, after) {
    if (before.type === 'paragraph' && after.type === 'paragraph') {
      const isSet = before.tone === after.tone && before.language === after.language
      return isSet ? wordsInCommon(before, after) : undefined
    }
    if (before.type === 'list' && after.type === 'list') return before.ordered === after.ordered ? wordsInCommon(before, after) : undefined
    if (before.type === 'table' && after.type === 'table') return sameShape(before, after) ? Math.max(0.5, wordsInCommon(before, after)) : undefined
    return undefined
  },
}

const rowsAlike: Likeness<Block[]> = {
  key: (row) => JSON.stringify(row.map(blockKey)),
  of: (before, after) => shareOfCommon(before.flatMap(wordsIn), after.flatMap(wordsIn)),
}

const cellsAlike: Likeness<TableCell[]> = {
  key: (row) => JSON.stringify(row.map((cell) => ({ ...cell, children: cell.children.map(blockKey) }))),
  of: (before, after) => {
    if (shapeOf(before) !== shapeOf(after)) return undefined
    const words = (row: readonly TableCell[]) => row.flatMap(({ children }) => children.flatMap(wordsIn))
    return shareOfCommon(words(before), words(after))
  },
}

const wordsInCommon = (before: Block, after: Block): number => shareOfCommon(wordsIn(before), wordsIn(after))

/** Of two bags of words: how much of both is in both, from 0 to 1. */
function shareOfCommon(before: readonly string[], after: readonly string[]): number {
  if (before.length + after.length === 0) return 1
  const left = new Map<string, number>()
  for (const word of before) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of after) {
    const count = left.get(word) ?? 0
    if (count > 0) common += 1
    left.set(word, count - 1)
  }
  return (2 * common) / (before.length + after.length)
}

const bags = new WeakMap<Block, string[]>()

/** Each block is compared with many others: its words are found once. */
function wordsIn(block: Block): string[] {
  const found = bags.get(block) ?? findWords(block)
  bags.set(block, found)
  return found
}

function findWords(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return wordsOfRuns(block.children).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    case 'list':
      return block.items.flatMap((item) => item.flatMap(wordsIn))
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(({ children }) => children.flatMap(wordsIn)))
    default:
      return []
  }
}
