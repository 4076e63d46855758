/**
 * Why a version could not be proposed or taken back, or a decision could not be recorded.
 * - `not-found`: no such version or circulation
 * - `not-allowed`: the person's role does not let them propose
 * - `no-mandate`: the person does not record decisions of this organisation
 * - `not-a-party`: the organisation is not asked
 * - `underway`: another version is with the parties
 * - `suggestions-open`: the version holds what is only suggested
 * - `already-final`: all of these parties have approved exactly this already
 * - `other-version`: the decision is about another version than the one that was proposed
 * - `already-decided`: the organisation's decision is recorded, and this one does not say that it takes its place
 * - `withdrawn`: the version was taken back
 * - `final`: all have approved, and an approval is not turned into something else afterwards
 * - `unreadable`: the version is damaged, or a later build wrote it
 */
export type ApprovalRefusal = keyof typeof refusalStatuses

/** What each is answered with. */
export const refusalStatuses = {
  'not-found': 404,
  'not-allowed': 403,
  'no-mandate': 403,
  'not-a-party': 403,
  underway: 409,
  'suggestions-open': 409,
  'already-final': 409,
  'other-version': 409,
  'already-decided': 409,
  withdrawn: 409,
  final: 409,
  unreadable: 422,
} as const

export class ApprovalRefused extends Error {
  override name = 'ApprovalRefused'

  constructor(
    readonly reason: ApprovalRefusal,
    options?: ErrorOptions,
  ) {
    super(`Approval: ${reason}`, options)
  }
}
