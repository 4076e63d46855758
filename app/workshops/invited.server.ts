import { recordAudit } from '../accounts/audit.server'
import type { AuditReference } from '../accounts/audit'
import { organisationTypeSchema, type OrganisationType } from '../artefacts/organisation-types'
import type { Services } from '../load-context'
import { attendeesOf } from './attendees.server'
import type { WorkshopRecord } from './workshop.server'

export interface InvitedOrganisation {
  id: string
  name: string
  type: OrganisationType
  /** Somebody has sat for it: a guest, or a member who was there while the workshop ran. */
  came: boolean
}

/** Who was invited to a workshop, in the project's order. */
export async function invitedOrganisations(services: Services, workshopId: string): Promise<InvitedOrganisation[]> {
  const { database } = services
  const [rows, came] = await Promise.all([
    database.organisation.findMany({
      where: { invited: { some: { workshopId } } },
      orderBy: [{ lead: 'desc' }, { order: 'asc' }, { name: 'asc' }],
      select: { id: true, name: true, type: true },
    }),
    organisationsThatCame(services, workshopId),
  ])
  return rows.map(({ id, name, type }) => ({
    id,
    name,
    type: organisationTypeSchema.catch('municipality').parse(type),
    came: came.has(id),
  }))
}

/** Sets who is invited. Those that are not of the project are left out. */
export async function setInvited(
  services: Services,
  workshop: Pick<WorkshopRecord, 'id' | 'projectId'>,
  organisationIds: readonly string[],
  by: AuditReference,
): Promise<void> {
  const { database } = services
  const { id: workshopId, projectId } = workshop
  const known = await database.organisation.findMany({
    where: { projectId, id: { in: [...organisationIds] } },
    select: { id: true },
  })
  await database.$transaction([
    database.invitedOrganisation.deleteMany({ where: { workshopId } }),
    database.invitedOrganisation.createMany({ data: known.map(({ id }) => ({ workshopId, organisationId: id })) }),
  ])
  await recordAudit(services, {
    action: 'workshop.invited',
    projectId,
    actor: by,
    subject: `workshop:${workshopId}`,
    detail: { count: known.length },
  })
}

async function organisationsThatCame(services: Services, workshopId: string): Promise<Set<string>> {
  const [seats, attendees] = await Promise.all([
    services.database.seat.findMany({ where: { workshopId, revokedAt: null }, select: { organisationId: true } }),
    attendeesOf(services, workshopId),
  ])
  return new Set([...seats, ...attendees].flatMap(({ organisationId }) => organisationId ?? []))
}
