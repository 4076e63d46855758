import type { Services } from '../load-context'
import { attendeesOf, namesOf, type AttendeeRecord } from './attendees.server'

/** Somebody who took part, as far as a report and the figures need to know. */
export type ParticipantRecord = Pick<
  AttendeeRecord,
  'key' | 'name' | 'organisationId' | 'organisation' | 'organisationType' | 'role' | 'memberAs' | 'mayBeNamed'
>

/**
 * Who took part in a workshop: everybody seen in it while it ran, and guests who took their seat meanwhile and kept it,
 * should their browser never have come further. Of one that was held without its agenda, everybody with a seat.
 */
export async function participantsOf(services: Services, workshopId: string): Promise<ParticipantRecord[]> {
  const { database } = services
  const workshop = await database.workshop.findUnique({
    where: { id: workshopId },
    select: { projectId: true, run: { select: { startedAt: true, closedAt: true } } },
  })
  if (!workshop) return []
  const { projectId, run } = workshop
  const during = run ? { gte: run.startedAt, ...(run.closedAt ? { lte: run.closedAt } : {}) } : {}
  const [attendees, seats] = await Promise.all([
    attendeesOf(services, workshopId),
    database.seat.findMany({
      where: { workshopId, revokedAt: null, joinedAt: during },
      orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
    }),
  ])
  const seen = new Set(attendees.map(({ key }) => key))
  const unseen = seats.map(({ id }) => `seat:${id}`).filter((key) => !seen.has(key))
  const named = await namesOf(services, { workshopId, projectId }, unseen)
  const others = unseen.flatMap((key) => {
    const person = named.get(key)
    return person ? [{ key, ...person, mayBeNamed: false }] : []
  })
  return [...attendees, ...others]
}
