import type { Services } from '../../load-context'
import { noteAttendance } from '../attendees.server'

/** Raises a participant's hand, or takes it down. A hand that is up already keeps its place in the order. */
export async function setHand(services: Services, workshopId: string, participantKey: string, raised: boolean): Promise<void> {
  const { database } = services
  await noteAttendance(services, workshopId, participantKey)
  await database.attendee.updateMany({
    where: { workshopId, participantKey, handRaisedAt: raised ? null : { not: null } },
    data: { handRaisedAt: raised ? new Date(services.now()) : null },
  })
}

export async function isHandRaised({ database }: Services, workshopId: string, participantKey: string): Promise<boolean> {
  const attendee = await database.attendee.findUnique({
    where: { workshopId_participantKey: { workshopId, participantKey } },
    select: { handRaisedAt: true },
  })
  return attendee?.handRaisedAt != null
}

/** Takes one hand down, or all of them. */
export async function lowerHands({ database }: Services, workshopId: string, participantKey: string | null): Promise<void> {
  await database.attendee.updateMany({
    where: { workshopId, handRaisedAt: { not: null }, ...(participantKey === null ? {} : { participantKey }) },
    data: { handRaisedAt: null },
  })
}
