import { dotsSchema, type Dots } from './ballot'

/**
 * A ballot that the server has not confirmed, on this device: a closed page, or a phone that went to sleep, loses no
 * vote. A browser that keeps nothing has it in the page alone.
 */
export function keptBallot(stepId: string, participantKey: string) {
  const name = `tahto.ballot.${stepId}.${participantKey}`
  return {
    read: (): Dots | undefined => withStorage((storage) => dotsSchema.safeParse(JSON.parse(storage.getItem(name) ?? '')).data),
    keep: (dots: Dots) => withStorage((storage) => storage.setItem(name, JSON.stringify(dots))),
    forget: () => withStorage((storage) => storage.removeItem(name)),
  }
}

function withStorage<Result>(act: (storage: Storage) => Result): Result | undefined {
  try {
    return act(localStorage)
  } catch {
    return undefined
  }
}
