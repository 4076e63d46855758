/** How a report is set, the same to be read and to be written, so that nothing moves when one follows the other. */
export const looks = {
  heading: (depth: 1 | 2) => (depth === 1 ? 'text-2xl leading-tight font-bold' : 'text-xl leading-snug font-semibold'),
  number: 'shrink-0 font-semibold text-accent tabular-nums',
  text: 'text-[1.0625rem] leading-[1.6]',
} as const
