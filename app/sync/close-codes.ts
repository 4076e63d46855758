import type { EndReason } from './session'

/** What to do after the socket was closed: try again within a span of ms, from which chance picks; or stay out. */
export type AfterClose = { retry: true; earliest: number; latest: number } | { retry: false; reason: EndReason }

const forbidden: Record<string, EndReason> = {
  removed: 'removed',
  'workshop-closed': 'workshop-closed',
}

const final: Record<number, EndReason> = {
  // A frame beyond the limit: the same frame would be sent again.
  1009: 'refused',
  4400: 'refused',
  4401: 'signed-out',
  4404: 'gone',
  4409: 'other-history',
  4413: 'refused',
  4426: 'reload-needed',
  4429: 'too-many',
}

/** `attempt` counts the failures in a row, from 1. Codes and reasons are those of server/sync/SPEC.md, P14. */
export function afterClose(code: number, reason: string, attempt: number): AfterClose {
  // Edits that crossed the news that one may only read: back in as a reader.
  if (code === 4403 && reason === 'read-only') return backOff(attempt)
  if (code === 4403) return { retry: false, reason: forbidden[reason] ?? 'no-right' }
  const end = final[code]
  if (end) return { retry: false, reason: end }
  if (code >= 4400 && code < 4500) return { retry: false, reason: 'refused' }
  // The server restarts: a hundred browsers must not come back in the same instant.
  if (code === 1012) return { retry: true, earliest: 300, latest: 6_000 }
  if (code === 4513 || code === 4529) return { retry: true, earliest: 1_000, latest: 6_000 }
  return backOff(attempt)
}

function backOff(attempt: number): AfterClose {
  return { retry: true, earliest: 200, latest: Math.min(400 * 2 ** attempt, 10_000) }
}
