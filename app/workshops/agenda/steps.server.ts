import { z } from 'zod'
import { FieldRefused } from '../../accounts/form-problem'
import { allowanceSchema } from '../../artefacts/edit-rule'
import { newId } from '../../lib/id'
import { jsonText } from '../../lib/json-text'
import type { Services } from '../../load-context'
import { stepSettingsSchema, stepTypeSchema, type Step, type StepPlan } from '../model/steps'
import type { WorkshopRecord } from '../workshop.server'

/** More than a day of workshop holds; an agenda longer than this helps nobody. */
export const mostSteps = 60

/** Whose agenda it is, with what its steps may point at. */
export type AgendaOf = Pick<WorkshopRecord, 'id' | 'projectId' | 'artefacts'>

/**
 * A workshop's agenda in order. A step whose artefact the workshop no longer works on, or that is in the bin, points
 * at none.
 */
export async function stepsOf(services: Services, workshopId: string): Promise<Step[]> {
  const rows = await services.database.workshopStep.findMany({
    where: { workshopId },
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
    include: { artefact: { select: { deletedAt: true, workshops: { where: { workshopId } } } } },
  })
  return rows.flatMap((row, order) => {
    const type = stepTypeSchema.safeParse(row.type)
    if (!type.success) return []
    const there = row.artefact !== null && row.artefact.deletedAt === null && row.artefact.workshops.length > 0
    return {
      id: row.id,
      order,
      type: type.data,
      title: row.title,
      instructions: row.instructions,
      minutes: row.minutes,
      artefactId: there ? row.artefactId : null,
      place: there && row.place !== '' ? row.place : null,
      may: readMay(row.may),
      settings: readSettings(row.settings),
    }
  })
}

/**
 * Adds a step at a place in the agenda, by default at its end. Answers its id.
 * @throws FieldRefused where there are `mostSteps` already.
 */
export async function addStep(services: Services, workshop: AgendaOf, plan: StepPlan, at = mostSteps): Promise<string> {
  const [id] = await addSteps(services, workshop, [plan], at)
  return id ?? ''
}

/**
 * Several at once, in order.
 * @throws FieldRefused where they would be more than `mostSteps`.
 */
export async function addSteps(
  services: Services,
  workshop: AgendaOf,
  plans: readonly StepPlan[],
  at = mostSteps,
): Promise<string[]> {
  const { database } = services
  const present = await idsInOrder(services, workshop.id)
  if (present.length + plans.length > mostSteps) throw new FieldRefused('form', 'tooMany')
  const begin = Math.max(0, Math.min(at, present.length))
  const rows = plans.map((plan, index) => ({
    ...rowOf(workshop, plan),
    id: newId(),
    workshopId: workshop.id,
    type: plan.type,
    order: begin + index,
  }))
  await database.$transaction([
    ...present.slice(begin).map((id, index) => setOrder(services, id, begin + plans.length + index)),
    database.workshopStep.createMany({ data: rows }),
  ])
  return rows.map(({ id }) => id)
}

/** Changes a step; its type stays. False where it is gone, or another workshop's. */
export async function changeStep(
  services: Services,
  workshop: AgendaOf,
  stepId: string,
  plan: Omit<StepPlan, 'type'>,
): Promise<boolean> {
  const { count } = await services.database.workshopStep.updateMany({
    where: { id: stepId, workshopId: workshop.id },
    data: rowOf(workshop, plan),
  })
  return count > 0
}

/** Moves a step so that it stands at `to`, counted from 0. False where it is gone, or there already. */
export async function moveStep(services: Services, workshopId: string, stepId: string, to: number): Promise<boolean> {
  const present = await idsInOrder(services, workshopId)
  const others = present.filter((id) => id !== stepId)
  if (others.length === present.length) return false
  const place = Math.max(0, Math.min(to, others.length))
  const moved = [...others.slice(0, place), stepId, ...others.slice(place)]
  if (moved.every((id, index) => id === present[index])) return false
  await services.database.$transaction(moved.map((id, index) => setOrder(services, id, index)))
  return true
}

/** Takes a step out, with the votes and groups that belong to it. Answers it as it stood; null where it is gone. */
export async function takeOutStep(services: Services, workshopId: string, stepId: string): Promise<Step | null> {
  const { database } = services
  const step = (await stepsOf(services, workshopId)).find(({ id }) => id === stepId)
  if (!step) return null
  const { count } = await database.workshopStep.deleteMany({ where: { id: stepId, workshopId } })
  return count > 0 ? step : null
}

/** What is stored of a plan. An artefact that the workshop does not work on is left out, and its place with it. */
function rowOf({ artefacts }: AgendaOf, plan: Omit<StepPlan, 'type'>) {
  const { title, instructions, minutes, artefactId, place, may, settings } = plan
  const known = artefacts.some(({ id }) => id === artefactId)
  return {
    title,
    instructions,
    minutes,
    artefactId: known ? artefactId : null,
    place: known ? (place ?? '') : '',
    may: JSON.stringify(may),
    settings: JSON.stringify(settings),
  }
}

async function idsInOrder({ database }: Services, workshopId: string): Promise<string[]> {
  const rows = await database.workshopStep.findMany({
    where: { workshopId },
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

function setOrder({ database }: Services, id: string, order: number) {
  // Gone meanwhile: then there is nothing to place.
  return database.workshopStep.updateMany({ where: { id }, data: { order } })
}

/** Of a step as it is stored; what cannot be read allows nothing. */
export function readMay(stored: string): Step['may'] {
  const list = jsonText(z.array(z.unknown())).safeParse(stored)
  const read = (list.data ?? []).flatMap((one) => allowanceSchema.safeParse(one).data ?? [])
  return read.length > 0 ? read : ['look']
}

export function readSettings(stored: string): Step['settings'] {
  return jsonText(stepSettingsSchema).safeParse(stored).data ?? stepSettingsSchema.parse({})
}
