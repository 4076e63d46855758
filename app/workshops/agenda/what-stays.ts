import type { Step, StepPlan } from '../model/steps'

/** What has come of a step already. */
export interface StepHistory {
  /** It is the one that runs now. */
  running: boolean
  /** It runs or has run: people have read what it says. */
  begun: boolean
  ballots: number
  groups: number
}

export const nothingYet: StepHistory = { running: false, begun: false, ballots: 0, groups: 0 }

/**
 * What of a step can no longer be changed.
 * - `names`: who has written was told whose name is shown, and what is stored
 * - `votes`: votes that have been given are counted by the rules that they were given by
 * - `groups`: people sit in them, each at a place of their own
 */
export type Kept = 'names' | 'votes' | 'groups'

export function keptOf({ type }: Pick<Step, 'type'>, history: StepHistory): Kept | null {
  if (type === 'write' && history.begun) return 'names'
  if (type === 'vote' && history.ballots > 0) return 'votes'
  if (type === 'breakout' && history.groups > 0) return 'groups'
  return null
}

/** A changed plan with what stays as it was. */
export function withWhatStays(before: Step, plan: Omit<StepPlan, 'type'>, history: StepHistory): Omit<StepPlan, 'type'> {
  const { settings, artefactId, place, may } = before
  switch (keptOf(before, history)) {
    case 'names': {
      const { privately, authorship } = settings
      return { ...plan, settings: { ...plan.settings, privately, authorship } }
    }
    case 'votes':
    case 'groups':
      return { ...plan, settings, artefactId, place, ...(artefactId === plan.artefactId ? {} : { may }) }
    case null:
      return plan
  }
}
