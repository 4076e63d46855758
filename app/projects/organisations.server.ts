import { organisationTypeSchema, type OrganisationType } from '../artefacts/organisation-types'
import type { ProjectOrganisation } from '../artefacts/view-props'
import { isTaken } from '../accounts/account.server'
import { recordAudit } from '../accounts/audit.server'
import type { AuditReference } from '../accounts/audit'
import { FieldRefused } from '../accounts/form-problem'
import { newId } from '../lib/id'
import type { Services } from '../load-context'

/** An organisation as the project's own page lists it, with what holds it there. */
export interface OrganisationRow extends ProjectOrganisation {
  lead: boolean
  members: number
  openInvitations: number
  seats: number
  /** Circulations that it was asked in, and decisions of it that are recorded. */
  decisions: number
  /** Positions that it has stated, also those that later ones have replaced. */
  positions: number
}

export interface NewOrganisation {
  name: string
  type: OrganisationType
  lead?: boolean
}

const inOrder = [{ lead: 'desc' as const }, { order: 'asc' as const }, { name: 'asc' as const }]

/** The project's organisations as views offer them, the leading one first. */
export async function organisationsOf(services: Services, projectId: string): Promise<ProjectOrganisation[]> {
  const rows = await services.database.organisation.findMany({ where: { projectId }, orderBy: inOrder })
  return rows.map(({ id, name, type }) => ({ id, name, type: asType(type) }))
}

/** Their names alone, as a title page has them. */
export async function organisationNames(services: Services, projectId: string): Promise<string[]> {
  return (await organisationsOf(services, projectId)).map(({ name }) => name)
}

/** The same with what stands in the way of removing each. */
export async function organisationRows(services: Services, projectId: string): Promise<OrganisationRow[]> {
  const now = new Date(services.now())
  const rows = await services.database.organisation.findMany({
    where: { projectId },
    orderBy: inOrder,
    include: {
      _count: {
        select: {
          memberships: true,
          seats: true,
          parties: true,
          approvals: true,
          positions: true,
          invitations: { where: { usedAt: null, revokedAt: null, expiresAt: { gt: now } } },
        },
      },
    },
  })
  return rows.map(({ id, name, type, lead, _count }) => ({
    id,
    name,
    type: asType(type),
    lead,
    members: _count.memberships,
    openInvitations: _count.invitations,
    seats: _count.seats,
    decisions: _count.parties + _count.approvals,
    positions: _count.positions,
  }))
}

/**
 * Adds those that the project does not have yet, by name without regard to letter case. Answers how many
 * were new.
 */
export async function addOrganisations(
  services: Services,
  projectId: string,
  organisations: readonly NewOrganisation[],
  by: AuditReference,
): Promise<number> {
  const present = await services.database.organisation.findMany({ where: { projectId } })
  const names = new Set(present.map(({ name }) => sameName(name)))
  let order = Math.max(-1, ...present.map((organisation) => organisation.order))
  const rows: { id: string; projectId: string; name: string; type: string; lead: boolean; order: number }[] =
    []
  for (const { name, type, lead = false } of organisations) {
    if (names.has(sameName(name))) continue
    names.add(sameName(name))
    rows.push({ id: newId(), projectId, name, type, lead, order: ++order })
  }
  if (rows.length === 0) return 0
  await services.database.organisation.createMany({ data: rows })
  await recordAudit(services, {
    action: 'organisation.added',
    projectId,
    actor: by,
    subject: `project:${projectId}`,
    detail: { count: rows.length, name: rows[0]?.name ?? '' },
  })
  return rows.length
}

/**
 * Renames, re-types, or makes an organisation the leading one (there is one at most).
 * @throws FieldRefused when another has the name.
 */
export async function changeOrganisation(
  services: Services,
  projectId: string,
  change: { id: string; name: string; type: OrganisationType; lead: boolean },
  by: AuditReference,
): Promise<void> {
  const { id, name, type, lead } = change
  const others = await services.database.organisation.findMany({ where: { projectId, id: { not: id } } })
  if (others.some((other) => sameName(other.name) === sameName(name)))
    throw new FieldRefused('name', 'nameTaken')
  try {
    const { count } = await services.database.organisation.updateMany({
      where: { id, projectId },
      data: { name, type, lead },
    })
    // Removed meanwhile by somebody else.
    if (count === 0) return
  } catch (error) {
    if (isTaken(error)) throw new FieldRefused('name', 'nameTaken')
    throw error
  }
  if (lead) {
    await services.database.organisation.updateMany({
      where: { projectId, id: { not: id } },
      data: { lead: false },
    })
  }
  await recordAudit(services, {
    action: 'organisation.changed',
    projectId,
    actor: by,
    subject: `organisation:${id}`,
  })
  await services.live.rightsChanged({ projectId })
}

/**
 * Why an organisation stays: somebody speaks for it, is invited to, or sat for it in a workshop, it was to decide, or it
 * has said where it stands.
 */
export type OrganisationInUse = Pick<OrganisationRow, 'name' | 'members' | 'openInvitations' | 'seats' | 'decisions' | 'positions'>

/** Removes an organisation that nothing refers to. Otherwise answers what does, and nothing is changed. */
export async function removeOrganisation(
  services: Services,
  projectId: string,
  organisationId: string,
  by: AuditReference,
): Promise<OrganisationInUse | null> {
  const row = (await organisationRows(services, projectId)).find(({ id }) => id === organisationId)
  if (!row) return null
  if (row.members + row.openInvitations + row.seats + row.decisions + row.positions > 0) return row
  // Asked again by the database, in the one statement that removes: somebody may have joined meanwhile.
  const { count } = await services.database.organisation.deleteMany({
    where: {
      id: organisationId,
      projectId,
      ...{ memberships: { none: {} }, seats: { none: {} }, parties: { none: {} }, approvals: { none: {} }, positions: { none: {} } },
    },
  })
  if (count === 0) return row
  // What its members once said among themselves: nobody can be let in to it any more.
  const artefacts = await services.database.artefact.findMany({ where: { projectId }, select: { id: true } })
  await services.remarks.eraseInternal(artefacts.map(({ id }) => id), organisationId)
  await recordAudit(services, {
    action: 'organisation.removed',
    projectId,
    actor: by,
    subject: `organisation:${organisationId}`,
    detail: { name: row.name },
  })
  return null
}

function asType(value: string): OrganisationType {
  return organisationTypeSchema.catch('municipality').parse(value)
}

function sameName(name: string): string {
  return name.toLocaleLowerCase('fi')
}
