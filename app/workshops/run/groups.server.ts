import { roleMayFacilitate } from '../../accounts/permissions'
import { newId } from '../../lib/id'
import { seededRandom } from '../../lib/seeded-random'
import type { Services } from '../../load-context'
import { stepsOf } from '../agenda/steps.server'
import { namesOf, type NamedPerson } from '../attendees.server'
import { groupForLate, mixedInto, type Mixable } from '../model/mixing'
import { mostGroups, type Mixing, type Step } from '../model/steps'
import { boardOf } from './board.server'
import { changeLive } from './live-run.server'
import { inTurn } from '../../lib/in-turn.server'

/** A participant's own group in a breakout. */
export interface OwnGroup {
  id: string
  name: string
  /** Its frame on the step's board; null where the groups only talk. */
  frame: string | null
  /** The names of those in it, in the order in which they came. */
  people: string[]
}

type WorkshopRef = { id: string; projectId: string }

/** A step's groups with who is in them, in order. */
export function groupsOf({ database }: Services, stepId: string) {
  return database.breakoutGroup.findMany({
    where: { stepId },
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
    include: { members: true },
  })
}

/**
 * Which group a participant is in. Whoever comes while the step runs, after the groups were made, is put into one by
 * asking. Null where there are none, where the facilitator puts people into them by hand, and for facilitators.
 */
export async function groupOf(services: Services, stepId: string, participantKey: string): Promise<OwnGroup | null> {
  const own = await findGroup(services, stepId, participantKey)
  if (own) return own
  const found = await stepWithWorkshop(services, stepId)
  if (!found || !found.runs || found.step.settings.mixing === 'by-hand') return null
  const placed = await placeLate(services, found.workshop, found.step, participantKey)
  return placed ? findGroup(services, stepId, participantKey) : null
}

/**
 * Puts whoever came after the running breakout had begun into a group of it. Whoever was here before stays where the
 * facilitator has them, in a group or in none.
 */
export async function placeWhoCameLate(services: Services, workshopId: string, participantKey: string): Promise<void> {
  const { database } = services
  const ran = await database.stepRun.findFirst({ where: { workshopId, endedAt: null }, orderBy: { id: 'desc' } })
  if (ran?.type !== 'breakout') return
  const attendee = await database.attendee.findUnique({
    where: { workshopId_participantKey: { workshopId, participantKey } },
  })
  if (!attendee || attendee.firstSeenAt > ran.startedAt) await groupOf(services, ran.stepId, participantKey)
}

async function findGroup(services: Services, stepId: string, participantKey: string): Promise<OwnGroup | null> {
  const { database } = services
  const group = await database.breakoutGroup.findFirst({
    where: { stepId, members: { some: { participantKey } } },
    include: { members: true, step: { select: { workshop: { select: { id: true, projectId: true } } } } },
  })
  if (!group) return null
  const { id: workshopId, projectId } = group.step.workshop
  const keys = group.members.map((member) => member.participantKey)
  const people = await namesOf(services, { workshopId, projectId }, keys)
  const names = keys.flatMap((key) => people.get(key)?.name ?? [])
  return { id: group.id, name: group.name, frame: group.frame, people: names }
}

async function stepWithWorkshop(services: Services, stepId: string) {
  const row = await services.database.workshopStep.findUnique({
    where: { id: stepId },
    select: { workshop: { select: { id: true, projectId: true, run: { select: { stage: true, stepId: true } } } } },
  })
  if (!row) return null
  const { run, ...workshop } = row.workshop
  const step = (await stepsOf(services, workshop.id)).find(({ id }) => id === stepId)
  if (step?.type !== 'breakout') return null
  return { workshop, step, runs: run?.stage === 'running' && run.stepId === stepId }
}

function placeLate(services: Services, workshop: WorkshopRef, step: Step, key: string): Promise<boolean> {
  return inTurn(services, workshop.id, async () => {
    const groups = await groupsOf(services, step.id)
    const present = groups.flatMap(({ members }) => members.map(({ participantKey }) => participantKey))
    if (present.includes(key)) return true
    const people = await namesOf(services, { workshopId: workshop.id, projectId: workshop.projectId }, [...present, key])
    const late = people.get(key)
    if (!late || leads(late)) return false
    const mixable = groups.map(({ members }) => members.map((one) => asMixable(one.participantKey, people)))
    const index = groupForLate(mixable, asMixable(key, people), step.settings.mixing)
    const group = index === null ? undefined : groups[index]
    if (!group) return false
    await changeLive(services, workshop.id, () =>
      services.database.breakoutMember.create({ data: { groupId: group.id, participantKey: key } }),
    )
    if (step.artefactId) await services.liveWorkshops.rulesChanged(step.artefactId)
    return true
  })
}

