import { z } from 'zod'
import type { ArtefactSession, Person } from '../../../sync/session'

const id = z.string().min(1).max(64)

/** Where somebody is in a blueprint. It comes from their browser: read it through `placeSchema` alone. */
export const placeSchema = z.object({
  phase: id.optional(),
  lane: id.optional(),
  card: id.optional(),
  editing: z.boolean().optional(),
})

export type Place = z.infer<typeof placeSchema>

export interface PersonHere {
  person: Person
  editing: boolean
}

/** Who is where, by the name of the place; a list stays the same until somebody in it changed. */
export interface PlacesStore {
  subscribe(listener: () => void): () => void
  at(name: string): readonly PersonHere[]
}

export const placeName = {
  card: (card: string) => `card ${card}`,
  cell: (phase: string, lane: string) => `cell ${phase} ${lane}`,
  phase: (phase: string) => `phase ${phase}`,
  lane: (lane: string) => `lane ${lane}`,
}

const nobody: readonly PersonHere[] = []

export function createPlacesStore(
  session: Pick<ArtefactSession<unknown>, 'people' | 'onStatus'>,
): PlacesStore {
  let seen: readonly Person[] | undefined
  let places = new Map<string, readonly PersonHere[]>()
  const look = () => {
    const people = session.people()
    if (seen && people.length === seen.length && people.every((one, index) => one === seen?.[index])) return
    seen = people
    places = kept(places, sorted(people))
  }
  return {
    subscribe: (listener) =>
      session.onStatus(() => {
        look()
        listener()
      }),
    at: (name) => {
      if (!seen) look()
      return places.get(name) ?? nobody
    },
  }
}

function sorted(people: readonly Person[]): Map<string, PersonHere[]> {
  const places = new Map<string, PersonHere[]>()
  for (const person of people) {
    const place = placeSchema.safeParse(person.place)
    const name = place.success ? nameOf(place.data) : undefined
    if (!place.success || !name) continue
    const here = places.get(name) ?? []
    places.set(name, [...here, { person, editing: place.data.editing ?? false }])
  }
  return places
}

function nameOf({ phase, lane, card }: Place): string | undefined {
  if (card) return placeName.card(card)
  if (phase && lane) return placeName.cell(phase, lane)
  if (phase) return placeName.phase(phase)
  return lane && placeName.lane(lane)
}

function kept(before: ReadonlyMap<string, readonly PersonHere[]>, after: Map<string, PersonHere[]>) {
  const result = new Map<string, readonly PersonHere[]>()
  for (const [name, here] of after) {
    const earlier = before.get(name)
    const same =
      earlier?.length === here.length &&
      here.every(({ person, editing }, index) => {
        const one = earlier[index]
        return (
          one?.editing === editing &&
          one.person.name === person.name &&
          one.person.organisation === person.organisation &&
          one.person.colour === person.colour
        )
      })
    result.set(name, earlier && same ? earlier : here)
  }
  return result
}
