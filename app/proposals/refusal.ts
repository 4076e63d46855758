/**
 * Why something with a proposal could not be done.
 * - `not-found`: no such artefact or proposal, or none that this person may know of
 * - `not-allowed`: the person may not
 * - `locked`: nobody may while the artefact is locked
 * - `settled`: somebody was quicker
 * - `other-history`: it can no longer be merged, only put in the place of what is there
 * - `unreadable`: a later build wrote it, or it is damaged
 * - `failed`: the live room did not do it now; the artefact has not changed
 */
export type ProposalRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'locked'
  | 'settled'
  | 'other-history'
  | 'unreadable'
  | 'failed'

export class ProposalRefused extends Error {
  override name = 'ProposalRefused'

  constructor(
    readonly reason: ProposalRefusal,
    options?: ErrorOptions,
  ) {
    super(`Proposal: ${reason}`, options)
  }
}
