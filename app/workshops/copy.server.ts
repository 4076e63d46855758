import type { AuditReference } from '../accounts/audit'
import { recordAudit } from '../accounts/audit.server'
import { newId } from '../lib/id'
import type { Services } from '../load-context'
import { makeFrames } from './agenda/frames.server'
import { agendaArtefacts } from './agenda/artefact-facts.server'
import { stepsOf, addSteps } from './agenda/steps.server'
import type { Language } from '../i18n/languages'
import type { Step } from './model/steps'
import { withNewCode, type WorkshopRecord } from './workshop.server'

export interface WorkshopCopy {
  title: string
  startsAt: Date
  endsAt: Date | null
  /** What is written gets frames of its own on the boards, so that it does not land among what the first one left. */
  freshFrames: boolean
}

/**
 * A workshop once more at another time: its purpose, agenda, artefacts and invited organisations; the door closed, a
 * code of its own, nobody in it, and nothing of what came of the first. Answers its id.
 */
export async function copyWorkshop(
  services: Services,
  workshop: WorkshopRecord,
  copy: WorkshopCopy,
  { by, language }: { by: AuditReference; language: Language },
): Promise<string> {
  const { title, startsAt, endsAt, freshFrames } = copy
  const { projectId, purpose, artefacts } = workshop
  const { database } = services
  const id = newId()
  const invited = await database.invitedOrganisation.findMany({ where: { workshopId: workshop.id } })
  await withNewCode((code) =>
    database.workshop.create({
      data: {
        ...{ id, projectId, title, purpose, startsAt, endsAt, code },
        createdAt: new Date(services.now()),
        artefacts: { create: artefacts.map((artefact, order) => ({ artefactId: artefact.id, order })) },
        invited: { create: invited.map(({ organisationId }) => ({ organisationId })) },
      },
    }),
  )
  const steps = await stepsOf(services, workshop.id)
  const places = freshFrames ? await freshPlaces(services, workshop, steps, { title, language }) : new Map()
  await addSteps(
    services,
    { id, projectId, artefacts },
    steps.map((step) => ({ ...step, place: places.get(step.place) ?? step.place })),
  )
  await recordAudit(services, { action: 'workshop.copied', projectId, actor: by, subject: `workshop:${id}` })
  return id
}

const longestName = 120

/** New frames on the boards for those that steps happen in, by the old one's id. */
async function freshPlaces(
  services: Services,
  { artefacts }: WorkshopRecord,
  steps: readonly Step[],
  { title, language }: { title: string; language: Language },
): Promise<Map<string | null, string>> {
  const fresh = new Map<string | null, string>()
  for (const { abilities, places, ...artefact } of await agendaArtefacts(services, artefacts, language)) {
    if (!abilities.notes || places === null) continue
    const used = places.filter((place) => steps.some((step) => step.artefactId === artefact.id && step.place === place.id))
    const names = used.map(({ name }) => `${name}: ${title}`.slice(0, longestName))
    const ids = (await makeFrames(services, artefact, names)) ?? []
    ids.forEach((id, index) => fresh.set(used[index]?.id ?? null, id))
  }
  return fresh
}
