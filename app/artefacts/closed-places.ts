import { z } from 'zod'

/** For guests alone, or for everybody but facilitators. Stored; never renamed. */
export const closedForWhom = ['guests', 'participants'] as const

export type ForWhom = (typeof closedForWhom)[number]

/** A place in an artefact that its facilitator has closed: seen by all, changed by those who are left. */
export const closedPlaceSchema = z.object({
  /** An id of its kind's places; null: all of it. */
  place: z.string().nullable(),
  forWhom: z.enum(closedForWhom),
})

export type ClosedPlace = z.infer<typeof closedPlaceSchema>
