import { newId } from '../lib/id'
import type { Services } from '../load-context'
import { createAccount, isTaken, type NewAccount } from './account.server'
import { recordAudit } from './audit.server'
import { mayHoldMandate, type ProjectRole } from './permissions'
import { isProjectRole } from './recognise.server'
import { derivedToken, looksLikeToken, tokenHash } from './secret-token.server'

const daysOpen = 14
const day = 24 * 60 * 60 * 1000

export interface NewInvitation {
  projectId: string
  role: ProjectRole
  organisationId: string | null
  /** Whether whoever accepts it records what the organisation decides. Only where `mayHoldMandate` says so. */
  mandate?: boolean
  /** Who it is meant for, in the inviter's words. */
  note: string
  createdById: string
}

/** An invitation that somebody may still open. */
export interface OpenInvitation {
  id: string
  projectId: string
  projectName: string
  role: ProjectRole
  organisationId: string | null
  organisationName: string | null
  mandate: boolean
  invitedBy: string
  /** The account of whoever invites. */
  createdById: string
  expiresAt: Date
}

/** Makes an invitation and answers its id. */
export async function createInvitation(services: Services, invitation: NewInvitation): Promise<string> {
  const id = newId()
  const now = services.now()
  const { projectId, role, organisationId, mandate = false, note, createdById } = invitation
  await services.database.invitation.create({
    data: {
      id,
      projectId,
      role,
      organisationId,
      mandate,
      note,
      createdById,
      tokenHash: hashOfLink(services, id),
      createdAt: new Date(now),
      expiresAt: new Date(now + daysOpen * day),
    },
  })
  await recordAudit(services, {
    action: 'invitation.created',
    projectId,
    actor: `user:${createdById}`,
    subject: `invitation:${id}`,
    detail: { role, ...(mandate ? { mandate: 'given' } : {}) },
  })
  return id
}

/** The address to give to the invited. It can be shown again as long as the server's secret is the same. */
export function invitationLink(services: Services, invitationId: string): string {
  const { baseUrl, sessionSecret } = services.settings
  return `${baseUrl}/invitations/${derivedToken('invitation', invitationId, sessionSecret)}`
}

/** Withdraws an invitation nobody has used yet. */
export async function revokeInvitation(
  services: Services,
  projectId: string,
  invitationId: string,
  byUserId: string,
): Promise<void> {
  const { count } = await services.database.invitation.updateMany({
    where: { id: invitationId, projectId, usedAt: null, revokedAt: null },
    data: { revokedAt: new Date(services.now()) },
  })
  if (count === 0) return
  await recordAudit(services, {
    action: 'invitation.revoked',
    projectId,
    actor: `user:${byUserId}`,
    subject: `invitation:${invitationId}`,
  })
}

/** What a link opens; null for an unknown, used, withdrawn or expired one, all alike. */
export async function openInvitation(services: Services, token: string): Promise<OpenInvitation | null> {
  if (!looksLikeToken(token)) return null
  const found = await services.database.invitation.findUnique({
    where: { tokenHash: tokenHash(token, services.settings.sessionSecret) },
    include: { project: true, organisation: true, createdBy: true },
  })
  if (!found || found.usedAt || found.revokedAt || found.expiresAt.getTime() <= services.now()) return null
  if (!isProjectRole(found.role)) return null
  return {
    id: found.id,
    projectId: found.projectId,
    projectName: found.project.name,
    role: found.role,
    organisationId: found.organisationId,
    organisationName: found.organisation?.name ?? null,
    mandate: found.mandate && mayHoldMandate(found),
    createdById: found.createdById,
    invitedBy: found.createdBy.name,
    expiresAt: found.expiresAt,
  }
}

/**
 * Makes somebody with an account a member. Somebody who is one already stays as they are, and the invitation
 * stays open. False when the invitation was used or withdrawn meanwhile.
 */
export async function acceptInvitation(
  services: Services,
  invitation: OpenInvitation,
  userId: string,
): Promise<boolean> {
  const { projectId } = invitation
  const already = await services.database.membership.count({ where: { userId, projectId } })
  if (already > 0) return true
  if (!(await claim(services, invitation.id))) return false
  await addMembership(services, invitation, userId)
  return true
}

/**
 * Makes an account and its membership. Answers the account's id, or null when the invitation was used or
 * withdrawn meanwhile.
 * @throws FieldRefused for an e-mail that has an account already; the invitation stays open.
 */
export async function acceptWithNewAccount(
  services: Services,
  invitation: OpenInvitation,
  account: Omit<NewAccount, 'installationOwner'>,
): Promise<string | null> {
  if (!(await claim(services, invitation.id))) return null
  let userId: string
  try {
    userId = await createAccount(services, account)
  } catch (error) {
    await services.database.invitation.updateMany({ where: { id: invitation.id }, data: { usedAt: null } })
    throw error
  }
  await addMembership(services, invitation, userId)
  return userId
}

/** One statement, so that of two who open a link at once only one gets in. */
async function claim(services: Services, invitationId: string): Promise<boolean> {
  const now = new Date(services.now())
  const { count } = await services.database.invitation.updateMany({
    where: { id: invitationId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count === 1
}

async function addMembership(services: Services, invitation: OpenInvitation, userId: string): Promise<void> {
  const { projectId, role, organisationId, mandate } = invitation
  const actor = `user:${userId}` as const
  let isNew = true
  try {
    await services.database.membership.create({
      data: { id: newId(), userId, projectId, role, organisationId, mandate, createdAt: new Date(services.now()) },
    })
  } catch (error) {
    // Accepted twice at once, in two windows: the first one holds.
    if (!isTaken(error)) throw error
    isNew = false
  }
  const subject = `invitation:${invitation.id}` as const
  await recordAudit(services, { action: 'invitation.accepted', projectId, actor, subject, detail: { role } })
  // By whoever invited: the invited cannot give it to themselves.
  const by = `user:${invitation.createdById}` as const
  if (mandate && isNew) await recordAudit(services, { action: 'member.mandate-given', projectId, actor: by, subject: actor })
}

function hashOfLink(services: Services, invitationId: string): string {
  const { sessionSecret } = services.settings
  return tokenHash(derivedToken('invitation', invitationId, sessionSecret), sessionSecret)
}
