import type { KindId } from '../../artefacts/registry'
import type { OrganisationType } from '../../artefacts/organisation-types'

export const longestDecision = 2000
export const mostDecisions = 200

/** What a decision is carried on as, in every kind that takes decisions. A kind may have others; they are known by no name. */
export const knownForms = ['actor', 'role', 'flow', 'note', 'card', 'clause'] as const

export type KnownForm = (typeof knownForms)[number]

export const isKnownForm = (what: string): what is KnownForm => knownForms.some((one) => one === what)

/** What was agreed, who sees to it, and what it came from and became. */
export interface DecisionRecord {
  id: string
  text: string
  stepId: string | null
  /** Who sees to it. An organisation that has left the project keeps its name here. */
  owner: { organisationId: string | null; name: string; type: OrganisationType | null } | null
  /** "2027-03-31"; empty for none. */
  due: string
  source: DecisionSource | null
  carried: CarriedRecord[]
}

/** The note or group that it came from, as it was then. */
export interface DecisionSource {
  /** Null when the board is gone. */
  artefactId: string | null
  itemId: string
  text: string
  /** Null where there was no vote on it, or its result had not been shown. */
  dots: number | null
}

/** What a decision became. */
export interface CarriedRecord {
  id: string
  artefactId: string
  title: string
  kind: KindId
  /** The item that it became, or that it was added to. */
  itemId: string
  what: string
  at: Date
  inBin: boolean
}

/** What came of carrying a decision on.
 * - `already`: it is in that artefact, and nobody said that it should be there twice
 * - `locked`, `gone`: the artefact is · `place-gone`: the place chosen is no longer there
 * - `unknown`: the artefact takes no such thing
 */
export type CarryOutcome =
  | { outcome: 'carried'; artefactId: string; itemId: string }
  | { outcome: 'already' | 'locked' | 'gone' | 'place-gone' | 'unknown' }
