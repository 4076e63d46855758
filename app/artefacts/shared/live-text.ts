/** One replacement that turns a text into another: at `at`, `removed` characters go and `inserted` come. */
interface Splice {
  at: number
  removed: number
  inserted: string
}

/** The smallest single replacement that turns `before` into `after`. */
export function spliceBetween(before: string, after: string): Splice {
  const shortest = Math.min(before.length, after.length)
  let at = 0
  while (at < shortest && before[at] === after[at]) at += 1
  let tail = 0
  while (tail < shortest - at && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  return { at, removed: before.length - at - tail, inserted: after.slice(at, after.length - tail) }
}

/**
 * What a text becomes when one person turned `base` into `mine` while it became `theirs` under their hands,
 * as happens while a letter is being composed from several keys.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (base === theirs) return mine
  const own = spliceBetween(base, mine)
  const start = shiftCaret(base, theirs, own.at)
  const end = Math.max(start, shiftCaret(base, theirs, own.at + own.removed))
  return theirs.slice(0, start) + own.inserted + theirs.slice(end)
}

/** Where a caret that stood in `before` stands in `after`, so that it stays among the same words. */
export function shiftCaret(before: string, after: string, caret: number): number {
  const { at, removed, inserted } = spliceBetween(before, after)
  if (caret <= at) return caret
  if (caret >= at + removed) return caret - removed + inserted.length
  return at + inserted.length
}
