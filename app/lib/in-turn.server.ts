import { AsyncLocalStorage } from 'node:async_hooks'

const waiting = new WeakMap<object, Map<string, Promise<unknown>>>()
const within = new AsyncLocalStorage<{ owner: object; of: string }>()

/**
 * Does `work` when everything begun before it for the same `owner` and `of` is done: two people, or a double click, come one
 * after the other, what `work` has read still holds when it writes, and what is told last is what stands. Work within work
 * goes on at once. One server owns a database, so that its own queue is enough.
 */
export function inTurn<Result>(owner: object, of: string, work: () => Promise<Result>): Promise<Result> {
  const around = within.getStore()
  if (around?.owner === owner && around.of === of) return work()
  const ofOwner = waiting.get(owner) ?? new Map<string, Promise<unknown>>()
  waiting.set(owner, ofOwner)
  const before = ofOwner.get(of) ?? Promise.resolve()
  const done = before.then(() => within.run({ owner, of }, work))
  const settled = done.catch(() => undefined).then(() => {
    if (ofOwner.get(of) === settled) ofOwner.delete(of)
  })
  ofOwner.set(of, settled)
  return done
}
