import type { Agreement, Clause } from './content'
import { resolve, resolveClause } from './suggestions/resolve'

/** The agreement as it stands without what is only suggested: what is numbered, decided on and written out. */
export function agreedText(content: Agreement): Agreement {
  return resolve(content, () => 'reject')
}

/** None for a clause that is only suggested. What is the same stays the same object. */
export function agreedClause(clause: Clause): Clause[] {
  return resolveClause(clause, () => 'reject')
}
