import { newId } from '../../../lib/id'
import { agreedClause, agreedText } from './agreed-text'
import { placeClauses, subclausesOf } from './clauses'
import type { Agreement, CellBlock, Clause, ClauseBlock, Inline, Paragraph } from './content'

/**
 * A clause with its sub-clauses as it can stand in another agreement: without what is only suggested, without where it
 * came from, and with words in the place of references to what does not come along. Undefined where there is no such
 * clause, or it is only suggested. `gone`: the words for what a reference no longer finds.
 */
export function clauseForLibrary(content: Agreement, id: string, gone: string): Clause | undefined {
  const placed = placeClauses(agreedText(content))
  const found = placed.find((one) => one.id === id)
  if (!found) return undefined
  const own = new Set(idsIn(found.clause))
  const titles = new Map(placed.map((one) => [one.id, one.title]))
  const annexes = new Map(content.annexes?.map((annex) => [annex.id, annex.title]))
  return changedClause(found.clause, {
    idOf: (before) => before,
    inline: (inline) => {
      if (inline.type === 'clauseReference' && !own.has(inline.attrs.clause)) {
        return asWords(titles.get(inline.attrs.clause) || gone)
      }
      return inline.type === 'annexReference' ? asWords(annexes.get(inline.attrs.annex) ?? gone) : inline
    },
  })
}

/** The same clause as a new one: with ids of its own, to which its inner references lead. */
export function freshClause(clause: Clause): Clause | undefined {
  const [agreed] = agreedClause(clause)
  if (!agreed) return undefined
  const ids = new Map(idsIn(agreed).map((id) => [id, newId()]))
  return changedClause(agreed, {
    idOf: (before) => ids.get(before) ?? newId(),
    inline: (inline) => {
      if (inline.type !== 'clauseReference') return inline
      const clauseId = ids.get(inline.attrs.clause)
      return clauseId ? { ...inline, attrs: { ...inline.attrs, clause: clauseId } } : inline
    },
  })
}

function idsIn(clause: Clause): string[] {
  return [clause.attrs.id, ...subclausesOf(clause).flatMap(idsIn)]
}

const asWords = (text: string): Inline => ({ type: 'text', text })

interface Change {
  idOf(id: string): string
  inline(inline: Inline): Inline
}

function changedClause(clause: Clause, change: Change): Clause {
  return {
    type: 'clause',
    attrs: { id: change.idOf(clause.attrs.id) },
    content: clause.content.map((node) => {
      if (node.type === 'clause') return changedClause(node, change)
      return node.type === 'clauseTitle' ? node : changedBlock(node, change)
    }),
  }
}

function changedBlock(block: ClauseBlock, change: Change): ClauseBlock {
  if (block.type !== 'table') return changedCellBlock(block, change)
  const cells = (blocks: readonly CellBlock[]) => blocks.map((one) => changedCellBlock(one, change))
  return {
    ...block,
    content: block.content.map((row) => ({
      ...row,
      content: row.content.map((cell) => ({ ...cell, content: cells(cell.content) })),
    })),
  }
}

function changedCellBlock(block: CellBlock, change: Change): CellBlock {
  if (block.type === 'paragraph') return changedParagraph(block, change)
  return {
    ...block,
    content: block.content.map((item) => ({ ...item, content: item.content.map((one) => changedCellBlock(one, change)) })),
  }
}

function changedParagraph(paragraph: Paragraph, { inline }: Change): Paragraph {
  if (!paragraph.content) return paragraph
  return { ...paragraph, content: paragraph.content.map(inline).reduce<Inline[]>(joined, []) }
}

/** Words that look like the words before them become one with them. */
function joined(row: Inline[], inline: Inline): Inline[] {
  const last = row.at(-1)
  if (last?.type === 'text' && inline.type === 'text' && !last.marks && !inline.marks) {
    row[row.length - 1] = { ...last, text: last.text + inline.text }
  } else row.push(inline)
  return row
}
