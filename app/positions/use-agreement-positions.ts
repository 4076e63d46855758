import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { Agreement } from '../artefacts/agreement/model/content'
import { wordedClauses, type WordedClause } from '../artefacts/agreement/model/wording'
import type { ArtefactSession } from '../sync/session'
import { keepRows, positionTable, type ClauseRow, type PositionTable } from './model/position-table'
import type { OwnPositions } from './own-positions'
import { useOwnPositions, usePositions, type Positions } from './use-positions'

const noClauses: readonly WordedClause[] = []

/** What an open agreement knows of positions, for its outline and its side panel. */
export interface AgreementPositions {
  artefactId: string
  positions: Positions
  own: OwnPositions | undefined
  clauses: readonly WordedClause[]
  /** Whether the clauses are known already. */
  isRead: boolean
  table: PositionTable
  /** By the ids of the clauses. */
  rows: ReadonlyMap<string, ClauseRow>
  /** The clause that one is in, or has gone to since; empty for none. */
  clause: string
  choose(clause: string): void
}

/** `content`: undefined as long as its clauses need not be known. `current`: the clause in which one writes, empty for none. */
export function useAgreementPositions(
  session: ArtefactSession<Agreement>,
  content: Agreement | undefined,
  current: string,
): AgreementPositions {
  const { artefactId } = session
  const positions = usePositions({ artefactId, session })
  const own = useOwnPositions(artefactId, positions)
  // Whoever writes does not wait for it.
  const settled = useDeferredValue(content)
  const clauses = useMemo(() => (settled ? wordedClauses(settled) : noClauses), [settled])
  const { now } = positions
  const table = useMemo(() => positionTable(clauses, now?.organisations ?? [], now?.statements ?? []), [clauses, now])
  const [kept] = useState(keepRows)
  const rows = useMemo(() => kept(table.rows), [kept, table])
  // Chosen until one goes on to write elsewhere.
  const [chosen, setChosen] = useState({ clause: '', whileIn: '' })
  // The editor has come, with its caret at the beginning: nobody has gone there.
  if (chosen.clause !== '' && chosen.whileIn === '' && current !== '') setChosen({ ...chosen, whileIn: current })
  const clause = current !== '' && chosen.whileIn !== current ? current : chosen.clause
  const choose = useCallback((wanted: string) => setChosen({ clause: wanted, whileIn: current }), [current])
  return { artefactId, positions, own, clauses, isRead: settled !== undefined, table, rows, clause, choose }
}
