import type { KindId } from '../../../artefacts/registry'
import type { Language } from '../../../i18n/languages'
import type { StepSettings, StepType } from '../../model/steps'

/** Where a step of a template happens: on the first board of the workshop, on an artefact of a kind, or nowhere. */
export type TemplatePlace<Area extends string> = { board: Area } | { kind: KindId }

/** The bones of a step, the same in every language. */
export interface TemplateStep<Area extends string = string> {
  type: StepType
  minutes: number
  on?: TemplatePlace<Area>
  settings?: Partial<StepSettings>
}

export interface TemplateWords<Step extends string, Area extends string> {
  name: string
  /** When it is the right one. */
  description: string
  /** What the frames that it makes on the board are called. */
  areas: Record<Area, string>
  /** Title and instructions as participants read them. */
  steps: Record<Step, [title: string, instructions: string]>
}

/** A ready agenda: a format that has worked, to begin with and to change. */
export interface AgendaTemplate {
  /** Kept in addresses and forms; never renamed. */
  id: string
  /** In order. */
  steps: Record<string, TemplateStep>
  words: Record<Language, TemplateWords<string, string>>
}

/** Ties the words to the steps and areas: one that lacks words does not compile. */
export function defineTemplate<const Steps extends Record<string, TemplateStep<Area>>, const Area extends string = never>(template: {
  id: string
  areas: readonly Area[]
  steps: Steps
  words: Record<Language, TemplateWords<keyof Steps & string, Area>>
}): AgendaTemplate {
  return template
}
