import type { WorkshopStage } from '../model/live-state'
import { wholeMinutes } from './time-left'

/** How the workshop stands for a participant at one moment. */
export interface Moment {
  stage: WorkshopStage
  stepId: string | null
  /** Null: no end; below zero: over time. */
  leftMs: number | null
  paused: boolean
}

/** What is read out. `minutes` null: the step has no end of its own. */
export type Announcement =
  | { kind: 'step'; minutes: number | null }
  | { kind: 'closed' }
  | { kind: 'left'; minutes: number }
  | { kind: 'over' }
  | { kind: 'more-time'; minutes: number }
  | { kind: 'paused' }
  | { kind: 'goes-on'; minutes: number | null }

const minute = 60_000

/** At these, going down: five minutes before the end, and one. */
const thresholds = [minute, 5 * minute] as const

/** Less than this is the clocks of two computers, not a facilitator who adds time. */
const leastAdded = 10_000

/**
 * What is to be read out between two looks at the workshop: a step's beginning, five minutes and one before its end,
 * the end, and what the facilitator does to the time. One thing at a time, and nothing for a second that passes.
 * @param before undefined for whoever has just come: they are told where the others are.
 */
export function announcementOf(before: Moment | undefined, now: Moment): Announcement | undefined {
  if (now.stage === 'closed') return before && before.stage !== 'closed' ? { kind: 'closed' } : undefined
  if (now.stage !== 'running' || now.stepId === null) return undefined
  if (before?.stage !== 'running' || before.stepId !== now.stepId) return { kind: 'step', minutes: minutesOf(now) }
  if (before.paused !== now.paused) return now.paused ? { kind: 'paused' } : { kind: 'goes-on', minutes: minutesOf(now) }
  return announcementOfTime(before.leftMs, now.leftMs)
}

function announcementOfTime(before: number | null, now: number | null): Announcement | undefined {
  if (now === null) return undefined
  if (before === null || now - before >= leastAdded) {
    return now > 0 ? { kind: 'more-time', minutes: wholeMinutes(now) } : undefined
  }
  if (now <= 0) return before > 0 ? { kind: 'over' } : undefined
  // The last one that was passed: whoever's computer slept is told how it is now.
  const passed = thresholds.some((threshold) => before > threshold && now <= threshold)
  return passed ? { kind: 'left', minutes: wholeMinutes(now) } : undefined
}

function minutesOf({ leftMs }: Moment): number | null {
  return leftMs === null || leftMs <= 0 ? null : wholeMinutes(leftMs)
}
