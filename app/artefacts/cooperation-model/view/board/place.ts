import { z } from 'zod'
import type { ArtefactSession } from '../../../../sync/session'
import { furthest, idSchema } from '../../model/content'

const point = z.object({
  x: z.number().min(-furthest).max(furthest),
  y: z.number().min(-furthest).max(furthest),
})

const seen = point.extend({ width: z.number().min(1).max(10 * furthest), height: z.number().min(1).max(10 * furthest) })

/** As many as fit, with the rest of what the room shares of a person, in the 4 kB it carries. */
const mostChosen = 60

const placeSchema = z.object({
  /** Where the pointer is, in board units. */
  pointer: point.optional().catch(undefined),
  chosen: z.array(idSchema).max(mostChosen).catch([]),
  /** How far the chosen items are just being dragged: nothing is stored until they are let go. */
  drag: point.optional().catch(undefined),
  /** The pointer is a laser: it leaves a trace that fades. */
  laser: z.boolean().optional().catch(undefined),
  /** What of the board one sees, for those who follow. */
  view: seen.optional().catch(undefined),
})

export type Place = z.infer<typeof placeSchema>

const nowhere: Place = { chosen: [] }

/** What somebody else shares, as far as it can be believed. */
export function readPlace(shared: unknown): Place {
  const place = placeSchema.safeParse(shared)
  return place.success ? place.data : nowhere
}

/** Some 30 times a second: as smooth as the eye asks, and no more than the room carries. */
const interval = 33

export interface PlaceSharer {
  show(part: Partial<Omit<Place, 'chosen'>> & { chosen?: readonly string[] }): void
  close(): void
}

/** Shares where one is, at most once per interval and only when it changed. */
export function createPlaceSharer(session: ArtefactSession<unknown>): PlaceSharer {
  let place: Place = nowhere
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastShown = 0
  const flush = () => {
    timer = undefined
    lastShown = performance.now()
    session.showPlace(place)
  }
  return {
    show: (part) => {
      const next: Place = { ...place, ...part, chosen: part.chosen?.slice(0, mostChosen) ?? place.chosen }
      if (isSame(place, next)) return
      place = next
      timer ??= setTimeout(flush, Math.max(0, lastShown + interval - performance.now()))
    },
    close: () => {
      clearTimeout(timer)
      timer = undefined
      place = nowhere
      session.showPlace(undefined)
    },
  }
}

function isSame(one: Place, other: Place): boolean {
  return (
    one.pointer?.x === other.pointer?.x &&
    one.pointer?.y === other.pointer?.y &&
    one.drag?.x === other.drag?.x &&
    one.drag?.y === other.drag?.y &&
    one.laser === other.laser &&
    isSameView(one.view, other.view) &&
    one.chosen.length === other.chosen.length &&
    one.chosen.every((id, index) => id === other.chosen[index])
  )
}

const isSameView = (one: Place['view'], other: Place['view']): boolean =>
  one?.x === other?.x && one?.y === other?.y && one?.width === other?.width && one?.height === other?.height
