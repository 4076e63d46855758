import type { Services } from '../load-context'
import { createRateLimiter, type RateLimiter } from './rate-limit'

interface Limiters {
  /** Failed sign-ins, by caller. A town hall is one address, so it is generous. */
  signInByCaller: RateLimiter
  /** Failed sign-ins, by e-mail: what stops guessing one person's password from many addresses. */
  signInByEmail: RateLimiter
  /** Wrong codes and links, by caller. */
  wrongCode: RateLimiter
  /** Wrong codes from everybody: against guessing from many addresses at once. */
  wrongCodeOverall: RateLimiter
  /** New seats of one workshop: against filling it by machine. */
  seatsOfWorkshop: RateLimiter
}

const second = 1000
const minute = 60 * second

const ofServer = new WeakMap<Services, Limiters>()

/** The limits of one running server; they end with it. */
export function limitersOf(services: Services): Limiters {
  const known = ofServer.get(services)
  if (known) return known
  const now = () => services.now()
  const made: Limiters = {
    signInByCaller: createRateLimiter({ attempts: 30, refillMilliseconds: 20 * second }, now),
    signInByEmail: createRateLimiter({ attempts: 8, refillMilliseconds: minute }, now),
    // 23^6 codes are 148 million: at these rates a caller finds one of ten open doors in about four years.
    wrongCode: createRateLimiter({ attempts: 20, refillMilliseconds: 10 * second }, now),
    wrongCodeOverall: createRateLimiter({ attempts: 1000, refillMilliseconds: second }, now),
    seatsOfWorkshop: createRateLimiter({ attempts: 200, refillMilliseconds: second }, now),
  }
  ofServer.set(services, made)
  return made
}
