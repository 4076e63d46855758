import type { KindId } from '../../app/artefacts/registry'
import { newId } from '../../app/lib/id'
import type { Services } from '../../app/load-context'
import { scheduleOf } from '../../app/workshops/agenda/schedule'
import { addSteps } from '../../app/workshops/agenda/steps.server'
import { stepSettingsSchema, usualAllowances, type StepType } from '../../app/workshops/model/steps'
import { wallDate } from '../../app/workshops/wall-time'
import { exampleAgenda } from './example/agenda'
import { exampleOrganisations } from './example/network'
import { workshopDecisions, workshopGaps, workshopVotes } from './example/workshop-results'

const day = 24 * 60 * 60 * 1000

export interface HeldWorkshop {
  id: string
  projectId: string
  startsAt: Date
  endsAt: Date
  artefacts: readonly { id: string; kind: KindId; title: string }[]
  /** Ids by name. */
  organisationIds: ReadonlyMap<string, string>
  seats: readonly { id: string; organisation: string; joinedAt: Date }[]
}

/** How the example's day went: its agenda as it ran, who was there, their votes and what was decided. */
export async function tellTheDay(services: Services, workshop: HeldWorkshop): Promise<void> {
  const { database } = services
  const { id: workshopId, startsAt, endsAt, organisationIds, seats } = workshop
  const stepIds = await addAgenda(services, workshop)
  const times = scheduleOf(exampleAgenda, startsAt)
  await database.stepRun.createMany({
    data: exampleAgenda.map(({ type, title }, index) => ({
      ...{ workshopId, stepId: stepIds[index] ?? '', type, title },
      startedAt: times[index]?.startsAt ?? startsAt,
      endedAt: times[index]?.endsAt ?? endsAt,
    })),
  })
  await database.attendee.createMany({
    data: seats.map(({ id, joinedAt }) => ({
      ...{ workshopId, participantKey: `seat:${id}`, firstSeenAt: joinedAt, lastSeenAt: endsAt },
    })),
  })
  await database.invitedOrganisation.createMany({
    data: [...organisationIds.values()].map((organisationId) => ({ workshopId, organisationId })),
  })
  const stepOf = (type: StepType) => stepIds[exampleAgenda.findIndex((step) => step.type === type)] ?? ''
  const endOf = (type: StepType) => times[exampleAgenda.findIndex((step) => step.type === type)]?.endsAt ?? endsAt
  await database.workshopStep.update({ where: { id: stepOf('write') }, data: { revealedAt: endOf('write') } })
  await addVotes(services, workshop, { stepId: stepOf('vote'), closedAt: endOf('vote') })
  await addDecisions(services, workshop, { stepId: stepOf('decide'), at: endOf('decide') })
  // Last: an example without it counts as half made.
  await database.workshopRun.create({
    data: { workshopId, stage: 'closed', startedAt: startsAt, closedAt: endsAt, turn: exampleAgenda.length },
  })
}

function addAgenda(services: Services, workshop: HeldWorkshop): Promise<string[]> {
  const { id, projectId, artefacts } = workshop
  const plans = exampleAgenda.map(({ on, may, settings, ...step }) => ({
    ...step,
    artefactId: artefacts.find(({ kind }) => kind === on?.kind)?.id ?? null,
    place: on?.place ?? null,
    may: [...(may ?? usualAllowances[step.type])],
    settings: stepSettingsSchema.parse(settings ?? {}),
  }))
  return addSteps(services, { id, projectId, artefacts: [...artefacts] }, plans)
}

/** The facilitator, who sits first, does not vote. */
async function addVotes(
  { database }: Services,
  { seats }: HeldWorkshop,
  { stepId, closedAt }: { stepId: string; closedAt: Date },
): Promise<void> {
  const typeOf = (name: string) => exampleOrganisations.find((organisation) => organisation.name === name)?.type ?? ''
  await database.ballot.createMany({
    data: seats.slice(1).map(({ id, organisation }, index) => {
      const chosen = workshopVotes[index % workshopVotes.length] ?? []
      return {
        ...{ id: newId(), stepId, voterKey: `seat:${id}`, organisationType: typeOf(organisation), castAt: closedAt },
        dots: JSON.stringify(Object.fromEntries(chosen.map((gap) => [workshopGaps[gap]?.id ?? '', 1]))),
      }
    }),
  })
  await database.workshopStep.update({
    where: { id: stepId },
    data: { votesClosedAt: closedAt, resultsShownAt: closedAt },
  })
}

async function addDecisions(
  { database }: Services,
  { id: workshopId, artefacts, organisationIds, endsAt, seats }: HeldWorkshop,
  { stepId, at }: { stepId: string; at: Date },
): Promise<void> {
  const ballots = seats.slice(1).map((_, index) => workshopVotes[index % workshopVotes.length] ?? [])
  await database.decision.createMany({
    data: workshopDecisions.map(({ text, organisation, days, from }, order) => ({
      ...{ id: newId(), workshopId, stepId, order, text, createdAt: at },
      organisationId: organisationIds.get(organisation) ?? null,
      organisationName: organisation,
      due: wallDate(new Date(endsAt.getTime() + days * day)),
      sourceArtefactId: artefacts.find(({ kind }) => kind === 'cooperation-model')?.id ?? null,
      sourceId: workshopGaps[from].id,
      sourceText: workshopGaps[from].text,
      dots: ballots.filter((chosen) => chosen.some((gap) => gap === from)).length,
    })),
  })
}
