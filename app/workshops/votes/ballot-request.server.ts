import type { AppLoadContext } from 'react-router'
import { z } from 'zod'
import { lineField } from '../../accounts/fields'
import { idSchema } from '../../accounts/form-problem'
import { can } from '../../accounts/permissions'
import { readForm } from '../../accounts/request.server'
import { organisationTypeSchema } from '../../artefacts/organisation-types'
import { jsonText } from '../../lib/json-text'
import type { Services } from '../../load-context'
import { namesOf } from '../attendees.server'
import { enterWorkshop } from '../enter.server'
import { dotsSchema, longestVoterName, type CastAnswer } from './ballot'
import { castBallot, ownBallot, votesCast, type Voter } from './ballots.server'
import { castForSomebody, removeRoomVoter, roomVoters } from './room-voters.server'

const dotsField = jsonText(dotsSchema)

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('cast'), step: idSchema, dots: dotsField }),
  z.object({
    intent: z.literal('cast-for'),
    step: idSchema,
    /** Empty for somebody who is not on the list yet. */
    voter: z.union([idSchema, z.literal('').transform(() => null)]).default(null),
    name: lineField(longestVoterName),
    /** Empty for none. */
    organisationType: z.union([organisationTypeSchema, z.literal('').transform(() => null)]).default(null),
    dots: dotsField,
  }),
  z.object({ intent: z.literal('remove-voter'), step: idSchema, voter: idSchema }),
])

const unseen = { headers: { 'Cache-Control': 'no-store' } }

/**
 * GET …/ballot?step=ID: the asker's own ballot, nobody else's, with what there is to vote for. A facilitator is told
 * beside it how many have voted and whom they have voted for.
 */
export async function loadBallot(request: Request, context: AppLoadContext, workshopId: string): Promise<Response> {
  const { services } = context
  const { participant, thing, by } = await enterWorkshop(request, context, workshopId, 'takePart')
  const stepId = idSchema.safeParse(new URL(request.url).searchParams.get('step')).data
  const ballot = stepId ? await ownBallot(services, workshopId, stepId, by) : undefined
  if (!ballot) throw new Response(null, { status: 404 })
  if (!can(participant, 'facilitate', thing)) return Response.json({ ballot }, unseen)
  const [voters, room] = await Promise.all([votesCast(services, ballot.stepId), roomVoters(services, ballot.stepId)])
  return Response.json({ ballot, voters, room }, unseen)
}

/** POST …/ballot: a whole ballot, one's own or, by a facilitator, of somebody without a device. Answers a `CastAnswer`. */
export async function takeBallot(request: Request, context: AppLoadContext, workshopId: string): Promise<Response> {
  const { services } = context
  const { participant, thing, workshop, by } = await enterWorkshop(request, context, workshopId, 'takePart')
  const form = await readForm(request, formSchema)
  if (!form.ok) return Response.json({ problems: form.problems }, { status: 400 })
  const { value } = form
  if (value.intent === 'cast') {
    const voter = await voterFor(services, by, workshop)
    return answered(await castBallot(services, workshopId, value.step, voter, value.dots))
  }
  if (!can(participant, 'facilitate', thing)) throw new Response(null, { status: 403 })
  if (value.intent === 'remove-voter') {
    const removed = await removeRoomVoter(services, workshopId, value.step, value.voter)
    return answered(removed ? { outcome: 'saved', dots: {}, cameBack: 0 } : { outcome: 'refused', reason: 'closed' })
  }
  const { voter: id, name, organisationType, dots } = value
  return answered(await castForSomebody(services, workshopId, value.step, { id, name, organisationType, dots }))
}

function answered(answer: CastAnswer): Response {
  const status = answer.outcome === 'saved' ? 200 : answer.reason === 'too-fast' ? 429 : 409
  return Response.json(answer, { status, ...unseen })
}

async function voterFor(
  services: Services,
  key: string,
  workshop: { id: string; projectId: string },
): Promise<Voter> {
  const named = await namesOf(services, { workshopId: workshop.id, projectId: workshop.projectId }, [key])
  return { key, name: '', organisationType: named.get(key)?.organisationType ?? '' }
}
