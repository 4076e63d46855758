import type { Language } from '../../i18n/languages'
import type { Services } from '../../load-context'
import { stepSettingsSchema, type StepPlan } from '../model/steps'
import { changeLive } from '../run/live-run.server'
import type { WorkshopArtefact } from '../workshop.server'
import { usualChoice } from './allowance-choices'
import { kindAbilities } from './artefact-facts.server'
import { makeFrames } from './frames.server'
import { addSteps, stepsOf, type AgendaOf } from './steps.server'
import { agendaTemplates } from './templates'
import type { AgendaTemplate, TemplateStep } from './templates/template'

/**
 * Fills an empty agenda from a template, in the language of whoever chose it: its steps are fitted to the workshop's
 * artefacts, and what is written in it gets frames of its own on the first board. Steps that find no artefact stand in
 * the agenda without one. False for a template that is not there, or an agenda that is not empty.
 */
export async function applyTemplate(
  services: Services,
  workshop: AgendaOf,
  templateId: string,
  language: Language,
): Promise<boolean> {
  const template = agendaTemplates.find(({ id }) => id === templateId)
  if (!template || (await stepsOf(services, workshop.id)).length > 0) return false
  const board = await firstBoard(workshop.artefacts)
  const frames = await framesFor(services, template, board, language)
  const plans = await Promise.all(
    Object.entries(template.steps).map(([id, step]) =>
      planOf(step, template.words[language].steps[id] ?? ['', ''], { workshop, board, frames }),
    ),
  )
  await changeLive(services, workshop.id, () => addSteps(services, workshop, plans))
  return true
}

interface Fitting {
  workshop: AgendaOf
  board: WorkshopArtefact | undefined
  /** By the template's name for them. */
  frames: ReadonlyMap<string, string>
}

async function planOf(
  { type, minutes, on, settings }: TemplateStep,
  [title, instructions]: readonly [string, string],
  { workshop, board, frames }: Fitting,
): Promise<StepPlan> {
  const artefact = on && ('board' in on ? board : workshop.artefacts.find(({ kind }) => kind === on.kind))
  const place = artefact && on && 'board' in on ? (frames.get(on.board) ?? null) : null
  return {
    type,
    title,
    instructions,
    minutes,
    artefactId: artefact?.id ?? null,
    place,
    may: usualChoice(type, artefact ? await kindAbilities(artefact.kind) : null),
    settings: stepSettingsSchema.parse(settings ?? {}),
  }
}

async function firstBoard(artefacts: readonly WorkshopArtefact[]): Promise<WorkshopArtefact | undefined> {
  for (const artefact of artefacts) if ((await kindAbilities(artefact.kind)).notes) return artefact
  return undefined
}

async function framesFor(
  services: Services,
  template: AgendaTemplate,
  board: WorkshopArtefact | undefined,
  language: Language,
): Promise<Map<string, string>> {
  if (!board) return new Map()
  const areas = [...new Set(Object.values(template.steps).flatMap(({ on }) => (on && 'board' in on ? [on.board] : [])))]
  const words = template.words[language].areas
  const ids = await makeFrames(services, board, areas.map((area) => words[area] ?? area))
  return new Map((ids ?? []).map((id, index) => [areas[index] ?? '', id]))
}

