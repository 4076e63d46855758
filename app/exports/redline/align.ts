/** What became of one element of a row: it stayed or changed, is gone, or is new. */
export type Aligned<Value> =
  | { kind: 'both'; before: Value; after: Value }
  | { kind: 'gone'; before: Value }
  | { kind: 'new'; after: Value }

export interface Likeness<Value> {
  /** Equal for what is the same. */
  key(value: Value): string
  /** From 0, nothing in common, to 1. Undefined for what cannot have become the other. */
  of(before: Value, after: Value): number | undefined
}

// Below this it is easier to read as one gone and one new.
const leastAlike = 0.3

// Beyond this many pairs what is alike is looked for at the same place only.
const mostPairs = 40_000

/** Two rows side by side: the most that is alike, in its order. */
export function align<Value>(before: readonly Value[], after: readonly Value[], likeness: Likeness<Value>): Aligned<Value>[] {
  const [onlyBefore, onlyAfter] = [before[0], after[0]]
  if (before.length === 1 && after.length === 1 && onlyBefore !== undefined && onlyAfter !== undefined) {
    // What stands alone has become what stands alone: a cell or an item is never left without a paragraph.
    if (likeness.of(onlyBefore, onlyAfter) !== undefined) return [{ kind: 'both', before: onlyBefore, after: onlyAfter }]
  }
  let start = 0
  while (start < Math.min(before.length, after.length) && isSame(before[start], after[start], likeness)) start += 1
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && isSame(before.at(-1 - end), after.at(-1 - end), likeness)) end += 1
  const both = (one: readonly Value[], other: readonly Value[]): Aligned<Value>[] =>
    one.flatMap((value, index) => {
      const partner = other[index]
      return partner === undefined ? [] : [{ kind: 'both', before: value, after: partner }]
    })
  const middle = [before.slice(start, before.length - end), after.slice(start, after.length - end)] as const
  return [
    ...both(before.slice(0, start), after.slice(0, start)),
    ...(middle[0].length * middle[1].length <= mostPairs ? alignByLikeness(...middle, likeness) : alignInStep(...middle, likeness)),
    ...both(before.slice(before.length - end), after.slice(after.length - end)),
  ]
}

function isSame<Value>(one: Value | undefined, other: Value | undefined, { key }: Likeness<Value>): boolean {
  return one !== undefined && other !== undefined && key(one) === key(other)
}

function alike<Value>(before: Value, after: Value, likeness: Likeness<Value>): number {
  if (likeness.key(before) === likeness.key(after)) return 1.01
  const much = likeness.of(before, after) ?? 0
  return much >= leastAlike ? much : 0
}

/** The pairs, in order on both sides, whose likeness adds up to the most. */
function alignByLikeness<Value>(before: readonly Value[], after: readonly Value[], likeness: Likeness<Value>): Aligned<Value>[] {
  const scores = before.map((one) => after.map((other) => alike(one, other, likeness)))
  const score = (row: number, column: number) => scores[row]?.[column] ?? 0
  // best[i][j]: of what is left from the i-th before and the j-th after.
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1))
  const at = (row: number, column: number) => best[row]?.[column] ?? 0
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const paired = score(row, column) > 0 ? score(row, column) + at(row + 1, column + 1) : 0
      best[row]?.fill(Math.max(paired, at(row + 1, column), at(row, column + 1)), column, column + 1)
    }
  }
  const aligned: Aligned<Value>[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    const [one, other] = [before[row], after[column]]
    const here = at(row, column)
    if (one !== undefined && other !== undefined && score(row, column) > 0 && here === score(row, column) + at(row + 1, column + 1)) {
      aligned.push({ kind: 'both', before: one, after: other })
      row += 1
      column += 1
    } else if (one !== undefined && (other === undefined || here === at(row + 1, column))) {
      aligned.push({ kind: 'gone', before: one })
      row += 1
    } else if (other !== undefined) {
      aligned.push({ kind: 'new', after: other })
      column += 1
    }
  }
  return aligned
}

function alignInStep<Value>(before: readonly Value[], after: readonly Value[], likeness: Likeness<Value>): Aligned<Value>[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index): Aligned<Value>[] => {
    const [one, other] = [before[index], after[index]]
    if (one !== undefined && other !== undefined && alike(one, other, likeness) > 0) return [{ kind: 'both', before: one, after: other }]
    return [
      ...(one === undefined ? [] : [{ kind: 'gone', before: one } as const]),
      ...(other === undefined ? [] : [{ kind: 'new', after: other } as const]),
    ]
  }).flat()
}
