import type { Settings } from '../load-context'
import { isLanguage, type Language } from '../i18n/languages'

export const sessionCookie = 'tahto_session'
export const languageCookie = 'tahto_language'

const year = 365 * 24 * 60 * 60

/** The value of one cookie of a Cookie header; where a name comes twice, the first, as browsers send the closest. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key = '', ...value] = part.split('=')
    if (key.trim() === name) return value.join('=').trim()
  }
  return null
}

/** A Set-Cookie header for the session. */
export function sessionCookieHeader(settings: Settings, token: string, seconds: number): string {
  return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure(settings)}`
}

export function clearedSessionCookieHeader(settings: Settings): string {
  return sessionCookieHeader(settings, '', 0)
}

/** Remembers the language for a year. */
export function languageCookieHeader(settings: Settings, language: Language): string {
  return `${languageCookie}=${language}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${year}${secure(settings)}`
}

export function chosenLanguage(header: string | null): Language | null {
  const value = readCookie(header, languageCookie)
  return isLanguage(value) ? value : null
}

function secure(settings: Settings): string {
  return settings.baseUrl.startsWith('https://') ? '; Secure' : ''
}
