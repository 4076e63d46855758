import { createHmac, randomBytes } from 'node:crypto'

/** 256 bits, for a cookie or a link. Kept nowhere: the database holds its `tokenHash`. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * The token of a link that can be shown again without being stored: whoever reads the database without
 * knowing the server's secret cannot make it.
 */
export function derivedToken(purpose: 'invitation' | 'owner-link', id: string, secret: string): string {
  return createHmac('sha256', secret).update(`link|${purpose}|${id}`).digest('base64url')
}

/** What the database holds of a token: hexadecimal HMAC-SHA256. */
export function tokenHash(token: string, secret: string): string {
  return createHmac('sha256', secret).update(`token|${token}`).digest('hex')
}

/** Whether a text from outside can be a token at all. */
export function looksLikeToken(value: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(value)
}

/**
 * Marks what somebody gives without their name, so that they alone find it again: the same for the same person, and
 * nothing can be read from it. Only who holds both the database and the server's secret could try every person.
 */
export function secretMark(purpose: 'feedback', giver: string, secret: string): string {
  return createHmac('sha256', secret).update(`mark|${purpose}|${giver}`).digest('hex')
}
