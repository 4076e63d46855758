import type { Outcome } from './proof'

export interface Tried {
  name: string
  promise: string
  outcome: Outcome
  milliseconds: number
}

/** What was found, for people: a line a promise with its counts below, and what does not hold in full. */
export function report(tried: readonly Tried[]): string {
  const widest = Math.max(...tried.map(({ name }) => name.length))
  const lines = tried.flatMap(({ name, promise, outcome, milliseconds }) => {
    const holds = outcome.broken.length === 0
    const indent = ' '.repeat(widest + 4)
    return [
      `${holds ? '✓' : '✗'} ${name.padEnd(widest)}  ${promise} (${(milliseconds / 1000).toFixed(1)} s)`,
      ...Object.entries(outcome.counts).map(([what, figure]) => `${indent}${String(figure).padStart(9)}  ${what}`),
      ...outcome.broken.map((sentence) => `${indent}✗ ${sentence}`),
    ]
  })
  const held = tried.filter(({ outcome }) => outcome.broken.length === 0).length
  return [...lines, '', `${held} of ${tried.length} ${tried.length === 1 ? 'promise holds' : 'promises hold'}`].join('\n')
}
