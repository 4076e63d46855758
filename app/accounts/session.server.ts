import type { Services } from '../load-context'
import { clearedSessionCookieHeader, readCookie, sessionCookie, sessionCookieHeader } from './cookies.server'
import { looksLikeToken, newToken, tokenHash } from './secret-token.server'

const sessionDays = 30
const day = 24 * 60 * 60 * 1000

export type SessionOwner = { userId: string } | { seatId: string }

/** The hash of the session that a Cookie header names; null when it names none. Nothing is looked up. */
export function sessionHashOf(services: Services, cookieHeader: string | null | undefined): string | null {
  const token = readCookie(cookieHeader, sessionCookie)
  return token && looksLikeToken(token) ? tokenHash(token, services.settings.sessionSecret) : null
}

/**
 * Begins a session under a new id and ends the one that this browser had, whoever's it was.
 * Answers the Set-Cookie header.
 */
export async function startSession(
  services: Services,
  owner: SessionOwner,
  previousTokenHash: string | null,
): Promise<string> {
  const token = newToken()
  const now = services.now()
  await services.database.session.create({
    data: {
      ...owner,
      tokenHash: tokenHash(token, services.settings.sessionSecret),
      createdAt: new Date(now),
      expiresAt: new Date(now + sessionDays * day),
    },
  })
  if (previousTokenHash) await endSession(services, previousTokenHash)
  await services.database.session.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })
  return sessionCookieHeader(services.settings, token, (sessionDays * day) / 1000)
}

/** Signs one browser out, its open artefacts too. Answers the Set-Cookie header that empties the cookie. */
export async function endSession(services: Services, sessionTokenHash: string | null): Promise<string> {
  if (sessionTokenHash) {
    await services.database.session.deleteMany({ where: { tokenHash: sessionTokenHash } })
    await services.live.rightsChanged({ sessionTokenHash })
  }
  return clearedSessionCookieHeader(services.settings)
}

/** Signs an account out in every browser, open artefacts too; all but `except`, where given. */
export async function endAllSessions(services: Services, userId: string, except?: string): Promise<void> {
  await services.database.session.deleteMany({
    where: { userId, ...(except === undefined ? {} : { tokenHash: { not: except } }) },
  })
  await services.live.rightsChanged({ userId })
}
