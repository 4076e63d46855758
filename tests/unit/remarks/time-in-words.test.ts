import { expect, test } from 'vitest'
import { timeInWords } from '../../../app/remarks/view/time-in-words'

const now = Date.parse('2026-11-22T12:00:00Z')
const minute = 60_000

test('when something was said is told in words, and from the third day on by its date', () => {
  const ago = (minutes: number) => timeInWords(now - minutes * minute, now, 'fi')
  expect(ago(0)).toBe('nyt')
  // Clocks differ: what comes from a moment ahead was said now.
  expect(ago(-2)).toBe('nyt')
  expect(ago(5)).toBe('5 minuuttia sitten')
  expect(ago(3 * 60)).toBe('3 tuntia sitten')
  expect(ago(25 * 60)).toBe('eilen')
  expect(ago(5 * 24 * 60)).toBe('17.11.2026 14.00')
  expect(timeInWords(now - 5 * minute, now, 'sv')).toBe('för 5 minuter sedan')
})
