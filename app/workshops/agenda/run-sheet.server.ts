import type { AppLoadContext } from 'react-router'
import { translatorFor } from '../../i18n/catalogue.server'
import type { Language } from '../../i18n/languages'
import { enterWorkshop } from '../enter.server'
import { invitedOrganisations } from '../invited.server'
import { invitationTo, sayWorkshopTime } from '../page.server'
import { sayClock } from '../wall-time'
import type { Step } from '../model/steps'
import { agendaArtefacts, type AgendaArtefact } from './artefact-facts.server'
import { facilitatorDoes, materialsOf } from './run-sheet'
import { scheduleOf } from './schedule'
import { stepsOf } from './steps.server'

/** Everything that a facilitator has in hand on the day, in words. */
export async function loadRunSheet(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { workshop, language } = await enterWorkshop(request, context, workshopId, 'facilitate')
  const [steps, artefacts, invited] = await Promise.all([
    stepsOf(services, workshop.id),
    agendaArtefacts(services, workshop.artefacts, language),
    invitedOrganisations(services, workshop.id),
  ])
  const times = scheduleOf(steps, workshop.startsAt)
  const { address, code } = invitationTo(services, workshop)
  return {
    id: workshop.id,
    title: workshop.title,
    projectName: workshop.projectName,
    purpose: workshop.purpose,
    time: sayWorkshopTime(workshop, language),
    address,
    code,
    invited: invited.map(({ name }) => name),
    artefacts: artefacts.map(({ title }) => title),
    steps: steps.map((step, index) => ({
      ...lineOf(step, artefacts, language),
      clock: sayClockOrNone(times[index]?.startsAt ?? null, language),
    })),
    materials: materialsOf(steps),
  }
}

export type RunSheet = Awaited<ReturnType<typeof loadRunSheet>>

function lineOf(step: Step, artefacts: readonly AgendaArtefact[], language: Language) {
  const { id, type, title, instructions, minutes, artefactId, place, may } = step
  const artefact = artefacts.find((one) => one.id === artefactId)
  const placeName = artefact?.places?.find((one) => one.id === place)?.name
  const say = translatorFor(language).in('workshops')
  const allowed = artefact ? may.filter((one) => one !== 'look').map((one) => say(`allowance.${one}`)) : []
  return {
    ...{ id, type, title, instructions, minutes },
    where: artefact ? [artefact.title, placeName].filter(Boolean).join(', ') : '',
    facilitator: facilitatorDoes(step),
    allowed: allowed.join(', '),
  }
}

function sayClockOrNone(time: Date | null, language: Language): string {
  return time ? sayClock(time, language) : ''
}
