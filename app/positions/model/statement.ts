import { z } from 'zod'
import { organisationTypeSchema } from '../../artefacts/organisation-types'
import { stanceSchema } from './stance'

/** The longest that is kept of which change, or of why not, in characters. */
export const longestWords = 5_000

/** What an organisation said about a clause, once. Nothing replaces it: a newer one is said after it. */
export const statementSchema = z.object({
  /** Grows: of two the larger is the newer. */
  id: z.number().int(),
  clause: z.string(),
  organisation: z.string(),
  stance: stanceSchema,
  words: z.string(),
  /** Hash of what the clause said then: app/artefacts/agreement/model/wording.ts. */
  wordingHash: z.string(),
  by: z.string(),
  /** Milliseconds since the epoch. */
  at: z.number().int(),
})

export type Statement = z.infer<typeof statementSchema>

/** An organisation that is asked where it stands. */
export const askedOrganisationSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: organisationTypeSchema,
})

export type AskedOrganisation = z.infer<typeof askedOrganisationSchema>

// A page that draws its table anew while somebody writes has the same statements as before.
const foundBefore = new WeakMap<readonly Statement[], ReadonlyMap<string, Statement>>()

/** The newest statement of each organisation on each clause, whatever order they came in. */
export function newestStatements(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
  const known = foundBefore.get(statements) ?? findNewest(statements)
  foundBefore.set(statements, known)
  return known
}

function findNewest(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
  const newest = new Map<string, Statement>()
  for (const statement of statements) {
    const key = pairOf(statement.clause, statement.organisation)
    const known = newest.get(key)
    if (!known || known.id < statement.id) newest.set(key, statement)
  }
  return newest
}

/** What `newestStatements` is asked by. */
export const pairOf = (clause: string, organisation: string) => `${clause} ${organisation}`

/** What a page knew with what it has heard since: the newest of each pair, as `newestStatements` has them. */
export function mergeStatements(known: readonly Statement[], heard: readonly Statement[]): Statement[] {
  return [...newestStatements([...known, ...heard]).values()]
}
