import type { ApprovalRecord } from './record'

/**
 * By organisation: what it decided last, as that record reads now. `records` in the order of their numbers. Whoever puts right
 * what is recorded of an earlier circulation has not decided anew.
 */
export function newestDecisions(records: readonly ApprovalRecord[]): Map<string, ApprovalRecord> {
  const newest = new Map<string, ApprovalRecord>()
  const met = new Set<string>()
  for (const record of records) {
    const { organisationId, circulationId } = record
    const pair = `${organisationId} ${circulationId}`
    if (!met.has(pair) || newest.get(organisationId)?.circulationId === circulationId) newest.set(organisationId, record)
    met.add(pair)
  }
  return newest
}
