import { redirect, type AppLoadContext } from 'react-router'
import { can } from '../accounts/permissions'
import { createKindTranslate } from '../i18n/translator'
import { translatorFor } from '../i18n/catalogue.server'
import type { Language } from '../i18n/languages'
import type { Attendance, Services } from '../load-context'
import { loadKind, type KindId } from '../artefacts/registry'
import { organisationsOf } from '../projects/organisations.server'
import { workshopPhase } from '../projects/way'
import { stepsOf } from './agenda/steps.server'
import { lostWith } from './delete.server'
import { enterWorkshop } from './enter.server'
import { invitedOrganisations } from './invited.server'
import { workshopStages } from './model/live-state'
import { qrPicture } from './qr.server'
import { reportStanding } from './report/make-report.server'
import { hasAgenda, seatsOf } from './seat.server'
import { sayClock, sayPeriod, wallClock, wallDate } from './wall-time'
import { whenHeld } from './when-held'
import type { WorkshopRecord } from './workshop.server'

/** "ke 18.11.2026 klo 9.00–15.00" */
export function sayWorkshopTime(
  workshop: { startsAt: Date; endsAt: Date | null },
  language: Language,
): string {
  const t = translatorFor(language).in('workshops')
  return t(workshop.endsAt ? 'period' : 'periodOpen', sayPeriod(workshop.startsAt, workshop.endsAt, language))
}

/** The same of one that may be over. */
export function sayWhenHeld(workshop: Pick<WorkshopRecord, 'startsAt' | 'endsAt' | 'run'>, language: Language): string {
  return sayWorkshopTime(whenHeld(workshop), language)
}

/** What opens a workshop's door: its link, as words and as a picture. */
export function invitationTo(services: Services, { code }: Pick<WorkshopRecord, 'code'>) {
  const { baseUrl, production } = services.settings
  const link = `${baseUrl}/join/${code}`
  // Any address that others can reach makes it a production server (server/env.ts).
  return { code, link, address: `${new URL(baseUrl).host}/join`, qr: qrPicture(link), onlyHere: !production }
}

/** A workshop's page, as much of it as the one who asks may see. */
export async function loadWorkshopPage(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { participant, language, workshop, thing } = await enterWorkshop(request, context, workshopId)
  const facilitates = can(participant, 'facilitate', thing)
  const common = {
    id: workshop.id,
    title: workshop.title,
    purpose: workshop.purpose,
    time: sayWhenHeld(workshop, language),
    phase: workshopPhase(workshop, services.now()),
    artefacts: await withKindNames(workshop.artefacts, language),
  }
  const stepByStep = await hasAgenda(services, workshop.id)
  if (participant.kind === 'guest') {
    // Where there is an agenda, all that is a guest's is on one page.
    if (stepByStep) throw redirect(`/workshops/${workshop.id}/live`)
    return { ...common, view: 'guest' as const, name: participant.name }
  }
  const [seats, plan, invited] = await Promise.all([
    seatsOf(services, workshop.id),
    planOf(services, workshop),
    invitedOrganisations(services, workshop.id),
  ])
  return {
    ...common,
    ...plan,
    view: 'member' as const,
    invited,
    mayTakePart: can(participant, 'takePart', thing),
    projectId: workshop.projectId,
    projectName: workshop.projectName,
    summary: workshop.summary,
    hasAgenda: stepByStep,
    report: { ...(await reportStanding(services, workshop.id)), mayMake: facilitates },
    seats: seats.map(({ joinedAt, ...seat }) => ({
      ...seat,
      joined: sayClock(joinedAt, language),
      attendance: facilitates && !seat.revoked ? sayAttendance(services.live.attendance(`seat:${seat.id}`), language) : null,
    })),
    facilitation: facilitates ? await facilitationOf(services, workshop) : null,
  }
}

/** What happens when, and how far it is. */
async function planOf(services: Services, { id, startsAt, endsAt }: WorkshopRecord) {
  const [steps, run] = await Promise.all([
    stepsOf(services, id),
    services.database.workshopRun.findUnique({ where: { workshopId: id }, select: { stage: true, stepId: true } }),
  ])
  const stage = workshopStages.find((one) => one === run?.stage) ?? 'planned'
  const ran = stage === 'closed' ? await firstRuns(services, id) : null
  return {
    stage,
    plan: {
      startsAt,
      endsAt,
      runningStepId: stage === 'running' ? (run?.stepId ?? null) : null,
      steps: steps.map(({ id: stepId, type, title, minutes }) => ({ id: stepId, type, title, minutes, beganAt: ran?.get(stepId) ?? null })),
      isOver: ran !== null,
    },
  }
}

/** When each step was first begun. */
async function firstRuns({ database }: Services, workshopId: string): Promise<Map<string, Date>> {
  const runs = await database.stepRun.findMany({
    where: { workshopId },
    orderBy: { id: 'desc' },
    select: { stepId: true, startedAt: true },
  })
  return new Map(runs.map(({ stepId, startedAt }) => [stepId, startedAt]))
}

/** `since`: a clock on the wall; empty where there is nothing to count from. */
function sayAttendance(attendance: Attendance, language: Language): { kind: Attendance['kind']; since: string } {
  return { kind: attendance.kind, since: 'since' in attendance ? sayClock(new Date(attendance.since), language) : '' }
}

export type WorkshopPageData = Awaited<ReturnType<typeof loadWorkshopPage>>

async function facilitationOf(services: Services, workshop: WorkshopRecord) {
  return {
    doorOpen: workshop.doorOpen,
    invitation: invitationTo(services, workshop),
    form: {
      title: workshop.title,
      purpose: workshop.purpose,
      date: wallDate(workshop.startsAt),
      startClock: wallClock(workshop.startsAt),
      endClock: workshop.endsAt ? wallClock(workshop.endsAt) : '',
      artefactIds: workshop.artefacts.map(({ id }) => id),
    },
    choices: await artefactChoices(services, workshop.projectId),
    organisations: await organisationsOf(services, workshop.projectId),
    lost: await lostWith(services, workshop.id),
  }
}

/** The project's artefacts, for choosing what a workshop works on. */
export function artefactChoices(
  services: Services,
  projectId: string,
): Promise<{ id: string; title: string }[]> {
  return services.database.artefact.findMany({
    where: { projectId, deletedAt: null },
    orderBy: [{ order: 'asc' }, { createdAt: 'asc' }],
    select: { id: true, title: true },
  })
}

/** With the name of each one's kind in the reader's language. */
export function withKindNames(artefacts: { id: string; title: string; kind: KindId }[], language: Language) {
  return Promise.all(
    artefacts.map(async (artefact) => {
      const messages = await (await loadKind(artefact.kind)).loadMessages(language)
      return { ...artefact, kindName: createKindTranslate(language, messages)('name') }
    }),
  )
}
