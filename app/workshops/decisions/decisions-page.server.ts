import { data, type AppLoadContext } from 'react-router'
import { z } from 'zod'
import { lineField, textField } from '../../accounts/fields'
import { FieldRefused, idSchema, problem, type FormProblems } from '../../accounts/form-problem'
import { can } from '../../accounts/permissions'
import { readForm, refusedField } from '../../accounts/request.server'
import { organisationsOf } from '../../projects/organisations.server'
import { enterWorkshop } from '../enter.server'
import type { NotSent } from '../../components/out-of-reach'
import { wallMoment } from '../wall-time'
import { carryDecision, carryPlaces, carryTargets } from './carry.server'
import { longestDecision, type CarryOutcome } from './decision'
import { addDecision, changeDecision, decisionsOf, moveDecision, removeDecision } from './decisions.server'
import { showDecision } from './shown-decision.server'
import { sourcesOf } from './sources.server'

const emptyAsNull = z.literal('').transform(() => null)
// An id of what stands in an artefact, as its kind makes them.
const itemId = z.string().min(1).max(64)

const wordsFields = {
  text: textField(longestDecision).pipe(z.string().min(1, problem('missing'))),
  organisation: z.union([emptyAsNull, idSchema]).default(null),
  due: z
    .union([z.literal(''), z.string().refine((due) => wallMoment(due, '12:00') !== null)], problem('notADate'))
    .default(''),
}

const formSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('add'),
    ...wordsFields,
    /** The note or group that it comes from; empty for none. */
    sourceArtefact: z.union([emptyAsNull, idSchema]).default(null),
    source: z.union([emptyAsNull, itemId]).default(null),
  }),
  z.object({ intent: z.literal('change'), decision: idSchema, ...wordsFields }),
  z.object({ intent: z.enum(['up', 'down', 'remove']), decision: idSchema }),
  z.object({
    intent: z.literal('carry'),
    decision: idSchema,
    artefact: idSchema,
    what: lineField(40),
    place: z.union([emptyAsNull, itemId]).default(null),
    other: z.union([emptyAsNull, itemId]).default(null),
    again: z.literal('yes').optional(),
  }),
])

/** What a post answers: which one was done, what to mend first, or what came of carrying on. */
export type DecisionAnswer =
  | FormProblems
  | { done: 'add' | 'change' | 'up' | 'down' | 'remove' }
  | { carried: CarryOutcome | { outcome: 'no-decision' } }
  /** Said by the browser. */
  | NotSent

/** A workshop's decisions, with what a facilitator needs to make and carry them. */
export async function loadDecisionsPage(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { participant, language, workshop, thing } = await enterWorkshop(request, context, workshopId)
  const [decisions, writing] = await Promise.all([
    decisionsOf(services, workshop.id),
    can(participant, 'facilitate', thing)
      ? Promise.all([
          organisationsOf(services, workshop.projectId),
          sourcesOf(services, workshop.id),
          carryTargets(services, workshop.projectId, language),
        ])
      : null,
  ])
  return {
    workshop: { id: workshop.id, title: workshop.title },
    decisions: await Promise.all(decisions.map((decision) => showDecision(decision, { participant, language, projectId: workshop.projectId }))),
    writing: writing && { organisations: writing[0], sources: writing[1], targets: writing[2] },
  }
}

export type DecisionsPageData = Awaited<ReturnType<typeof loadDecisionsPage>>
export type DecisionWriting = NonNullable<DecisionsPageData['writing']>

/** What the facilitator does with decisions. */
export async function changeDecisionsPage(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { workshop } = await enterWorkshop(request, context, workshopId, 'facilitate')
  const form = await readForm(request, formSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { value } = form
  try {
    switch (value.intent) {
      case 'add': {
        const { text, organisation: organisationId, due, source: item, sourceArtefact } = value
        const from = item && sourceArtefact ? { artefactId: sourceArtefact, itemId: item } : null
        await addDecision(services, workshop, { text, organisationId, due }, from)
        break
      }
      case 'change': {
        const { decision, text, organisation: organisationId, due } = value
        await changeDecision(services, workshop, decision, { text, organisationId, due })
        break
      }
      case 'up':
      case 'down':
        await moveDecision(services, workshop, value.decision, value.intent)
        break
      case 'remove':
        await removeDecision(services, workshop, value.decision)
        break
      case 'carry': {
        const { decision, artefact: artefactId, what, place, other, again } = value
        const carried = await carryDecision(services, workshop, decision, {
          artefactId,
          what,
          place,
          other,
          again: again === 'yes',
        })
        return { carried: carried ?? { outcome: 'no-decision' as const } }
      }
    }
  } catch (refused) {
    if (refused instanceof FieldRefused) return data(refusedField(value, refused.field, refused.code), { status: 400 })
    throw refused
  }
  return { done: value.intent }
}

/** GET …/carry-places?artefact=ID: where in an artefact a decision may stand. */
export async function loadCarryPlaces(request: Request, context: AppLoadContext, workshopId: string) {
  const { workshop, language } = await enterWorkshop(request, context, workshopId, 'facilitate')
  const artefactId = idSchema.safeParse(new URL(request.url).searchParams.get('artefact')).data
  const forms = artefactId
    ? await carryPlaces(context.services, workshop.projectId, artefactId, language)
    : undefined
  if (!forms) throw new Response(null, { status: 404 })
  return { artefactId, forms }
}
