import { allowances, editingAllowances, type Allowance } from '../../artefacts/edit-rule'
import { usualAllowances, type StepType } from '../model/steps'

/** What an artefact's kind lets a workshop do with it. */
export interface KindAbilities {
  /** It holds notes: they are written, grouped and voted on there. */
  notes: boolean
  /** What each participant changes can be told apart; otherwise it is open wholly or not at all. */
  finelyRuled: boolean
}

export interface AllowanceChoices {
  /** Part of the step whatever is chosen. */
  always: readonly Allowance[]
  /** What its facilitator may add. */
  choices: readonly Allowance[]
}

const finely: readonly Allowance[] = editingAllowances
const wholly: readonly Allowance[] = ['edit-all']

/** What may be chosen for a step of this type on an artefact of this kind; null: on none. */
export function allowanceChoices(type: StepType, kind: KindAbilities | null): AllowanceChoices {
  if (type === 'vote') return { always: ['vote'], choices: [] }
  if (type === 'break' || type === 'feedback' || kind === null) return { always: ['look'], choices: [] }
  if (type === 'write') return { always: ['add'], choices: finely.filter((one) => one !== 'add') }
  return { always: [], choices: kind.finelyRuled ? finely : wholly }
}

/** What a step allows of what was chosen: only what makes sense in it, from the least to the most. */
export function settledAllowances(
  type: StepType,
  kind: KindAbilities | null,
  chosen: readonly Allowance[],
): Allowance[] {
  const { always, choices } = allowanceChoices(type, kind)
  const held = new Set<Allowance>([...always, ...chosen.filter((one) => choices.includes(one))])
  if (held.size === 0) held.add('look')
  return allowances.filter((one) => held.has(one))
}

/** What is usual for a step of this type there. */
export function usualChoice(type: StepType, kind: KindAbilities | null): Allowance[] {
  return settledAllowances(type, kind, usualAllowances[type])
}
