import type { Step, StepType } from '../model/steps'

/** What the facilitator does in a step: a key of the messages. */
export type FacilitatorTask = Exclude<StepType, 'write'> | 'writePrivate' | 'writeOpen'

export function facilitatorDoes({ type, settings }: Pick<Step, 'type' | 'settings'>): FacilitatorTask {
  if (type !== 'write') return type
  return settings.privately ? 'writePrivate' : 'writeOpen'
}

/** What has to be at hand: a key of the messages, with how many where that matters. */
export interface Material {
  what: 'screen' | 'door' | 'devices' | 'withoutDevice' | 'groupPlaces' | 'refreshments'
  count?: number
}

/** What to prepare for an agenda, in the order in which it is needed. */
export function materialsOf(steps: readonly Pick<Step, 'type' | 'settings'>[]): Material[] {
  const has = (...types: StepType[]) => steps.some(({ type }) => types.includes(type))
  const groups = Math.max(0, ...steps.filter(({ type }) => type === 'breakout').map(({ settings }) => settings.groups))
  const onDevices = has('write', 'group', 'vote', 'work', 'breakout', 'feedback')
  return [
    { what: 'door' },
    { what: 'screen' },
    ...(onDevices ? [{ what: 'devices' } as const] : []),
    ...(has('vote') ? [{ what: 'withoutDevice' } as const] : []),
    ...(groups > 0 ? [{ what: 'groupPlaces', count: groups } as const] : []),
    ...(has('break') ? [{ what: 'refreshments' } as const] : []),
  ]
}
