import { z } from 'zod'
import { castAnswerSchema, ownBallotSchema, type CastAnswer, type Dots, type OwnBallot } from '../../../app/workshops/votes/ballot'
import type { HttpBrowser } from './http-browser'

/** The asker's own ballot with what there is to vote for, as their page asks for it. */
export async function ownBallot(browser: HttpBrowser, workshopId: string, stepId: string): Promise<OwnBallot> {
  const { ballot } = await browser.json(`/workshops/${workshopId}/ballot?step=${stepId}`, z.object({ ballot: ownBallotSchema }))
  return ballot
}

/** Casts a whole ballot, as the page does. */
export async function castBallot(browser: HttpBrowser, workshopId: string, stepId: string, dots: Dots): Promise<CastAnswer> {
  const { body } = await browser.send(`/workshops/${workshopId}/ballot`, { intent: 'cast', step: stepId, dots: JSON.stringify(dots) })
  return castAnswerSchema.parse(body)
}
