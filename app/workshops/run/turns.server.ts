import { AsyncLocalStorage } from 'node:async_hooks'
import type { Services } from '../../load-context'

const waiting = new WeakMap<Services, Map<string, Promise<unknown>>>()
const within = new AsyncLocalStorage<{ services: Services; workshopId: string }>()

/**
 * Does `work` when everything begun before it for this workshop is done: two facilitators, or a double click, come one
 * after the other, and what is told last is what stands. Work within work goes on at once.
 */
export function inTurn<Result>(services: Services, workshopId: string, work: () => Promise<Result>): Promise<Result> {
  const around = within.getStore()
  if (around?.services === services && around.workshopId === workshopId) return work()
  const ofServer = waiting.get(services) ?? new Map<string, Promise<unknown>>()
  waiting.set(services, ofServer)
  const before = ofServer.get(workshopId) ?? Promise.resolve()
  const done = before.then(() => within.run({ services, workshopId }, work))
  const settled = done.catch(() => undefined).then(() => {
    if (ofServer.get(workshopId) === settled) ofServer.delete(workshopId)
  })
  ofServer.set(workshopId, settled)
  return done
}
