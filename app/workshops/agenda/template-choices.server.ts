import type { Language } from '../../i18n/languages'
import { agendaTemplates } from './templates'

/** A ready agenda as it is offered. */
export interface AgendaTemplateChoice {
  id: string
  name: string
  description: string
  steps: number
  minutes: number
}

export function agendaTemplateChoices(language: Language): AgendaTemplateChoice[] {
  return agendaTemplates.map(({ id, steps, words }) => {
    const { name, description } = words[language]
    const lengths = Object.values(steps).map(({ minutes }) => minutes)
    return { id, name, description, steps: lengths.length, minutes: lengths.reduce((sum, one) => sum + one, 0) }
  })
}
