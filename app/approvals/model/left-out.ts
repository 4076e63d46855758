import { z } from 'zod'

const leftOutSchema = z.object({ organisationId: z.string(), name: z.string() })

/** An organisation of the project that was not asked about a version, as it was called when the version was proposed. */
export type LeftOut = z.infer<typeof leftOutSchema>

/** As it was stored; what cannot be read is left out. */
export function readLeftOut(json: string): LeftOut[] {
  try {
    return z.array(leftOutSchema).catch([]).parse(JSON.parse(json))
  } catch {
    return []
  }
}
