import type { Services } from '../load-context'

const lastOf = new WeakMap<object, Promise<unknown>>()

/**
 * Does one thing after the other: what is asked of the database in `work` still holds when `work` writes, since nobody
 * else proposes, takes back or records meanwhile. One server owns a database, so that its own queue is enough; that a
 * record follows the one before it the database sees to by itself.
 */
export function inTurn<Result>({ database }: Services, work: () => Promise<Result>): Promise<Result> {
  const before = lastOf.get(database) ?? Promise.resolve()
  const result = before.then(work)
  lastOf.set(
    database,
    result.catch(() => undefined),
  )
  return result
}
