import { z } from 'zod'

/** What an agreement's editor shares of where somebody is: the clause in which they write. */
const placeSchema = z.object({ clause: z.string().max(64) })

/** The clause that somebody shares as theirs; undefined where they share none, or nonsense. */
export function clauseOfPlace(place: unknown): string | undefined {
  const parsed = placeSchema.safeParse(place)
  return parsed.success ? parsed.data.clause : undefined
}
