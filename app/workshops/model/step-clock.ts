/**
 * The time of a step, on the server's own clock, which only grows: milliseconds of `Services.elapsed()`. Nothing
 * happens by itself when it is over; the facilitator goes on when the room is ready.
 * - `open`: without an end
 */
export type StepClock =
  | { kind: 'open' }
  | { kind: 'running'; endsAt: number }
  | { kind: 'paused'; leftMs: number }

const minuteMs = 60_000
const mostLeftMs = 24 * 60 * minuteMs

export function clockFor(minutes: number | null, now: number): StepClock {
  return minutes === null ? { kind: 'open' } : { kind: 'running', endsAt: now + minutes * minuteMs }
}

/** Null: no end. Below zero: over time. */
export function leftMs(clock: StepClock, now: number): number | null {
  switch (clock.kind) {
    case 'open':
      return null
    case 'running':
      return bounded(clock.endsAt - now)
    case 'paused':
      return clock.leftMs
  }
}

export function paused(clock: StepClock, now: number): StepClock {
  return clock.kind === 'running' ? { kind: 'paused', leftMs: bounded(clock.endsAt - now) } : clock
}

export function resumed(clock: StepClock, now: number): StepClock {
  return clock.kind === 'paused' ? { kind: 'running', endsAt: now + clock.leftMs } : clock
}

/**
 * With so many minutes more, or fewer. Over time, and where there was no end, they count from now; taking away stops at
 * zero and makes no end where there is none.
 */
export function withMinutes(clock: StepClock, minutes: number, now: number): StepClock {
  const left = leftMs(clock, now)
  if (minutes < 0 && (left === null || left <= 0)) return clock
  const next = bounded(Math.max(0, Math.max(0, left ?? 0) + minutes * minuteMs))
  return clock.kind === 'paused' ? { kind: 'paused', leftMs: next } : { kind: 'running', endsAt: now + next }
}

function bounded(left: number): number {
  return Math.round(Math.min(mostLeftMs, Math.max(-mostLeftMs, left)))
}
