import type { AppLoadContext } from 'react-router'
import { idSchema } from '../../accounts/form-problem'
import { authorise, requireParticipant } from '../../accounts/request.server'
import type { OrganisationType } from '../../artefacts/organisation-types'
import type { Services } from '../../load-context'
import { attendeesOf } from '../attendees.server'
import { sayWhenHeld } from '../page.server'
import { findWorkshop } from '../workshop.server'
import { findDecision } from './decisions.server'
import { showDecision } from './shown-decision.server'

/** How many came from an organisation; `name` empty: from none. */
export interface OrganisationThere {
  name: string
  type: OrganisationType | null
  people: number
}

/**
 * Where something came from: an id that stands with it is a decision's or a step's. Whoever may not see the workshop is
 * told what a stranger is told of an id that names nothing.
 */
export async function loadOrigin(request: Request, context: AppLoadContext, originId: string) {
  const { services } = context
  const { participant, language } = await requireParticipant(request, context)
  const found = idSchema.safeParse(originId).success ? await findOrigin(services, originId) : undefined
  const workshop = found && (await findWorkshop(services, found.workshopId))
  if (!workshop) throw new Response(null, { status: 404 })
  const { projectId } = workshop
  authorise(participant, 'see', { type: 'workshop', projectId, workshopId: workshop.id })
  const decision = found.decisionId ? await findDecision(services, workshop.id, found.decisionId) : undefined
  const there = await organisationsThere(services, workshop.id)
  return {
    decision: decision ? await showDecision(decision, { participant, language, projectId }) : null,
    step: found.stepId ? await stepWords(services, workshop.id, found.stepId) : null,
    workshop: {
      id: workshop.id,
      title: workshop.title,
      purpose: workshop.purpose,
      time: sayWhenHeld(workshop, language),
    },
    project: participant.kind === 'guest' ? null : { id: projectId, name: workshop.projectName },
    there,
    people: there.reduce((sum, { people }) => sum + people, 0),
  }
}

export type OriginPageData = Awaited<ReturnType<typeof loadOrigin>>

interface Found {
  workshopId: string
  decisionId: string | null
  stepId: string | null
}

async function findOrigin({ database }: Services, id: string): Promise<Found | undefined> {
  const decision = await database.decision.findUnique({ where: { id }, select: { workshopId: true, stepId: true } })
  if (decision) return { ...decision, decisionId: id }
  // A step that was taken out of the agenda after it had run is known by its run.
  const step =
    (await database.workshopStep.findUnique({ where: { id }, select: { workshopId: true } })) ??
    (await database.stepRun.findFirst({ where: { stepId: id }, select: { workshopId: true } }))
  return step ? { workshopId: step.workshopId, decisionId: null, stepId: id } : undefined
}

/** The step by its present title, or by that under which it last ran. */
async function stepWords({ database }: Services, workshopId: string, stepId: string) {
  const select = { type: true, title: true }
  return (
    (await database.workshopStep.findFirst({ where: { id: stepId, workshopId }, select })) ??
    (await database.stepRun.findFirst({ where: { stepId, workshopId }, orderBy: { id: 'desc' }, select }))
  )
}

/** Who was in the room, by organisation and without names, the most people first. */
export async function organisationsThere(services: Services, workshopId: string): Promise<OrganisationThere[]> {
  const there = new Map<string, OrganisationThere>()
  for (const { organisation, organisationType } of await attendeesOf(services, workshopId)) {
    const known = there.get(organisation) ?? { name: organisation, type: organisationType, people: 0 }
    there.set(organisation, { ...known, people: known.people + 1 })
  }
  return [...there.values()].sort((one, other) => other.people - one.people || one.name.localeCompare(other.name, 'fi'))
}
