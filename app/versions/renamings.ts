/** What follows from things being called otherwise: their names stand in others' names and places. */
export interface Renamings {
  /** But for numbers, which shift when something is put in before. */
  sameWords(before: string, after: string): boolean
  /** The place is the same, though it may have been renamed or renumbered. */
  samePlace(before: string, after: string): boolean
  /** The name differs only by others' new names and numbers in it. */
  explains(before: string, after: string): boolean
}

const placeSeparator = ' › '

/** "3.2 Kustannukset" is called "Kustannukset". */
export const withoutNumber = (name: string): string => name.replace(/^\d+(\.\d+)*\.?\s+/, '')

export function renamings(pairs: readonly { before: { name: string }; after: { name: string } }[]): Renamings {
  const renamed = new Map<string, Set<string>>()
  for (const { before, after } of pairs) {
    const from = withoutNumber(before.name)
    const to = withoutNumber(after.name)
    if (from !== to) renamed.set(from, (renamed.get(from) ?? new Set()).add(to))
  }
  const sameWords = (before: string, after: string) => withoutNumber(before) === withoutNumber(after)
  return {
    sameWords,
    samePlace(before, after) {
      const from = before.split(placeSeparator).map(withoutNumber)
      const to = after.split(placeSeparator).map(withoutNumber)
      return (
        from.length === to.length &&
        from.every((name, level) => name === to[level] || renamed.get(name)?.has(to[level] ?? '') === true)
      )
    },
    explains(before, after) {
      if (sameWords(before, after)) return true
      // Its own entry does not explain it.
      const others = [...renamed].filter(([from]) => from !== withoutNumber(before) && from !== '' && before.includes(from))
      return others.some(([from, tos]) =>
        [...tos].some((to) => sameWords(replaced(before, from, to, others), after)),
      )
    },
  }
}

/** `name` with `from` replaced, and then each other name that has one new name only. */
function replaced(name: string, from: string, to: string, others: readonly (readonly [string, Set<string>])[]): string {
  let result = name.replaceAll(from, to)
  for (const [other, tos] of others) {
    const [only] = tos
    if (other !== from && tos.size === 1 && only !== undefined) result = result.replaceAll(other, only)
  }
  return result
}
