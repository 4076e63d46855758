import type { PrivateNote, Services } from '../../load-context'

/** A private note that is shown, and whose it is. */
export interface ChosenNote {
  /** A participant's key. */
  owner: string
  note: PrivateNote
}

/** Marks in their drafts what was shown, or takes it out. */
export async function settleDrafts(
  { liveWorkshops }: Services,
  stepId: string,
  chosen: readonly ChosenNote[],
  how: 'mark' | 'remove',
): Promise<void> {
  const byOwner = new Map<string, PrivateNote[]>()
  for (const { owner, note } of chosen) byOwner.set(owner, [...(byOwner.get(owner) ?? []), note])
  for (const [owner, notes] of byOwner) await liveWorkshops.settleDraft(stepId, owner, notes, how)
}
