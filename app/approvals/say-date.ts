import type { Language } from '../i18n/languages'
import { sayDay, wallMoment } from '../workshops/wall-time'

/** "15.2.2027" of "2027-02-15". What is no day stays as it is. */
export function sayDate(day: string, language: Language): string {
  const moment = wallMoment(day, '12:00')
  return moment ? sayDay(moment, language) : day
}
