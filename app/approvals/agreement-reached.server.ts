import type { ArtefactRecord } from '../artefacts/artefacts.server'
import type { Agreement } from '../artefacts/agreement/model/content'
import { placeClauses } from '../artefacts/agreement/model/clauses'
import { wordedClauses } from '../artefacts/agreement/model/wording'
import type { Services } from '../load-context'
import { positionTable } from '../positions/model/position-table'
import { askedOrganisations, statementsAfter } from '../positions/positions.server'
import type { Version } from '../versions/versions.server'

/** How far the organisations agree on a version before it is put to them. */
export interface AgreementReached {
  clauses: number
  /** Clauses that somebody objects to, or accepts with a change alone. */
  disputed: number
  /** Positions that nobody has given yet, of how many: every organisation is asked about every clause. */
  missing: number
  positions: number
  /** Names of the organisations that object to something. */
  objecting: string[]
  /** "24 Nuorten ohjaus": clauses from a workshop that nobody has confirmed; the document marks them as proposed. */
  unconfirmed: string[]
}

/** Null for kinds that nobody takes positions on. */
export async function agreementReached(
  services: Services,
  { id, projectId }: Pick<ArtefactRecord, 'id' | 'projectId'>,
  { kind, content }: Pick<Version, 'kind' | 'content'>,
): Promise<AgreementReached | null> {
  if (kind !== 'agreement') return null
  const [organisations, statements] = await Promise.all([
    askedOrganisations(services, projectId),
    statementsAfter(services, id, 0),
  ])
  const agreement = content as Agreement
  const table = positionTable(wordedClauses(agreement), organisations, statements)
  return {
    clauses: table.rows.filter(({ cells }) => cells.length > 0).length,
    disputed: table.rows.filter(({ isDisputed }) => isDisputed).length,
    missing: table.total.none,
    positions: table.total.all,
    objecting: table.organisations.filter(({ tally }) => tally.objects > 0).map(({ organisation }) => organisation.name),
    unconfirmed: placeClauses(agreement)
      .filter(({ clause }) => clause.attrs.state === 'proposed')
      .map(({ number, title }) => `${number} ${title}`),
  }
}
