import { inTurn } from '../lib/in-turn.server'
import type { Services } from '../load-context'

/**
 * Nobody else in the installation proposes, takes back or records meanwhile: the records are one chain. That a record follows
 * the one before it the database sees to by itself as well.
 */
export function inApprovalTurn<Result>({ database }: Services, work: () => Promise<Result>): Promise<Result> {
  return inTurn(database, 'approvals', work)
}
