const keys = [
  'minus-2',
  'minus-1-half',
  'minus-1',
  'minus-half',
  'zero',
  'plus-half',
  'plus-1',
  'plus-1-half',
  'plus-2',
] as const

/** The messages' key of a judgement: `feeling.step.plus-1.number` reads "+1", `.word` "hyvä". */
export function feelingKey(value: number): string {
  return `feeling.step.${keys[Math.round(value * 2) + 4] ?? 'zero'}`
}
