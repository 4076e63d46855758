import { data, type AppLoadContext } from 'react-router'
import { z } from 'zod'
import { FieldRefused, idSchema, type FormProblems } from '../../accounts/form-problem'
import { readForm, refusedField } from '../../accounts/request.server'
import type { Language } from '../../i18n/languages'
import type { Services } from '../../load-context'
import { enterWorkshop } from '../enter.server'
import type { StepPlan, StepType } from '../model/steps'
import { duplicateStep, planStep, removeStep, reorderStep, replanStep } from './agenda.server'
import { settledAllowances } from './allowance-choices'
import { applyTemplate } from './apply-template.server'
import { kindAbilities } from './artefact-facts.server'
import { makeFrames } from './frames.server'
import { changedStepSchema, newPlace, newStepSchema } from './step-form'
import { mostSteps, stepsOf, type AgendaOf } from './steps.server'
import { mayHappenOn } from './step-places'

const formSchema = z.discriminatedUnion('intent', [
  newStepSchema,
  changedStepSchema,
  z.object({ intent: z.literal('move'), id: idSchema, to: z.coerce.number().int().min(0).max(mostSteps) }),
  z.object({ intent: z.enum(['duplicate', 'remove']), id: idSchema }),
  z.object({ intent: z.literal('apply-template'), template: z.string().max(60) }),
])

type AgendaForm = z.infer<typeof formSchema>

/** What a post answers: which one was done, or what to mend first. `gone`: somebody else has removed the step. */
export type AgendaAnswer = FormProblems | { done: AgendaForm['intent'] } | { gone: true }

/** What the page of the agenda posts: for facilitators alone. */
export async function changeAgendaPage(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { workshop, language } = await enterWorkshop(request, context, workshopId, 'facilitate')
  const form = await readForm(request, formSchema)
  if (!form.ok) return data(form, { status: 400 })
  try {
    const found = await act(services, workshop, form.value, language)
    return found ? { done: form.value.intent } : { gone: true as const }
  } catch (error) {
    if (!(error instanceof FieldRefused)) throw error
    return data(refusedField('plan' in form.value ? form.value.plan : {}, error.field, error.code), { status: 400 })
  }
}

/** False where there was nothing to do it to. @throws FieldRefused */
async function act(services: Services, workshop: AgendaOf, form: AgendaForm, language: Language): Promise<boolean> {
  switch (form.intent) {
    case 'add':
      await planStep(services, workshop, { ...(await settled(services, workshop, form.type, form.plan)), type: form.type })
      return true
    case 'change': {
      const step = (await stepsOf(services, workshop.id)).find(({ id }) => id === form.id)
      if (!step) return false
      return replanStep(services, workshop, form.id, await settled(services, workshop, step.type, form.plan))
    }
    case 'move':
      await reorderStep(services, workshop.id, form.id, form.to)
      return true
    case 'duplicate':
      return duplicateStep(services, workshop, form.id)
    case 'remove':
      return removeStep(services, workshop.id, form.id)
    case 'apply-template':
      return applyTemplate(services, workshop, form.template, language)
  }
}

/**
 * What was filled in, fitted to where the step happens: only what participants can be allowed there, and a new frame
 * where one was asked for. @throws FieldRefused
 */
async function settled(
  services: Services,
  workshop: AgendaOf,
  type: StepType,
  plan: Omit<StepPlan, 'type'>,
): Promise<Omit<StepPlan, 'type'>> {
  const artefact = workshop.artefacts.find(({ id }) => id === plan.artefactId)
  if (plan.artefactId !== null && !artefact) throw new FieldRefused('artefact', 'notAnOption')
  const abilities = artefact ? await kindAbilities(artefact.kind) : null
  if (abilities && !mayHappenOn(type, abilities)) throw new FieldRefused('artefact', 'notAnOption')
  const may = settledAllowances(type, abilities, plan.may)
  if (plan.place !== newPlace) return { ...plan, may }
  const frames = artefact && abilities?.notes ? await makeFrames(services, artefact, [plan.title]) : null
  return { ...plan, may, place: frames?.[0] ?? null }
}
