import { z } from 'zod'
import { jsonText } from '../../lib/json-text'
import type { Dots } from './ballot'
import type { CountedBallot } from './tally'

const marksSchema = jsonText(z.record(z.string(), z.object({ dots: z.number(), words: z.string() })))

/** Words kept beside a mark: enough to know the thing by. */
const longestWords = 300

/** What a ballot's row holds. Odd data counts as no dots. */
export function readMarks(stored: string): CountedBallot['marks'] {
  return marksSchema.safeParse(stored).data ?? {}
}

export function dotsOf(marks: CountedBallot['marks']): Dots {
  return Object.fromEntries(Object.entries(marks).map(([target, { dots }]) => [target, dots]))
}

/** Dots with the words that they were given for. */
export function writeMarks(dots: Dots, targets: readonly { id: string; name: string }[]): string {
  const names = new Map(targets.map(({ id, name }) => [id, name]))
  const marks = Object.entries(dots).map(([target, count]) => {
    const words = [...(names.get(target) ?? '')].slice(0, longestWords).join('')
    return [target, { dots: count, words }]
  })
  return JSON.stringify(Object.fromEntries(marks))
}
