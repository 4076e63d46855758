import type { AppLoadContext } from 'react-router'
import { enterWorkshop } from '../enter.server'
import { sayWorkshopTime } from '../page.server'
import { stepHistories } from './agenda.server'
import { agendaArtefacts } from './artefact-facts.server'
import { stepsOf } from './steps.server'
import { agendaTemplateChoices } from './template-choices.server'
import { nothingYet } from './what-stays'

/** The agenda as its facilitator changes it. */
export async function loadAgendaPage(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { workshop, language } = await enterWorkshop(request, context, workshopId, 'facilitate')
  const [steps, histories, artefacts] = await Promise.all([
    stepsOf(services, workshop.id),
    stepHistories(services, workshop.id),
    agendaArtefacts(services, workshop.artefacts, language),
  ])
  return {
    id: workshop.id,
    projectId: workshop.projectId,
    title: workshop.title,
    time: sayWorkshopTime(workshop, language),
    startsAt: workshop.startsAt,
    endsAt: workshop.endsAt,
    artefacts,
    steps: steps.map((step) => ({ ...step, history: histories.get(step.id) ?? nothingYet })),
    templates: steps.length === 0 ? agendaTemplateChoices(language) : [],
  }
}

export type AgendaPageData = Awaited<ReturnType<typeof loadAgendaPage>>

export type PlannedStep = AgendaPageData['steps'][number]
