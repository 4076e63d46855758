import type { Services } from '../load-context'
import { limitersOf } from './limiters.server'
import { verifyPassword } from './password.server'
import { callerKey } from './rate-limit'
import { startSession } from './session.server'

export interface SignInAttempt {
  /** Already in lower case. */
  email: string
  password: string
  address: string
  /** The session this browser has now; it ends. */
  sessionTokenHash: string | null
}

export type SignInOutcome =
  | { outcome: 'signed-in'; userId: string; setCookie: string }
  | { outcome: 'wrong' }
  /** Too many wrong ones lately. */
  | { outcome: 'wait'; seconds: number }

/**
 * Signs in by e-mail and password. A wrong password and an unknown e-mail answer the same, in the same time.
 * Attempts are counted before they are judged, so that many at once are not a way round the limit.
 */
export async function signIn(services: Services, attempt: SignInAttempt): Promise<SignInOutcome> {
  const { signInByCaller, signInByEmail } = limitersOf(services)
  const caller = callerKey(attempt.address)
  if (!signInByCaller.take(caller)) return { outcome: 'wait', seconds: signInByCaller.secondsToWait(caller) }
  if (!signInByEmail.take(attempt.email)) {
    return { outcome: 'wait', seconds: signInByEmail.secondsToWait(attempt.email) }
  }
  const user = await services.database.user.findUnique({ where: { email: attempt.email } })
  const right = await verifyPassword(user?.passwordHash ?? null, attempt.password)
  if (!user || !right) return { outcome: 'wrong' }
  signInByCaller.giveBack(caller)
  signInByEmail.giveBack(attempt.email)
  const setCookie = await startSession(services, { userId: user.id }, attempt.sessionTokenHash)
  return { outcome: 'signed-in', userId: user.id, setCookie }
}
