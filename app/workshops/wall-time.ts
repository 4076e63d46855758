import type { Language } from '../i18n/languages'

/** All times are said as clocks on the wall in Finland show them, wherever server and reader are. */
const timeZone = 'Europe/Helsinki'

const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }

/** "18.11.2026" */
export function sayDay(time: Date, language: Language): string {
  return say(time, language, { day: 'numeric', month: 'numeric', year: 'numeric' })
}

/** "ke 18.11.2026" */
export function sayWeekday(time: Date, language: Language): string {
  return say(time, language, { weekday: 'short', day: 'numeric', month: 'numeric', year: 'numeric' })
}

/** "18. marraskuuta 2026", with the time of day where `time` asks for it: "18. marraskuuta 2026 klo 9.00". */
export function sayLongDay(at: Date, language: Language, time = false): string {
  return say(at, language, { dateStyle: 'long', ...(time ? { timeStyle: 'short' } : {}) })
}

/** "9.00" */
export function sayClock(time: Date, language: Language): string {
  return say(time, language, { hour: 'numeric', minute: '2-digit' })
}

/** "ke 18.11.2026 klo 9.00–15.00", by a message with `day`, `start` and `end`. */
export function sayPeriod(
  start: Date,
  end: Date | null,
  language: Language,
): { day: string; start: string; end: string } {
  const endWords = end
    ? wallDate(end) === wallDate(start)
      ? sayClock(end, language)
      : sayMoment(end, language)
    : ''
  return { day: sayWeekday(start, language), start: sayClock(start, language), end: endWords }
}

/** "18.11.2026 9.00" */
export function sayMoment(time: Date, language: Language): string {
  return `${sayDay(time, language)} ${sayClock(time, language)}`
}

function say(time: Date, language: Language, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], { ...parts, timeZone }).format(time)
}

/** "2026-11-18", as a date field holds it. */
export function wallDate(time: Date): string {
  const { year, month, day } = wallParts(time)
  return `${year}-${month}-${day}`
}

/** "09:00", as a time field holds it. */
export function wallClock(time: Date): string {
  const { hour, minute } = wallParts(time)
  return `${hour}:${minute}`
}

/**
 * The moment when a wall clock in Finland shows this date and time; null for what is no date or time. In the
 * hour that comes twice in autumn the first one is meant; in the hour that is left out in spring, the next.
 */
export function wallMoment(date: string, clock: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(clock)) return null
  const asIfUtc = Date.parse(`${date}T${clock}:00Z`)
  if (Number.isNaN(asIfUtc) || new Date(asIfUtc).toISOString().slice(0, 10) !== date) return null
  // Finland is two or three hours ahead: three hours earlier the offset before a change still holds.
  return new Date(asIfUtc - offsetAt(asIfUtc - 3 * hourInMs))
}

const hourInMs = 60 * 60 * 1000

/** How far ahead of UTC the wall clock is, in milliseconds. */
function offsetAt(moment: number): number {
  const { year, month, day, hour, minute } = wallParts(new Date(moment))
  const minuteStart = Math.floor(moment / 60_000) * 60_000
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) - minuteStart
}

function wallParts(time: Date): Record<'year' | 'month' | 'day' | 'hour' | 'minute', string> {
  const parts = { year: '', month: '', day: '', hour: '', minute: '' }
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  for (const { type, value } of format.formatToParts(time)) {
    if (type in parts) parts[type as keyof typeof parts] = value
  }
  return parts
}
