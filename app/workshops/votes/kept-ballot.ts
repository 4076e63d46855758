import { keptWords } from '../../sync/kept-words'
import { dotsSchema, type Dots } from './ballot'

/**
 * A ballot that the server has not confirmed, on this device: a closed page, or a phone that went to sleep, loses no
 * vote. A browser that keeps nothing has it in the page alone.
 */
export function keptBallot(stepId: string, participantKey: string) {
  const kept = keptWords(`ballot.${stepId}`, participantKey)
  return {
    read: (): Dots | undefined => dotsIn(kept.read()),
    keep: (dots: Dots) => kept.keep(JSON.stringify(dots)),
    forget: kept.forget,
  }
}

function dotsIn(json: string | null): Dots | undefined {
  try {
    return dotsSchema.safeParse(JSON.parse(json ?? '')).data
  } catch {
    return undefined
  }
}
