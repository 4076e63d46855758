import type { SubjectName } from '../subjects/subjects'

/** One line of the table. A subject without a figure does not do it, or did not come through. */
export interface Measure {
  what: string
  unit: string
  /** In words, beside the figure: `≤ 0.7 ×` of the relay, or in the unit. */
  goal: string
  figures: Partial<Record<SubjectName, number>>
  /** Also told as a multiple of the relay's. */
  ratio?: boolean
  /** In place of figures, where a number alone would not say it. */
  words?: Partial<Record<SubjectName, string>>
}

/** The median. NaN of nothing. */
export function middle(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN
}
