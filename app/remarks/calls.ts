import { z } from 'zod'

/** An artefact in which open threads call whoever asks, or the organisation they speak for, and wait for their answer. */
export const artefactCallsSchema = z.object({
  artefactId: z.string(),
  title: z.string(),
  /** How many such threads. */
  threads: z.number(),
  /** The one of them in which something was said last. */
  latest: z.string(),
})

export type ArtefactCalls = z.infer<typeof artefactCallsSchema>

export const projectCallsSchema = z.object({ calls: z.array(artefactCallsSchema) })
