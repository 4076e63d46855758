import type { Participant } from '../accounts/permissions'
import { roleMayEdit } from '../accounts/permissions'
import type { Services } from '../load-context'

/** The organisation whose decisions somebody records: their own, where they have been given its mandate. */
export async function mandateOf({ database }: Services, participant: Participant, projectId: string): Promise<string | null> {
  if (participant.kind !== 'member') return null
  // Asked of the database and not of the session: a mandate that was taken back a moment ago is none.
  const membership = await database.membership.findUnique({
    where: { userId_projectId: { userId: participant.userId, projectId } },
  })
  return membership?.mandate && roleMayEdit(membership.role) ? membership.organisationId : null
}
