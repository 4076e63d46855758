import * as Y from 'yjs'

/**
 * What somebody wrote, no longer than `longest`; but what is longer already is not cut by a small change to
 * it. Never ends in half a character.
 */
export function written(next: string, longest: number, before?: unknown): string {
  const length = before instanceof Y.Text ? before.length : typeof before === 'string' ? before.length : 0
  const limit = Math.max(longest, length)
  if (next.length <= limit) return next
  return next.slice(0, limit).replace(/[\ud800-\udbff]$/, '')
}
