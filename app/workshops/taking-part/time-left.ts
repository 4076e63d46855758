/**
 * A step's time as people see it: never by the second, which would make one hurry.
 * - `open`: the step has no end · `over`: its time is full, and one goes on
 */
export type TimeLeft =
  | { kind: 'open' }
  | { kind: 'minutes'; minutes: number; paused: boolean }
  | { kind: 'under-one'; paused: boolean }
  | { kind: 'over' }

const minute = 60_000

/** `leftMs`: null for a step without an end. A begun minute counts as one. */
export function timeLeft(leftMs: number | null, paused: boolean): TimeLeft {
  if (leftMs === null) return { kind: 'open' }
  if (leftMs <= 0) return { kind: 'over' }
  if (leftMs < minute) return { kind: 'under-one', paused }
  return { kind: 'minutes', minutes: wholeMinutes(leftMs), paused }
}

/** A second of grace, so that the way of a message does not make five minutes of four. */
export function wholeMinutes(leftMs: number): number {
  return Math.max(1, Math.ceil((leftMs - 1_000) / minute))
}
