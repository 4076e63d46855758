import { z } from 'zod'
import { foundSchema } from './docx/found'
import { importRefusals } from './docx/refusal'

/**
 * What a browser is told of the file that it sent.
 * - `found`: nothing is made yet
 * - `made`: the artefact that holds it now
 * - `refused`: it will not be taken in, however often it is sent; `not-made`: nothing is wrong with the file, try again
 */
export const importAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('found'), found: foundSchema }),
  z.object({ outcome: z.literal('made'), artefactId: z.string() }),
  z.object({ outcome: z.literal('refused'), reason: z.enum(importRefusals) }),
  z.object({ outcome: z.literal('not-made') }),
])

export type ImportAnswer = z.infer<typeof importAnswerSchema>
