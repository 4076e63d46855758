import { ApprovalRefused } from '../refusal'
import { isYes, type Outcome } from './outcome'
import type { CirculationStanding, PartyStanding } from './standing'

/** As much of a decision as tells whether it may be recorded. */
export interface DecisionOnVersion {
  organisation: string
  versionHash: string
  outcome: Outcome
  supersedes: number | null
}

/**
 * The party that a decision is of, where it may be recorded now.
 * @throws ApprovalRefused `not-a-party`, `withdrawn`, `other-version`, `already-decided`, `final`
 */
export function decidingParty({ parties, state, version }: CirculationStanding, decision: DecisionOnVersion): PartyStanding {
  const party = parties.find(({ organisationId }) => organisationId === decision.organisation)
  if (!party) throw new ApprovalRefused('not-a-party')
  if (state === 'withdrawn') throw new ApprovalRefused('withdrawn')
  if (version.hash !== decision.versionHash) throw new ApprovalRefused('other-version')
  // The page that posted it showed another record than there is now, or none.
  if ((party.record?.number ?? null) !== decision.supersedes) throw new ApprovalRefused('already-decided')
  // A section that was mistyped can be mended; who decides otherwise afterwards decides on another version.
  if (state === 'final' && !isYes(decision.outcome)) throw new ApprovalRefused('final')
  return party
}
