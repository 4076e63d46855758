import { generate } from '../../server/setup/generate.mjs'
import { defineProof, type Outcome } from './proof'

/**
 * Through the product's own routes: a decision on another hash is refused (409), as is one of another organisation, of
 * somebody without the mandate, or of a guest (403, 404), twice, and after the version was taken back (409). Each refusal
 * leaves no record. And a version of which one byte is another cannot be approved any more (422).
 */
export const approval = defineProof({}, async (): Promise<Outcome> => {
  // The database's client is generated, and what uses it can only be loaded then.
  await generate()
  const { tryDecisions } = await import('../support/records/try-decisions')
  return tryDecisions()
})
