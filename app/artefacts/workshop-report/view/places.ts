import { z } from 'zod'
import type { Person } from '../../../sync/session'

/** Where somebody is in a report. It comes from their browser: read it through this alone. */
const placeSchema = z.object({ section: z.string().min(1).max(64) })

export type Place = z.infer<typeof placeSchema>

/** Who is where, by the section's id. */
export function peopleBySection(people: readonly Person[]): Map<string, Person[]> {
  const places = new Map<string, Person[]>()
  for (const person of people) {
    const place = placeSchema.safeParse(person.place)
    if (place.success) places.set(place.data.section, [...(places.get(place.data.section) ?? []), person])
  }
  return places
}
