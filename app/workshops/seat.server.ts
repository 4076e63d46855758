import type { AuditReference } from '../accounts/audit'
import { recordAudit } from '../accounts/audit.server'
import { limitersOf } from '../accounts/limiters.server'
import { callerKey } from '../accounts/rate-limit'
import { startSession } from '../accounts/session.server'
import { organisationTypeSchema, type OrganisationType } from '../artefacts/organisation-types'
import { newId } from '../lib/id'
import type { Services } from '../load-context'
import { readCode } from './code'

export interface OpenDoor {
  workshopId: string
  projectId: string
  code: string
  title: string
}

export type DoorOutcome =
  | ({ outcome: 'open' } & OpenDoor)
  /** There is such a workshop, and its door is closed: nothing of it is told but when it begins. */
  | { outcome: 'closed'; startsAt: Date }
  | { outcome: 'unknown' }
  /** Too many wrong codes lately. */
  | { outcome: 'wait'; seconds: number }

/**
 * Finds the door that a code opens. Codes that open nothing count against the caller; past the limit not even
 * a right one is looked at, or guessing could go on.
 */
export async function findDoor(services: Services, typedCode: string, address: string): Promise<DoorOutcome> {
  const { wrongCode, triedCode } = limitersOf(services)
  const caller = callerKey(address)
  if (!wrongCode.allows(caller)) return { outcome: 'wait', seconds: wrongCode.secondsToWait(caller) }
  if (!triedCode.take(caller)) return { outcome: 'wait', seconds: triedCode.secondsToWait(caller) }
  const code = readCode(typedCode)
  const found = code ? await services.database.workshop.findUnique({ where: { code } }) : null
  if (code && found?.doorOpen) {
    return { outcome: 'open', workshopId: found.id, projectId: found.projectId, code, title: found.title }
  }
  wrongCode.take(caller)
  return found ? { outcome: 'closed', startsAt: found.startsAt } : { outcome: 'unknown' }
}

export interface SeatRequest {
  displayName: string
  /** Of the project's organisations; anything else counts as none. */
  organisationId: string | null
  /** Where the organisation is not on the list. */
  organisationName: string
  role: string
}

/** Far more than any hall holds: past it somebody fills the workshop by machine. */
const mostSeats = 1000

/**
 * Takes a seat and begins its session in this browser, in place of the one it had. Answers the Set-Cookie
 * header and where to go (`workplace`). Null when too many seats have been
 * taken, in all or just now.
 */
export async function takeSeat(
  services: Services,
  door: OpenDoor,
  request: SeatRequest,
  previousSession: string | null,
): Promise<{ setCookie: string; goTo: string } | null> {
  if (!limitersOf(services).newSeat.take(door.workshopId)) return null
  const { database } = services
  if ((await database.seat.count({ where: { workshopId: door.workshopId } })) >= mostSeats) return null
  const id = newId()
  const organisation = request.organisationId
    ? await database.organisation.findFirst({
        where: { id: request.organisationId, projectId: door.projectId },
      })
    : null
  await database.seat.create({
    data: {
      id,
      workshopId: door.workshopId,
      displayName: request.displayName,
      organisationId: organisation?.id ?? null,
      organisationName: organisation ? '' : request.organisationName,
      role: request.role,
      joinedAt: new Date(services.now()),
    },
  })
  const setCookie = await startSession(services, { seatId: id }, previousSession)
  await recordAudit(services, {
    action: 'seat.taken',
    projectId: door.projectId,
    actor: `seat:${id}`,
    subject: `workshop:${door.workshopId}`,
  })
  return { setCookie, goTo: await workplace(services, door.workshopId) }
}

/**
 * Where a guest's work is: the participant's page where there is an agenda, running or not; else the artefact where
 * there is exactly one, or the workshop's own page.
 */
export async function workplace(services: Services, workshopId: string): Promise<string> {
  if (await hasAgenda(services, workshopId)) return `/workshops/${workshopId}/live`
  const artefacts = await services.database.workshopArtefact.findMany({
    where: { workshopId, artefact: { deletedAt: null } },
    take: 2,
  })
  const only = artefacts.length === 1 ? artefacts[0] : undefined
  return only ? `/artefacts/${only.artefactId}` : `/workshops/${workshopId}`
}

/** Whether the workshop goes step by step, or has gone. */
export async function hasAgenda({ database }: Services, workshopId: string): Promise<boolean> {
  const [steps, runs] = await Promise.all([
    database.workshopStep.count({ where: { workshopId } }),
    database.workshopRun.count({ where: { workshopId } }),
  ])
  return steps + runs > 0
}

/** A seat as the facilitator sees it. */
export interface SeatRow {
  id: string
  displayName: string
  role: string
  organisation: string
  organisationType: OrganisationType | null
  joinedAt: Date
  revoked: boolean
}

export async function seatsOf(services: Services, workshopId: string): Promise<SeatRow[]> {
  const rows = await services.database.seat.findMany({
    where: { workshopId },
    orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
    include: { organisation: true },
  })
  return rows.map((row) => ({
    id: row.id,
    displayName: row.displayName,
    role: row.role,
    organisation: row.organisation?.name ?? row.organisationName,
    organisationType: organisationTypeSchema.safeParse(row.organisation?.type).data ?? null,
    joinedAt: row.joinedAt,
    revoked: row.revokedAt !== null,
  }))
}

/** Takes a seat away, its open artefacts at once; or gives it back. A seat of another workshop is left alone. */
export async function setSeatRevoked(
  services: Services,
  seat: { id: string; workshopId: string; projectId: string },
  revoked: boolean,
  by: AuditReference,
): Promise<void> {
  const { count } = await services.database.seat.updateMany({
    where: { id: seat.id, workshopId: seat.workshopId, revokedAt: revoked ? null : { not: null } },
    data: { revokedAt: revoked ? new Date(services.now()) : null },
  })
  if (count === 0) return
  await services.live.rightsChanged({ seatId: seat.id })
  await recordAudit(services, {
    action: revoked ? 'seat.revoked' : 'seat.readmitted',
    projectId: seat.projectId,
    actor: by,
    subject: `seat:${seat.id}`,
    detail: { workshop: seat.workshopId },
  })
}

/** What somebody wrote when taking the seat that this browser has: offered again, not asked again. */
export async function seatDetails(services: Services, seatId: string) {
  const seat = await services.database.seat.findUnique({ where: { id: seatId } })
  if (!seat) return null
  const { displayName, organisationId, organisationName, role } = seat
  return { displayName, organisationId, organisationName, role }
}
