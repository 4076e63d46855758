import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAccount } from '../../../app/accounts/account.server'
import {
  acceptInvitation,
  acceptWithNewAccount,
  createInvitation,
  invitationLink,
  openInvitation,
  revokeInvitation,
} from '../../../app/accounts/invitation.server'
import { becomeOwner, ensureOwnerLink, ownerLinkHolds } from '../../../app/accounts/owner-link.server'
import { newId } from '../../../app/lib/id'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

const day = 24 * 60 * 60 * 1000
const owner = {
  name: 'Omistaja',
  email: 'omistaja@esimerkki.fi',
  password: 'kolme sanaa peräkkäin',
  language: 'fi',
} as const
const guestOfHonour = { ...owner, name: 'Kutsuttu', email: 'kutsuttu@esimerkki.fi' }
let services: TemporaryServices

beforeEach(async () => {
  services = await temporaryServices()
})

afterEach(() => services.close())

function tokenIn(link: string | null): string {
  return link?.split('/').at(-1) ?? ''
}

async function newProject(): Promise<string> {
  const id = newId()
  await services.database.project.create({ data: { id, name: 'Hanke' } })
  return id
}

describe('the owner’s one-time link', () => {
  test('makes its opener the owner, also of the example project', async () => {
    const projectId = await newProject()
    const userId = await becomeOwner(services, tokenIn(await ensureOwnerLink(services)), owner)
    const user = await services.database.user.findUnique({
      where: { id: userId ?? '' },
      include: { memberships: true },
    })
    expect(user).toMatchObject({ installationOwner: true, memberships: [{ projectId, role: 'owner' }] })
  })

  test('is the same from start to start until it is used', async () => {
    const link = await ensureOwnerLink(services)
    services.pass(day)
    expect(await ensureOwnerLink(services)).toBe(link)
  })

  test('works once, and is not printed any more', async () => {
    const token = tokenIn(await ensureOwnerLink(services))
    await becomeOwner(services, token, owner)
    expect(await ensureOwnerLink(services)).toBeNull()
    expect(await ownerLinkHolds(services, token)).toBe(false)
    expect(await becomeOwner(services, token, guestOfHonour)).toBeNull()
  })

  test('of two who open it at once one becomes the owner', async () => {
    const token = tokenIn(await ensureOwnerLink(services))
    const made = await Promise.all([
      becomeOwner(services, token, owner),
      becomeOwner(services, token, guestOfHonour),
    ])
    expect(made.filter((userId) => userId !== null)).toHaveLength(1)
  })

  test('a guessed one makes nobody', async () => {
    await ensureOwnerLink(services)
    expect(await becomeOwner(services, 'A'.repeat(43), owner)).toBeNull()
    expect(await becomeOwner(services, '', owner)).toBeNull()
  })
})

describe('an invitation', () => {
  let projectId: string
  let invitationId: string
  let inviterId: string

  beforeEach(async () => {
    projectId = await newProject()
    inviterId = await createAccount(services, owner)
    invitationId = await createInvitation(services, {
      projectId,
      role: 'facilitator',
      organisationId: null,
      note: '',
      createdById: inviterId,
    })
  })

  const opened = () => openInvitation(services, tokenIn(invitationLink(services, invitationId)))

  async function openedForSure() {
    const invitation = await opened()
    if (!invitation) throw new Error('The invitation does not open')
    return invitation
  }

  test('says what it is to, and makes whoever makes an account with it a member', async () => {
    const invitation = await openedForSure()
    expect(invitation).toMatchObject({ projectName: 'Hanke', role: 'facilitator', invitedBy: 'Omistaja' })
    const userId = await acceptWithNewAccount(services, invitation, guestOfHonour)
    expect(await services.database.membership.findFirst()).toMatchObject({
      userId,
      projectId,
      role: 'facilitator',
    })
  })

  describe('to record what an organisation decides', () => {
    async function invited(role: 'member' | 'viewer') {
      const organisationId = newId()
      await services.database.organisation.create({ data: { id: organisationId, projectId, name: 'Oulainen', type: 'municipality', order: 0 } })
      invitationId = await createInvitation(services, { projectId, role, organisationId, mandate: true, note: '', createdById: inviterId })
      const userId = await acceptWithNewAccount(services, await openedForSure(), guestOfHonour)
      const { mandate } = await services.database.membership.findFirstOrThrow()
      return { userId, mandate }
    }

    test('gives the right to whoever accepts it, and the audit says by whom', async () => {
      const { userId, mandate } = await invited('member')
      expect(mandate).toBe(true)
      expect(await services.database.auditEntry.findMany({ where: { action: 'member.mandate-given' } })).toMatchObject([
        { actor: `user:${inviterId}`, subject: `user:${userId}` },
      ])
    })

    test('gives it to no reader', async () => {
      expect((await invited('viewer')).mandate).toBe(false)
      expect(await services.database.auditEntry.count({ where: { action: 'member.mandate-given' } })).toBe(0)
    })
  })

  test('can be used once', async () => {
    const invitation = await openedForSure()
    await acceptWithNewAccount(services, invitation, guestOfHonour)
    expect(await opened()).toBeNull()
    expect(
      await acceptWithNewAccount(services, invitation, { ...guestOfHonour, email: 'toinen@esimerkki.fi' }),
    ).toBeNull()
    expect(await services.database.membership.count()).toBe(1)
  })

  test('ends after fourteen days', async () => {
    const invitation = await openedForSure()
    services.pass(14 * day)
    expect(await opened()).toBeNull()
    expect(await acceptInvitation(services, invitation, inviterId)).toBe(false)
  })

  test('that was withdrawn does not open', async () => {
    const invitation = await openedForSure()
    await revokeInvitation(services, projectId, invitationId, inviterId)
    expect(await opened()).toBeNull()
    expect(await acceptInvitation(services, invitation, inviterId)).toBe(false)
  })

  test('cannot be withdrawn through another project', async () => {
    await revokeInvitation(services, await newProject(), invitationId, inviterId)
    expect(await opened()).not.toBeNull()
  })

  test('stays open when the e-mail has an account already', async () => {
    const invitation = await openedForSure()
    await expect(acceptWithNewAccount(services, invitation, owner)).rejects.toThrow('emailTaken')
    expect(await opened()).not.toBeNull()
  })

  test('opened by a member changes nothing and stays open for the one it was meant for', async () => {
    await services.database.membership.create({
      data: { id: newId(), userId: inviterId, projectId, role: 'owner' },
    })
    expect(await acceptInvitation(services, await openedForSure(), inviterId)).toBe(true)
    expect(await services.database.membership.findFirst()).toMatchObject({ role: 'owner' })
    expect(await opened()).not.toBeNull()
  })

  test('its link is nowhere in the database', async () => {
    const token = tokenIn(invitationLink(services, invitationId))
    expect(JSON.stringify(await services.database.invitation.findMany())).not.toContain(token)
  })
})
