import { stepsOnNotes, type StepType } from '../model/steps'
import type { KindAbilities } from './allowance-choices'

/** Types of steps that have nothing to do with any artefact. */
const nowhere: readonly StepType[] = ['break', 'feedback']

/** Whether a step of this type can happen on artefacts of a kind. */
export function mayHappenOn(type: StepType, kind: KindAbilities): boolean {
  if (nowhere.includes(type)) return false
  return kind.notes || !stepsOnNotes.includes(type)
}

/** Steps that make no sense without an artefact to happen on. */
export function needsArtefact(type: StepType): boolean {
  return type === 'write' || type === 'group' || type === 'vote' || type === 'work'
}

export function happensOnArtefacts(type: StepType): boolean {
  return !nowhere.includes(type)
}
