import type { EndReason, RoomRight, SessionState, Trouble, Unsent } from './session'

/** All that the state line follows from. */
export interface Standing {
  end: EndReason | undefined
  /** The document is here, not only what the page was sent with. */
  live: boolean
  /** A connection was lost, or could not be made, since the page was opened. */
  failed: boolean
  /** The socket is open and the server has sent all that it has. */
  connected: boolean
  /** It was so by another way a moment ago, and is about to be again. */
  changingWay: boolean
  /** Changes, or suggestions. */
  mayWrite: boolean
  /** Every edit made here has its receipt. */
  allOnDisk: boolean
  /** On this connection the server has confirmed that it lacks nothing of what this device has. */
  met: boolean
  /** That was so before, on an earlier connection perhaps. */
  metBefore: boolean
  trouble: Trouble | undefined
}

/** What may be said of one's work. "Saved" only where every edit is known to be on the server's disk. */
export function sessionState(standing: Standing): SessionState {
  const { end, live, mayWrite, allOnDisk, changingWay } = standing
  if (end) return { kind: 'closed', reason: end }
  if (!live && !standing.failed) return { kind: 'opening' }
  if (!live || !(standing.connected || changingWay)) return { kind: 'offline' }
  // Who may only read is never asked what the server lacks.
  const met = standing.met || (changingWay && standing.metBefore)
  if (allOnDisk && (met || !mayWrite)) return { kind: 'saved' }
  if (!allOnDisk) return standing.trouble ? { kind: 'unsaved' } : { kind: 'saving' }
  return standing.metBefore ? { kind: 'offline' } : { kind: 'opening' }
}

/** Whether somebody with this right writes in the room at all: changes, or suggestions. */
export function writes(right: RoomRight, { suggests = false }: { suggests?: boolean }): boolean {
  return right === 'edit' || (suggests && right === 'comment')
}

/** Whether somebody's edits would be lost with the page, as far as is known at this moment. */
export function goesWithThePage(unsent: Unsent): boolean {
  return unsent === 'in-page' || unsent === 'being-kept'
}
