import type { PrivateNote, Services } from '../../load-context'

/** A private note that is shown, and whose it is. */
export interface ChosenNote {
  /** A participant's key. */
  owner: string
  note: PrivateNote
}

const mostAtOnce = 8

/**
 * Marks in their drafts what was shown, or takes it out. A draft that refuses it keeps nobody else's waiting: what stays
 * in it is on the board under the id that it would get again.
 */
export async function settleDrafts(
  { liveWorkshops, log }: Services,
  stepId: string,
  chosen: readonly ChosenNote[],
  how: 'mark' | 'remove',
): Promise<void> {
  const byOwner = new Map<string, PrivateNote[]>()
  for (const { owner, note } of chosen) byOwner.set(owner, [...(byOwner.get(owner) ?? []), note])
  // One list that all of them take from.
  const waiting = byOwner.entries()
  const settleInTurn = async () => {
    for (const [owner, notes] of waiting) {
      await liveWorkshops
        .settleDraft(stepId, owner, notes, how)
        .catch((cause: unknown) => log.error('workshop.draft-unsettled', cause, { step: stepId }))
    }
  }
  await Promise.all(Array.from({ length: mostAtOnce }, settleInTurn))
}
