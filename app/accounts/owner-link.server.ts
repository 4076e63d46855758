import { newId } from '../lib/id'
import type { Services } from '../load-context'
import { createAccount, type NewAccount } from './account.server'
import { derivedToken, looksLikeToken, tokenHash } from './secret-token.server'

/**
 * The address that makes its opener the installation's owner; null once there is one. It stays the same from
 * start to start until it is used, so that a printed one keeps working.
 */
export async function ensureOwnerLink(services: Services): Promise<string | null> {
  if (await hasOwner(services)) return null
  return `${services.settings.baseUrl}/start/${await unusedToken(services)}`
}

async function unusedToken(services: Services): Promise<string> {
  const { database, settings } = services
  const tokenMadeAt = (time: Date) => derivedToken('owner-link', time.toISOString(), settings.sessionSecret)
  const link = await database.ownerLink.findFirst({ where: { usedAt: null }, orderBy: { createdAt: 'desc' } })
  if (link) {
    const token = tokenMadeAt(link.createdAt)
    if (tokenHash(token, settings.sessionSecret) === link.tokenHash) return token
  }
  // None yet, or the server's secret was changed since.
  await database.ownerLink.deleteMany({ where: { usedAt: null } })
  const createdAt = new Date(services.now())
  const token = tokenMadeAt(createdAt)
  await database.ownerLink.create({
    data: { tokenHash: tokenHash(token, settings.sessionSecret), createdAt },
  })
  return token
}

/** Whether a link from outside can still make an owner. */
export async function ownerLinkHolds(services: Services, token: string): Promise<boolean> {
  if (!looksLikeToken(token) || (await hasOwner(services))) return false
  const hash = tokenHash(token, services.settings.sessionSecret)
  return (await services.database.ownerLink.count({ where: { tokenHash: hash, usedAt: null } })) === 1
}

/**
 * Makes the installation's owner, who also becomes owner of every project that has none (the example).
 * Answers the account's id, or null when the link does not hold any more.
 */
export async function becomeOwner(
  services: Services,
  token: string,
  account: Omit<NewAccount, 'installationOwner'>,
): Promise<string | null> {
  if (!(await ownerLinkHolds(services, token))) return null
  const { database } = services
  const hash = tokenHash(token, services.settings.sessionSecret)
  const usedAt = new Date(services.now())
  const { count } = await database.ownerLink.updateMany({
    where: { tokenHash: hash, usedAt: null },
    data: { usedAt },
  })
  if (count === 0) return null
  try {
    const userId = await createAccount(services, { ...account, installationOwner: true })
    await adoptProjects(services, userId)
    return userId
  } catch (error) {
    await database.ownerLink.updateMany({ where: { tokenHash: hash }, data: { usedAt: null } })
    throw error
  }
}

async function adoptProjects(services: Services, userId: string): Promise<void> {
  const orphans = await services.database.project.findMany({
    where: { memberships: { none: { role: 'owner' } } },
    select: { id: true, organisations: { where: { lead: true }, select: { id: true }, take: 1 } },
  })
  for (const { id, organisations } of orphans) {
    await services.database.membership.create({
      data: {
        id: newId(),
        userId,
        projectId: id,
        role: 'owner',
        organisationId: organisations[0]?.id ?? null,
        // So that everything can be tried in the example, also recording what the leading organisation decides.
        mandate: organisations.length > 0,
        createdAt: new Date(services.now()),
      },
    })
  }
}

async function hasOwner(services: Services): Promise<boolean> {
  return (await services.database.user.count({ where: { installationOwner: true } })) > 0
}
