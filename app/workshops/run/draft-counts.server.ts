import type { Services } from '../../load-context'
import type { Step } from '../model/steps'

/** How much has been written in private in a step: counts alone, nobody's words leave the drafts. */
export interface DraftCount {
  writers: number
  /** All of them, those held back and those shown too. */
  notes: number
  /** Those that a reveal would put on the board now. */
  hidden: number
}

/** Several screens that ask at the same time are one look into the drafts. */
const countsLastMs = 1_500
const counts = new WeakMap<Services, Map<string, { at: number; count: Promise<DraftCount> }>>()

/** At most a moment old. */
export function draftCount(services: Services, stepId: string): Promise<DraftCount> {
  const ofServer = countsOf(services)
  const now = services.elapsed()
  for (const [id, { at }] of ofServer) if (now - at >= countsLastMs) ofServer.delete(id)
  const known = ofServer.get(stepId)
  if (known) return known.count
  const count = draftCountNow(services, stepId)
  ofServer.set(stepId, { at: now, count })
  // What failed is tried again by the next who asks.
  count.catch(() => ofServer.delete(stepId))
  return count
}

/** The same, looked at now. */
export async function draftCountNow({ liveWorkshops }: Services, stepId: string): Promise<DraftCount> {
  const drafts = await liveWorkshops.drafts(stepId)
  const written = drafts.map(({ notes }) => notes.filter(({ text }) => text.trim() !== '')).filter(({ length }) => length > 0)
  const notes = written.flat()
  return {
    writers: written.length,
    notes: notes.length,
    hidden: notes.filter(({ heldBack, shown }) => !heldBack && !shown).length,
  }
}

/** After a reveal: what was counted before holds no more. */
export function forgetDraftCount(services: Services, stepId: string): void {
  countsOf(services).delete(stepId)
}

/** A step that was gone through, with notes in it that nobody else has been shown. */
export interface HiddenNotes {
  step: string
  title: string
  notes: number
}

/** Of `steps`, those that have run and hold notes still to be revealed. */
export async function hiddenNotes(services: Services, workshopId: string, steps: readonly Step[]): Promise<HiddenNotes[]> {
  const ran = await services.database.stepRun.findMany({
    where: { workshopId, type: 'write' },
    select: { stepId: true },
    distinct: ['stepId'],
  })
  const begun = new Set(ran.map(({ stepId }) => stepId))
  const counted = await Promise.all(
    steps
      .filter((step) => begun.has(step.id) && isPrivateWriting(step))
      .map(async ({ id, title }) => ({ step: id, title, notes: (await draftCount(services, id)).hidden })),
  )
  return counted.filter(({ notes }) => notes > 0)
}

export function isPrivateWriting({ type, settings }: Pick<Step, 'type' | 'settings'>): boolean {
  return type === 'write' && settings.privately
}

function countsOf(services: Services) {
  const ofServer = counts.get(services) ?? new Map<string, { at: number; count: Promise<DraftCount> }>()
  counts.set(services, ofServer)
  return ofServer
}
