/** What was measured, in milliseconds. */
export interface Figures {
  count: number
  median: number
  p95: number
  p99: number
  most: number
}

export function figuresOf(milliseconds: readonly number[]): Figures {
  const sorted = [...milliseconds].sort((one, other) => one - other)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
  return { count: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99), most: sorted.at(-1) ?? NaN }
}

/** Lines of equal columns, to be read by people and pasted into a page. */
export function table(rows: readonly { what: string; figures: Figures }[]): string {
  const cell = (milliseconds: number) => milliseconds.toFixed(1).padStart(9)
  const widest = Math.max(...rows.map(({ what }) => what.length))
  const head = `${'ms'.padEnd(widest)} ${['median', 'p95', 'p99', 'most', 'count'].map((word) => word.padStart(9)).join('')}`
  const lines = rows.map(
    ({ what, figures: { median, p95, p99, most, count } }) =>
      `${what.padEnd(widest)} ${[median, p95, p99, most].map(cell).join('')}${String(count).padStart(9)}`,
  )
  return [head, ...lines].join('\n')
}
