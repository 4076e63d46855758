import { z } from 'zod'
import { agreementSchema } from '../../artefacts/agreement/model/content'
import { remarksSchema } from '../../remarks/model/content'
import { foundSchema } from './found'
import { importRefusals } from './refusal'

/** What became of a file: an agreement with its comments, and what was found; or why it is not taken in. */
export const importOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), found: foundSchema, agreement: agreementSchema, remarks: remarksSchema }),
  z.object({ outcome: z.literal('refused'), reason: z.enum(importRefusals) }),
])

export type ImportOutcome = z.infer<typeof importOutcomeSchema>
