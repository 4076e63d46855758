import { clauseDepth, type Agreement, type Clause, type ClauseBlock, type Inline } from './content'

/** A clause as it stands in the whole: where, under what number, under whom. */
export interface PlacedClause {
  id: string
  /** "4", "4.2", "4.2.1"; "4.2+" for one that is only suggested, after 4.2. */
  number: string
  title: string
  level: 1 | 2 | 3
  /** The id of the clause it belongs to; undefined at the top. */
  parent?: string
  clause: Clause
}

/** Every clause in reading order, with its number. */
export function placeClauses(agreement: Agreement): PlacedClause[] {
  const placed: PlacedClause[] = []
  const place = (clauses: readonly Clause[], level: 1 | 2 | 3, parent?: PlacedClause) => {
    const numbers = clauseNumbers(parent?.number ?? '')
    clauses.forEach((clause) => {
      const own: PlacedClause = {
        id: clause.attrs.id,
        number: numbers(clause.attrs.suggestion?.does === 'insert'),
        title: titleOf(clause),
        level,
        clause,
        ...(parent ? { parent: parent.id } : {}),
      }
      placed.push(own)
      place(subclausesOf(clause), level === 1 ? 2 : 3, own)
    })
  }
  place(agreement.clauses, 1)
  return placed
}

/**
 * Counts the clauses of a row. One that is only suggested has the number of the one before it and a plus, so that all
 * others keep the numbers by which they are agreed on, decided on and written out.
 */
export function clauseNumbers(above: string): (isSuggested: boolean) => string {
  let count = 0
  return (isSuggested) => {
    if (!isSuggested) count += 1
    return `${above === '' ? '' : `${above}.`}${count}${isSuggested ? '+' : ''}`
  }
}

/** Where a clause can go from where it stands. */
export interface PossibleMoves {
  up: boolean
  down: boolean
  /** Into the clause before it. */
  indent: boolean
  /** Out of the clause it belongs to. */
  outdent: boolean
  /** Whether it can be given a clause of its own. */
  deepen: boolean
}

export function possibleMoves(placed: readonly PlacedClause[], id: string): PossibleMoves {
  const own = placed.find((one) => one.id === id)
  const row = placed.filter(({ parent }) => parent === own?.parent)
  const index = own ? row.indexOf(own) : -1
  return {
    up: index > 0,
    down: index >= 0 && index < row.length - 1,
    indent: index > 0 && own !== undefined && own.level + heightOf(own.clause) <= clauseDepth,
    outdent: own?.parent !== undefined,
    deepen: own !== undefined && own.level < clauseDepth,
  }
}

/** How many levels of clauses a clause holds, itself included. */
export function heightOf(clause: Clause): number {
  return 1 + subclausesOf(clause).reduce((most, one) => Math.max(most, heightOf(one)), 0)
}

/** The title's words; empty when it has none yet. */
export function titleOf(clause: Clause): string {
  const title = clause.content.find((node) => node.type === 'clauseTitle')
  return title?.content?.map(({ text }) => text).join('') ?? ''
}

export function blocksOf(clause: Clause): ClauseBlock[] {
  return clause.content.filter(
    (node): node is ClauseBlock => node.type !== 'clauseTitle' && node.type !== 'clause',
  )
}

export function subclausesOf(clause: Clause): Clause[] {
  return clause.content.filter((node) => node.type === 'clause')
}

/** How many words the whole holds: titles, text, lists and tables. */
export function countWords(agreement: Agreement): number {
  return placeClauses(agreement).reduce((words, { clause }) => words + wordsOf(clause), 0)
}

// A clause that has not changed is the same object at each reading.
const wordsBefore = new WeakMap<Clause, number>()

/** Without its sub-clauses. */
function wordsOf(clause: Clause): number {
  const known = wordsBefore.get(clause)
  if (known !== undefined) return known
  const texts = [titleOf(clause), ...blocksOf(clause).map(plainText)]
  const words = texts.reduce((count, text) => count + wordsIn(text), 0)
  wordsBefore.set(clause, words)
  return words
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.:/@–-]*/gu)?.length ?? 0
}

interface Readable {
  type: string
  content?: readonly (Readable | Inline)[]
}

function plainText(node: Readable | Inline): string {
  if (node.type === 'text' && 'text' in node) return node.text
  if (node.type === 'hardBreak' || !('content' in node)) return ' '
  const apart = node.type === 'paragraph' ? '' : ' '
  return node.content?.map(plainText).join(apart) ?? ''
}