/**
 * Makes a step's groups, or mixes who is here anew into those that there are. Groups beyond `count` go; what was
 * written in their frames stays on the board. False for a step that is no breakout.
 */
export async function makeGroups(
  services: Services,
  workshop: WorkshopRef,
  stepId: string,
  wanted: { count: number; mixing: Mixing; nameOf(number: number): string },
): Promise<boolean> {
  const { database } = services
  const found = await stepWithWorkshop(services, stepId)
  if (!found || found.workshop.id !== workshop.id) return false
  const count = Math.min(mostGroups, Math.max(2, wanted.count))
  const before = await groupsOf(services, stepId)
  const kept = before.slice(0, count)
  const added = Array.from({ length: count - kept.length }, (_, index) => ({
    id: newId(),
    stepId,
    order: kept.length + index,
    name: wanted.nameOf(kept.length + index + 1),
  }))
  const ids = [...kept, ...added].map(({ id }) => id)
  const people = await peopleToMix(services, workshop)
  const members = mixedInto(people, count, wanted.mixing, seededRandom(seed())).flatMap((group, index) =>
    group.map(({ key }) => ({ groupId: ids[index] ?? '', participantKey: key })),
  )
  const settings = { ...found.step.settings, groups: count, mixing: wanted.mixing }
  await database.$transaction([
    database.breakoutMember.deleteMany({ where: { group: { stepId } } }),
    database.breakoutGroup.deleteMany({ where: { stepId, id: { notIn: ids } } }),
    database.breakoutGroup.createMany({ data: added }),
    database.breakoutMember.createMany({ data: members }),
    // Whoever comes late is put into a group in the same way.
    database.workshopStep.update({ where: { id: stepId }, data: { settings: JSON.stringify(settings) } }),
  ])
  await makeFrames(services, found.step)
  return true
}

/** A frame for each group that has none, beside the rest of the board. Its id is the group's, so that it is made once. */
async function makeFrames(services: Services, step: Step): Promise<void> {
  const { database, liveWorkshops } = services
  const board = await boardOf(services, step)
  if (!board?.face.notes || board.locked) return
  const without = (await groupsOf(services, step.id)).filter(({ frame }) => frame === null)
  if (without.length === 0) return
  const frames = without.map(({ id, name }) => ({ id, name: `${step.title}: ${name}` }))
  const copyOf = step.settings.copyPlace ? board.place : null
  await liveWorkshops.change(board.artefactId, board.kind, { do: 'make-frames', frames, copyOf })
  await database.$transaction(
    without.map(({ id }) => database.breakoutGroup.updateMany({ where: { id }, data: { frame: id } })),
  )
}

/** Puts somebody into a group, or with null out of theirs. False for a group of another step, or nobody we know. */
export async function movePerson(
  services: Services,
  workshop: WorkshopRef,
  stepId: string,
  key: string,
  groupId: string | null,
): Promise<boolean> {
  const { database } = services
  const groups = await groupsOf(services, stepId)
  const found = await stepWithWorkshop(services, stepId)
  if (found?.workshop.id !== workshop.id) return false
  if (groupId !== null && !groups.some(({ id }) => id === groupId)) return false
  const people = await namesOf(services, { workshopId: workshop.id, projectId: workshop.projectId }, [key])
  if (!people.has(key)) return false
  await database.$transaction([
    database.breakoutMember.deleteMany({ where: { participantKey: key, group: { stepId } } }),
    ...(groupId === null
      ? []
      : [database.breakoutMember.create({ data: { groupId, participantKey: key } })]),
  ])
  return true
}

export async function renameGroup(
  services: Services,
  workshop: WorkshopRef,
  groupId: string,
  name: string,
): Promise<boolean> {
  const { count } = await services.database.breakoutGroup.updateMany({
    where: { id: groupId, step: { workshopId: workshop.id } },
    data: { name },
  })
  return count > 0
}

/** Who is here and takes part: facilitators go from group to group. */
async function peopleToMix(services: Services, workshop: WorkshopRef): Promise<Mixable[]> {
  const here = services.liveWorkshops.present({ workshopId: workshop.id })
  const people = await namesOf(services, { workshopId: workshop.id, projectId: workshop.projectId }, here)
  return here.flatMap((key) => {
    const person = people.get(key)
    return person && !leads(person) ? [asMixable(key, people)] : []
  })
}

function leads({ memberAs }: NamedPerson): boolean {
  return memberAs !== null && roleMayFacilitate(memberAs)
}

function asMixable(key: string, people: ReadonlyMap<string, NamedPerson>): Mixable {
  const person = people.get(key)
  return { key, organisation: person?.organisationId ?? (person?.organisation || null) }
}

function seed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
}
