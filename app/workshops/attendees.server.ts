import { organisationTypeSchema, type OrganisationType } from '../artefacts/organisation-types'
import { projectRoles, type ProjectRole } from '../accounts/permissions'
import type { Services } from '../load-context'

/** Somebody who has been in a workshop while it ran, or waits for it to begin. */
export interface AttendeeRecord {
  /** `seat:ID` or `user:ID`. */
  key: string
  /** Empty when the seat or the account is gone. */
  name: string
  organisationId: string | null
  organisation: string
  organisationType: OrganisationType | null
  /** A guest's, in their own words; empty for others. */
  role: string
  /** A member's place in the project; null for guests. */
  memberAs: ProjectRole | null
  mayBeNamed: boolean
  firstSeenAt: Date
  handRaisedAt: Date | null
}

/** Who has been there, in the order in which they came. Who left before it began is not among them. */
export async function attendeesOf(services: Services, workshopId: string): Promise<AttendeeRecord[]> {
  const { database } = services
  const workshop = await database.workshop.findUnique({
    where: { id: workshopId },
    select: { projectId: true, run: { select: { startedAt: true } } },
  })
  if (!workshop) return []
  const { projectId, run } = workshop
  const rows = await database.attendee.findMany({
    where: { workshopId, ...(run ? { lastSeenAt: { gte: run.startedAt } } : {}) },
    orderBy: [{ firstSeenAt: 'asc' }, { participantKey: 'asc' }],
  })
  const people = await namesOf(services, { workshopId, projectId }, rows.map(({ participantKey }) => participantKey))
  return rows.map(({ participantKey, mayBeNamed, firstSeenAt, handRaisedAt }) => ({
    key: participantKey,
    ...(people.get(participantKey) ?? unknownPerson),
    mayBeNamed,
    firstSeenAt,
    handRaisedAt,
  }))
}

export type NamedPerson = Pick<
  AttendeeRecord,
  'name' | 'organisationId' | 'organisation' | 'organisationType' | 'role' | 'memberAs'
>

const unknownPerson: NamedPerson = {
  name: '',
  organisationId: null,
  organisation: '',
  organisationType: null,
  role: '',
  memberAs: null,
}

/** Who these participants of a workshop are, by key. Who is gone is left out. */
export async function namesOf(
  { database }: Services,
  { workshopId, projectId }: { workshopId: string; projectId: string },
  keys: readonly string[],
): Promise<Map<string, NamedPerson>> {
  const idsOf = (kind: string) => keys.flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []))
  const [seats, users] = await Promise.all([
    database.seat.findMany({ where: { workshopId, id: { in: idsOf('seat') } }, include: { organisation: true } }),
    database.user.findMany({
      where: { id: { in: idsOf('user') } },
      select: {
        id: true,
        name: true,
        memberships: { where: { projectId }, select: { role: true, organisation: true } },
      },
    }),
  ])
  const named = new Map<string, NamedPerson>()
  for (const { id, displayName, role, organisation, organisationName } of seats) {
    named.set(`seat:${id}`, {
      ...ofOrganisation(organisation, organisationName),
      name: displayName,
      role: role === displayName ? '' : role,
      memberAs: null,
    })
  }
  for (const { id, name, memberships } of users) {
    const [membership] = memberships
    const memberAs = projectRoles.find((role) => role === membership?.role) ?? null
    named.set(`user:${id}`, { ...ofOrganisation(membership?.organisation ?? null, ''), name, role: '', memberAs })
  }
  return named
}

function ofOrganisation(organisation: { id: string; name: string; type: string } | null, otherwise: string) {
  return {
    organisationId: organisation?.id ?? null,
    organisation: organisation?.name ?? otherwise,
    organisationType: organisationTypeSchema.safeParse(organisation?.type).data ?? null,
  }
}

/** Whoever stays is written down once a minute, not at each look at their rights. */
const notedAgainAfterMs = 60_000
const noted = new WeakMap<Services, Map<string, number>>()

/** Somebody is in the workshop. After it has been closed nobody comes to it any more: they look at what came of it. */
export async function noteAttendance(services: Services, workshopId: string, participantKey: string): Promise<void> {
  const known = noted.get(services) ?? new Map<string, number>()
  noted.set(services, known)
  const name = `${workshopId} ${participantKey}`
  const before = known.get(name)
  if (before !== undefined && services.elapsed() - before < notedAgainAfterMs) return
  known.set(name, services.elapsed())
  const run = await services.database.workshopRun.findUnique({ where: { workshopId }, select: { stage: true } })
  if (run?.stage !== 'closed') await writeAttendance(services, workshopId, participantKey)
}

/** Whoever is there when it begins was there while it ran, also without coming again. */
export async function noteEverybodyPresent(services: Services, workshopId: string): Promise<void> {
  noted.delete(services)
  for (const key of services.liveWorkshops.present({ workshopId })) await writeAttendance(services, workshopId, key)
}

async function writeAttendance({ database, now }: Services, workshopId: string, participantKey: string): Promise<void> {
  const at = new Date(now())
  await database.attendee.upsert({
    where: { workshopId_participantKey: { workshopId, participantKey } },
    create: { workshopId, participantKey, firstSeenAt: at, lastSeenAt: at },
    update: { lastSeenAt: at },
  })
}
