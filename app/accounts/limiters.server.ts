import type { Services } from '../load-context'
import { createRateLimiter, type RateLimiter } from './rate-limit'

interface Limiters {
  /** Failed sign-ins, by caller. A town hall is one address, so it is generous. */
  signInByCaller: RateLimiter
  /** Failed sign-ins, by e-mail: what stops guessing one person's password from many addresses. */
  signInByEmail: RateLimiter
  /** Wrong current passwords when changing it, by account: for a browser left open. */
  changePassword: RateLimiter
  /** Codes that open no door, by caller. */
  wrongCode: RateLimiter
  /** Codes right or wrong, by caller: bounds what can be tried before the first is known to be wrong. */
  triedCode: RateLimiter
  /** New seats, by workshop: against filling one by machine. */
  newSeat: RateLimiter
  /** Copies sent to be kept as proposals, by participant: each is looked into by a worker. */
  keptCopy: RateLimiter
  /** Word files to be taken in, by person: each is read by a process. */
  wordFile: RateLimiter
  /** Ballots, by vote and voter: whoever changes their mind often is not stopped, a machine is. */
  ballot: RateLimiter
  /** Positions on clauses, by person: whoever goes through an agreement clause by clause is not stopped, a machine is. */
  position: RateLimiter
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
    changePassword: createRateLimiter({ attempts: 8, refillMilliseconds: minute }, now),
    // 23^6 codes are 148 million: at this rate one caller finds one of ten open doors in about five years.
    wrongCode: createRateLimiter({ attempts: 30, refillMilliseconds: 10 * second }, now),
    // A hall of a hundred people is one caller, and each asks twice.
    triedCode: createRateLimiter({ attempts: 300, refillMilliseconds: second }, now),
    newSeat: createRateLimiter({ attempts: 200, refillMilliseconds: second }, now),
    keptCopy: createRateLimiter({ attempts: 20, refillMilliseconds: 15 * second }, now),
    wordFile: createRateLimiter({ attempts: 20, refillMilliseconds: 15 * second }, now),
    ballot: createRateLimiter({ attempts: 60, refillMilliseconds: second / 4 }, now),
    position: createRateLimiter({ attempts: 120, refillMilliseconds: second / 2 }, now),
  }
  ofServer.set(services, made)
  return made
}
