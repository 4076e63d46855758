/** When each step comes, and whether all of them fit into the workshop's time. */

const minuteMs = 60_000

export interface StepTime {
  /** Null after a step that has no length of its own: from there on nobody can tell. */
  startsAt: Date | null
  endsAt: Date | null
}

/** The clock of each step, one after the other from the workshop's beginning. */
export function scheduleOf(steps: readonly { minutes: number | null }[], beginsAt: Date): StepTime[] {
  let next: Date | null = beginsAt
  return steps.map(({ minutes }) => {
    const startsAt: Date | null = next
    next = startsAt && minutes !== null ? new Date(startsAt.getTime() + minutes * minuteMs) : null
    return { startsAt, endsAt: next }
  })
}

export interface AgendaFit {
  /** All lengths together. */
  minutes: number
  /** How many steps have no length. */
  withoutLength: number
  /**
   * What is left of the workshop's time; below zero: so much too long. Null where the workshop has no end, or where
   * steps without a length make it unknown whether all fit.
   */
  minutesLeft: number | null
}

/** How an agenda fits into the workshop's time. What is too long already is told also where some lengths are missing. */
export function fitOf(
  steps: readonly { minutes: number | null }[],
  workshop: { startsAt: Date; endsAt: Date | null },
): AgendaFit {
  const minutes = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0)
  const withoutLength = steps.filter((step) => step.minutes === null).length
  const { startsAt, endsAt } = workshop
  const left = endsAt ? Math.round((endsAt.getTime() - startsAt.getTime()) / minuteMs) - minutes : null
  return { minutes, withoutLength, minutesLeft: withoutLength > 0 && left !== null && left >= 0 ? null : left }
}

/** A length as hours and minutes. */
export function hoursAndMinutes(minutes: number): { hours: number; minutes: number } {
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
