import { z } from 'zod'
import { closedPlaceSchema } from '../../artefacts/closed-places'
import { organisationTypeSchema } from '../../artefacts/organisation-types'

/** Somebody who is in the workshop, or was. */
export const deskPersonSchema = z.object({
  key: z.string(),
  name: z.string(),
  organisation: z.string(),
  organisationType: organisationTypeSchema.nullable(),
  role: z.string(),
  /** Facilitates. */
  leads: z.boolean(),
  here: z.boolean(),
  /** What is wrong with their connection; `since`: a clock on the wall. */
  trouble: z.object({ kind: z.enum(['unsaved', 'lost']), since: z.string() }).nullable(),
})

export type DeskPerson = z.infer<typeof deskPersonSchema>

/** What only facilitators are told while a workshop runs: asked for again and again. */
export const deskSchema = z.object({
  people: z.array(deskPersonSchema),
  /** Keys, the first to raise a hand first. */
  hands: z.array(z.string()),
  doorOpen: z.boolean(),
  /** Steps gone through, or running, with notes that nobody but their writers has been shown. */
  hidden: z.array(z.object({ step: z.string(), title: z.string(), notes: z.number() })),
  /** How many have given feedback on the workshop. */
  gaveFeedback: z.number(),
  /** Of the step that runs; each null where it has no such thing. */
  step: z.object({
    /** Counts alone: nobody's private words leave the drafts. `shown`: what of it is on the board. */
    writing: z.object({ writers: z.number(), notes: z.number(), shown: z.number() }).nullable(),
    voted: z.number().nullable(),
    /** Who is in which group, by key. */
    groups: z.array(z.object({ id: z.string(), people: z.array(z.string()) })).nullable(),
  }),
})

export type Desk = z.infer<typeof deskSchema>

/** What is asked for while a facilitator looks after the boards: where one can call people to, what is closed, the notes. */
export const deskBoardsSchema = z.object({
  artefacts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      places: z.array(z.object({ id: z.string(), name: z.string() })),
      closed: z.array(closedPlaceSchema),
    }),
  ),
  /** Of the step that runs, where it happens on a board of notes. */
  notes: z
    .object({
      artefactId: z.string(),
      notes: z.array(z.object({ id: z.string(), text: z.string(), author: z.string() })),
      hidden: z.array(z.object({ id: z.string(), name: z.string() })),
    })
    .nullable(),
})

export type DeskBoards = z.infer<typeof deskBoardsSchema>
