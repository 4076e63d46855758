import type { AuditReference } from '../accounts/audit'
import { recordAudit } from '../accounts/audit.server'
import { invitationLink } from '../accounts/invitation.server'
import { mayHoldMandate, roleMayEdit, type ProjectRole } from '../accounts/permissions'
import { isProjectRole } from '../accounts/recognise.server'
import type { Services } from '../load-context'

export interface MemberRow {
  membershipId: string
  userId: string
  name: string
  email: string
  role: ProjectRole
  organisationId: string | null
  /** Records what the organisation has decided. */
  mandate: boolean
}

export interface InvitationRow {
  id: string
  note: string
  role: ProjectRole
  organisation: string
  /** Whoever accepts it records what the organisation decides. */
  mandate: boolean
  expiresAt: Date
  link: string
}

/** The project's members, owners first. */
export async function membersOf(services: Services, projectId: string): Promise<MemberRow[]> {
  const rows = await services.database.membership.findMany({ where: { projectId }, include: { user: true } })
  const rank: Record<ProjectRole, number> = { owner: 0, facilitator: 1, member: 2, viewer: 3 }
  return rows
    .map(({ id, userId, user, role, organisationId, mandate }) => ({
      membershipId: id,
      userId,
      name: user.name,
      email: user.email,
      role: isProjectRole(role) ? role : ('viewer' as const),
      organisationId,
      mandate: mandate && mayHoldMandate({ role, organisationId }),
    }))
    .sort((one, other) => rank[one.role] - rank[other.role] || one.name.localeCompare(other.name, 'fi'))
}

/** Invitations that somebody may still open, with their links. */
export async function openInvitationsOf(services: Services, projectId: string): Promise<InvitationRow[]> {
  const rows = await services.database.invitation.findMany({
    where: { projectId, usedAt: null, revokedAt: null, expiresAt: { gt: new Date(services.now()) } },
    orderBy: { createdAt: 'desc' },
    include: { organisation: true },
  })
  return rows.map(({ id, note, role, organisation, mandate, expiresAt }) => ({
    id,
    note,
    role: isProjectRole(role) ? role : 'viewer',
    organisation: organisation?.name ?? '',
    mandate,
    expiresAt,
    link: invitationLink(services, id),
  }))
}

export type MembershipOutcome = 'done' | 'gone' | 'last-owner'

/** Another owner besides the one of `membershipId`: asked in the statement that changes, so that one always stays. */
function unlessLastOwner(membershipId: string) {
  return {
    OR: [
      { role: { not: 'owner' } },
      { project: { memberships: { some: { role: 'owner', id: { not: membershipId } } } } },
    ],
  }
}

/** Lets a member record what their organisation decides, or no longer. `unfit`: a reader, or nobody's voice. */
export async function setMandate(
  services: Services,
  projectId: string,
  { membershipId, mandate }: { membershipId: string; mandate: boolean },
  by: AuditReference,
): Promise<'done' | 'gone' | 'unfit'> {
  const { database } = services
  const member = await database.membership.findFirst({ where: { id: membershipId, projectId } })
  if (!member) return 'gone'
  if (mandate && !mayHoldMandate(member)) return 'unfit'
  if (member.mandate === mandate) return 'done'
  // Of the very organisation and role that were looked at: both may have been changed meanwhile.
  const { organisationId, role } = member
  const { count } = await database.membership.updateMany({ where: { id: membershipId, organisationId, role }, data: { mandate } })
  if (count === 0) return 'gone'
  const action = mandate ? 'member.mandate-given' : 'member.mandate-taken'
  await recordAudit(services, { action, projectId, actor: by, subject: `user:${member.userId}` })
  return 'done'
}

/** Gives a member another role or organisation: a mandate was of the former one, and ends. The last owner stays owner. */
export async function changeMembership(
  services: Services,
  projectId: string,
  change: { membershipId: string; role: ProjectRole; organisationId: string | null },
  by: AuditReference,
): Promise<MembershipOutcome> {
  const { membershipId, role, organisationId } = change
  const { database } = services
  const member = await database.membership.findFirst({ where: { id: membershipId, projectId } })
  if (!member) return 'gone'
  const organisation = organisationId
    ? await database.organisation.findFirst({ where: { id: organisationId, projectId } })
    : null
  const keepsMandate = organisation?.id === member.organisationId && roleMayEdit(role)
  const { count } = await database.membership.updateMany({
    where: { id: membershipId, projectId, ...(role === 'owner' ? {} : unlessLastOwner(membershipId)) },
    data: { role, organisationId: organisation?.id ?? null, mandate: member.mandate && keepsMandate },
  })
  if (count === 0) return 'last-owner'
  await services.live.rightsChanged({ userId: member.userId })
  await recordAudit(services, {
    action: 'member.role-changed',
    projectId,
    actor: by,
    subject: `user:${member.userId}`,
    detail: { from: member.role, to: role },
  })
  return 'done'
}

/** Takes somebody out of the project, their open artefacts at once. The last owner stays. */
export async function removeMember(
  services: Services,
  projectId: string,
  membershipId: string,
  by: AuditReference,
): Promise<MembershipOutcome> {
  const member = await services.database.membership.findFirst({ where: { id: membershipId, projectId } })
  if (!member) return 'gone'
  const { count } = await services.database.membership.deleteMany({
    where: { id: membershipId, projectId, ...unlessLastOwner(membershipId) },
  })
  if (count === 0) return 'last-owner'
  await services.live.rightsChanged({ userId: member.userId })
  await recordAudit(services, {
    action: 'member.removed',
    projectId,
    actor: by,
    subject: `user:${member.userId}`,
  })
  return 'done'
}
