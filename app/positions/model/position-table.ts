import type { WordedClause } from '../../artefacts/agreement/model/wording'
import { stanceSchema, type Stance } from './stance'
import { newestStatements, pairOf, type AskedOrganisation, type Statement } from './statement'

export type AskedClause = Pick<WordedClause, 'id' | 'number' | 'title' | 'level' | 'hash' | 'isHeading'>

/** Where one organisation stands on one clause. */
export interface Cell {
  organisation: AskedOrganisation
  stance: Stance
  /** Undefined where nothing has ever been said. */
  statement: Statement | undefined
  /** The clause says something else than when the position was given. Never of one that was taken back. */
  isEarlier: boolean
}

/** How many stand where; `earlier`: how many of them by a position on earlier wording. */
export type Tally = Record<Stance, number> & { earlier: number; all: number }

export interface ClauseRow {
  clause: AskedClause
  /** In the order of the organisations. Empty for a heading: nobody is asked about it. */
  cells: Cell[]
  tally: Tally
  /** Somebody objects, or accepts with a change alone. */
  isDisputed: boolean
}

export interface PositionTable {
  organisations: { organisation: AskedOrganisation; tally: Tally }[]
  rows: ClauseRow[]
  total: Tally
}

/**
 * Who stands where on what: every clause with every organisation, by the newest that each has said. What was said about
 * clauses and by organisations that are gone is left out, and is there again when they are.
 */
export function positionTable(
  clauses: readonly AskedClause[],
  organisations: readonly AskedOrganisation[],
  statements: readonly Statement[],
): PositionTable {
  const newest = newestStatements(statements)
  const rows = clauses.map((clause): ClauseRow => {
    const cells = clause.isHeading
      ? []
      : organisations.map((organisation) => cellOf(clause, organisation, newest.get(pairOf(clause.id, organisation.id))))
    const tally = tallyOf(cells)
    return { clause, cells, tally, isDisputed: tally.objects + tally['accepts-with-change'] > 0 }
  })
  const cells = rows.flatMap((row) => row.cells)
  return {
    organisations: organisations.map((organisation, index) => ({
      organisation,
      tally: tallyOf(rows.flatMap((row) => row.cells[index] ?? [])),
    })),
    rows,
    total: tallyOf(cells),
  }
}

/**
 * Rows by the ids of their clauses, through one table after the other: a row that says the same is the same object as before.
 * What shows hundreds of them draws only those anew that say something else.
 */
export function keepRows(): (rows: readonly ClauseRow[]) => ReadonlyMap<string, ClauseRow> {
  let before: ReadonlyMap<string, ClauseRow> = new Map()
  return (rows) => {
    before = new Map(
      rows.map((row) => {
        const known = before.get(row.clause.id)
        return [row.clause.id, known && isSameRow(known, row) ? known : row]
      }),
    )
    return before
  }
}

function isSameRow(one: ClauseRow, other: ClauseRow): boolean {
  const { hash, number, title, level, isHeading } = one.clause
  const { clause, cells } = other
  return (
    hash === clause.hash &&
    number === clause.number &&
    title === clause.title &&
    level === clause.level &&
    isHeading === clause.isHeading &&
    one.cells.length === cells.length &&
    one.cells.every(({ organisation, statement, isEarlier }, index) => {
      const cell = cells[index]
      return cell?.organisation === organisation && cell.statement === statement && cell.isEarlier === isEarlier
    })
  )
}

function cellOf(clause: AskedClause, organisation: AskedOrganisation, statement: Statement | undefined): Cell {
  const stance = statement?.stance ?? 'none'
  const isEarlier = stance !== 'none' && statement?.wordingHash !== clause.hash
  return { organisation, stance, statement, isEarlier }
}

function tallyOf(cells: readonly Cell[]): Tally {
  const tally: Tally = { ...noStances(), earlier: 0, all: cells.length }
  for (const { stance, isEarlier } of cells) {
    tally[stance] += 1
    if (isEarlier) tally.earlier += 1
  }
  return tally
}

export function noStances(): Record<Stance, number> {
  return Object.fromEntries(stanceSchema.options.map((stance) => [stance, 0])) as Record<Stance, number>
}

/** The disputed clause that comes after another one, and after the last the first; undefined where none is disputed. */
export function nextDisputed(rows: readonly ClauseRow[], after?: string): string | undefined {
  const at = rows.findIndex(({ clause }) => clause.id === after)
  const inTurn = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
  return inTurn.find(({ isDisputed }) => isDisputed)?.clause.id
}

/** The clauses on which an organisation has no position: neither stated, nor any that it has not taken back. */
export function silentRows(rows: readonly ClauseRow[], organisation: string): ClauseRow[] {
  return rows.filter(({ cells }) => cells.some((cell) => cell.organisation.id === organisation && cell.stance === 'none'))
}
