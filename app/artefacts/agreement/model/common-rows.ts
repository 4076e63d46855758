/** Indices of what two rows have in common: in the first, in the second. Both grow. */
export type Pair = readonly [number, number]

/** Above this many comparisons only what the rows share at their ends is found: 4 million take about 20 ms. */
const mostComparisons = 4_000_000

/** The longest common subsequence of two rows of keys. */
export function commonPairs(before: readonly string[], after: readonly string[]): Pair[] {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const middle = longestMiddle(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  )
  return [
    ...Array.from({ length: start }, (_, index): Pair => [index, index]),
    ...middle.map(([one, other]): Pair => [one + start, other + start]),
    ...Array.from({ length: end }, (_, index): Pair => [
      before.length - end + index,
      after.length - end + index,
    ]),
  ]
}

function longestMiddle(before: readonly string[], after: readonly string[]): Pair[] {
  if (before.length * after.length > mostComparisons) return []
  const width = after.length + 1
  // lengths[row * width + column]: the most that before.slice(row) and after.slice(column) have in common.
  const lengths = new Uint32Array((before.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: Pair[] = []
  let row = 0
  let column = 0
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) {
      pairs.push([row, column])
      row += 1
      column += 1
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return pairs
}
