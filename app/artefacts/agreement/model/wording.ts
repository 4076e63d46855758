import { plainText } from '../../../lib/plain-text'
import { textHash } from '../../../lib/text-hash'
import { agreedClause } from './agreed-text'
import { blocksOf, placeClauses, subclausesOf, type PlacedClause } from './clauses'
import { inlinesOf } from './inlines'
import type { Agreement, CellBlock, Clause, ClauseBlock, Inline, TableRow } from './content'

/** How what is not text is said: the titles of what a clause refers to, and words for what is gone. */
export interface Sayings {
  /** Titles by the ids of clauses. */
  titles: ReadonlyMap<string, string>
  /** Titles by the ids of annexes. */
  annexes: ReadonlyMap<string, string>
  goneClause: string
  goneAnnex: string
  /** Before the words of a footnote. */
  footnote: string
}

/** The text of a clause's own blocks line by line, without its sub-clauses; formatting told in plain signs. */
export function linesOf(clause: Clause, sayings: Sayings): string[] {
  return blocksOf(clause).flatMap((block) => blockLines(block, sayings))
}

/**
 * What a clause says: its title, and below it its own text, without its sub-clauses. The same in every language, and
 * whatever its number is. Give it the agreed clause (`agreed-text.ts`): what is only suggested is nobody's wording yet.
 */
export function wordingOf({ title, clause }: Pick<PlacedClause, 'title' | 'clause'>, sayings: Sayings): string {
  const lines = [title, ...linesOf(clause, sayings).flatMap((line) => line.split('\n'))]
  return lines.map(tidy).filter((line) => line !== '').join('\n')
}

/** What `wordingOf` needs to know of the whole. `agreed`: without what is only suggested. */
export function wordingSayings(agreed: Agreement, placed = placeClauses(agreed)): Sayings {
  return {
    titles: new Map(placed.map(({ id, title }) => [id, title])),
    annexes: new Map(agreed.annexes?.map(({ id, title }) => [id, title])),
    goneClause: '–',
    goneAnnex: '–',
    footnote: '*',
  }
}

/** A clause with what it says. */
export interface WordedClause extends Omit<PlacedClause, 'clause'> {
  wording: string
  /** SHA-256 of the wording. */
  hash: string
  /** Only gathers its sub-clauses: it has no text of its own. */
  isHeading: boolean
}

/** Every clause that is agreed on to be there, in reading order, with what it says. */
export function wordedClauses(content: Agreement): WordedClause[] {
  const agreed: Agreement = { ...content, clauses: content.clauses.flatMap(agreedOnce) }
  const placed = placeClauses(agreed)
  const sayings = wordingSayings(agreed, placed)
  return placed.map(({ clause, ...place }) => {
    const { wording, hash } = wordedOnce({ title: place.title, clause }, sayings)
    const isHeading = subclausesOf(clause).length > 0 && wording === tidy(place.title)
    return { ...place, wording, hash, isHeading }
  })
}

/** SHA-256 of a wording, as 64 hexadecimal digits. */
export const wordingHash = textHash

// A clause that has not changed is the same object at each reading: while one writes, one clause is worked out anew.
const agreedBefore = new WeakMap<Clause, Clause[]>()

function agreedOnce(clause: Clause): Clause[] {
  const known = agreedBefore.get(clause) ?? agreedClause(clause)
  agreedBefore.set(clause, known)
  return known
}

interface Worded {
  /** What it refers to, by id, and what that was called. */
  refersTo: string[]
  called: string
  wording: string
  hash: string
}

const wordedBefore = new WeakMap<Clause, Worded>()

function wordedOnce(placed: Pick<PlacedClause, 'title' | 'clause'>, sayings: Sayings): Worded {
  const { clause } = placed
  const before = wordedBefore.get(clause)
  const refersTo = before?.refersTo ?? inlinesOf(clause).flatMap(referredBy)
  const called = refersTo.map((id) => sayings.titles.get(id) ?? sayings.annexes.get(id) ?? sayings.goneClause).join('\n')
  if (before?.called === called) return before
  const wording = wordingOf(placed, sayings)
  const worded = { refersTo, called, wording, hash: wordingHash(wording) }
  wordedBefore.set(clause, worded)
  return worded
}

function referredBy(inline: Inline): string[] {
  if (inline.type === 'clauseReference') return [inline.attrs.clause]
  return inline.type === 'annexReference' ? [inline.attrs.annex] : []
}

const tidy = (line: string) => plainText(line).replace(/\s+/gu, ' ').trim()

function sayInline(inline: Inline, sayings: Sayings): string {
  switch (inline.type) {
    case 'hardBreak':
      return '\n'
    case 'clauseReference':
      return `[${sayings.titles.get(inline.attrs.clause) ?? sayings.goneClause}]`
    case 'party':
      return inline.attrs.name
    case 'annexReference':
      return `[${sayings.annexes.get(inline.attrs.annex) ?? sayings.goneAnnex}]`
    case 'footnote':
      return ` [${sayings.footnote}: ${inline.attrs.words}]`
    case 'text': {
      const href = inline.marks?.find((mark) => mark.type === 'link')?.attrs.href
      return href && href !== inline.text ? `${inline.text} (${href})` : inline.text
    }
  }
}

function blockLines(block: ClauseBlock, sayings: Sayings): string[] {
  if (block.type === 'table') return block.content.map((row) => rowLine(row, sayings))
  return cellLines(block, sayings)
}

function cellLines(block: CellBlock, sayings: Sayings): string[] {
  if (block.type === 'paragraph') return [block.content?.map((inline) => sayInline(inline, sayings)).join('') ?? '']
  return block.content.flatMap(({ content }, index) => {
    const [first = '', ...rest] = content.flatMap((one) => cellLines(one, sayings))
    const sign = block.type === 'orderedList' ? `${index + 1}.` : '•'
    return [`${sign} ${first}`, ...rest.map((line) => `  ${line}`)]
  })
}

function rowLine(row: TableRow, sayings: Sayings): string {
  return row.content
    .map(({ content }) => content.flatMap((block) => cellLines(block, sayings)).join(' '))
    .join(' | ')
}
