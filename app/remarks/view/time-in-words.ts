import type { Language } from '../../i18n/languages'
import { sayMoment } from '../../workshops/wall-time'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** "juuri nyt", "5 minuuttia sitten"; from the third day on as a date with its time. Both times in milliseconds. */
export function timeInWords(at: number, now: number, language: Language): string {
  // Clocks differ: what comes from a moment ahead was said now.
  const past = Math.max(0, now - at)
  const say = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (past < minute) return say.format(0, 'second')
  if (past < hour) return say.format(-Math.floor(past / minute), 'minute')
  if (past < day) return say.format(-Math.floor(past / hour), 'hour')
  if (past < 3 * day) return say.format(-Math.floor(past / day), 'day')
  return sayMoment(new Date(at), language)
}
