import { newId } from '../../lib/id'
import type { Services } from '../../load-context'
import type { WorkshopArtefact } from '../workshop.server'

/**
 * Makes frames on a board, beside what is there, for steps to happen in. Answers their ids in order; null, with the
 * cause in the log, where the board cannot be changed now: a step can be planned without.
 */
export async function makeFrames(
  { liveWorkshops, log }: Services,
  { id, kind }: WorkshopArtefact,
  names: readonly string[],
): Promise<string[] | null> {
  if (names.length === 0) return []
  const frames = names.map((name) => ({ id: newId(), name }))
  try {
    await liveWorkshops.change(id, kind, { do: 'make-frames', frames, copyOf: null })
    return frames.map((frame) => frame.id)
  } catch (error) {
    log.error('agenda.frames', error)
    return null
  }
}
