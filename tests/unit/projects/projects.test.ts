import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createInvitation } from '../../../app/accounts/invitation.server'
import { newId } from '../../../app/lib/id'
import { projectPicture } from '../../../app/projects/front-page.server'
import { createArtefact } from '../../../app/projects/new-artefact.server'
import {
  addOrganisations,
  changeOrganisation,
  organisationsOf,
  removeOrganisation,
} from '../../../app/projects/organisations.server'
import { changeMembership, membersOf, removeMember } from '../../../app/projects/people.server'
import { landingPlace } from '../../../app/projects/project.server'
import { versionHash } from '../../../app/versions/version-hash.server'
import { addMember, openWorkshop, projectWithOwner, takeGuestSeat } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let project: Awaited<ReturnType<typeof projectWithOwner>>

beforeEach(async () => {
  services = await temporaryServices()
  project = await projectWithOwner(services)
})

afterEach(() => services.close())

const organisation = (name: string) => {
  const found = project.organisations.find((one) => one.name === name)
  if (!found) throw new Error(`No ${name}`)
  return found
}

describe('a new project', () => {
  test('belongs to whoever began it, who lands in it', async () => {
    expect(await membersOf(services, project.projectId)).toMatchObject([
      { userId: project.userId, role: 'owner' },
    ])
    expect(await landingPlace(services, project.userId)).toBe(`/projects/${project.projectId}`)
  })

  test('opens with a way to go and a first step, though it holds nothing', async () => {
    const picture = await projectPicture(services, project.projectId)
    expect(picture).toMatchObject({ artefacts: [], workshops: [], next: { step: 'createModel' } })
  })
})

describe('organisations', () => {
  test('a pasted list adds only those that are new, whatever their letter case', async () => {
    const list = ['Haapavesi', 'OULAINEN', 'Ylivieska', 'ylivieska'].map((name) => ({
      name,
      type: 'municipality' as const,
    }))
    expect(await addOrganisations(services, project.projectId, list, 'server')).toBe(1)
    const names = (await organisationsOf(services, project.projectId)).map(({ name }) => name)
    expect(names).toEqual(['Haapavesi', 'Oulainen', 'Kela', 'Ylivieska'])
  })

  test('only one leads', async () => {
    const { id, name, type } = organisation('Oulainen')
    await changeOrganisation(services, project.projectId, { id, name, type, lead: true }, 'server')
    const leads = await services.database.organisation.findMany({ where: { lead: true } })
    expect(leads.map((one) => one.name)).toEqual(['Oulainen'])
  })

  test('two cannot have one name', async () => {
    const { id, type } = organisation('Kela')
    const change = { id, name: 'haapavesi', type, lead: false }
    await expect(changeOrganisation(services, project.projectId, change, 'server')).rejects.toThrow(
      'nameTaken',
    )
  })

  test('one that nothing refers to can be removed', async () => {
    expect(
      await removeOrganisation(services, project.projectId, organisation('Kela').id, 'server'),
    ).toBeNull()
    expect(await organisationsOf(services, project.projectId)).toHaveLength(2)
  })

  test('one that somebody speaks for, is invited to or sat for stays, and it is said why', async () => {
    const { id } = organisation('Kela')
    await addMember(services, project.projectId, 'member', id)
    await createInvitation(services, {
      projectId: project.projectId,
      role: 'member',
      organisationId: id,
      note: '',
      createdById: project.userId,
    })
    const workshop = await openWorkshop(services, project.projectId, [])
    await takeGuestSeat(services, workshop.code, id)
    expect(await removeOrganisation(services, project.projectId, id, 'server')).toMatchObject({
      members: 1,
      openInvitations: 1,
      seats: 1,
    })
    expect(await organisationsOf(services, project.projectId)).toHaveLength(3)
  })

  test('cannot be touched through another project', async () => {
    const other = await projectWithOwner(services)
    expect(await removeOrganisation(services, other.projectId, organisation('Kela').id, 'server')).toBeNull()
    const { id } = organisation('Kela')
    await changeOrganisation(
      services,
      other.projectId,
      { id, name: 'X', type: 'business', lead: false },
      'server',
    )
    expect((await organisationsOf(services, project.projectId)).map(({ name }) => name)).toContain('Kela')
  })
})

describe('people', () => {
  test('the last owner can neither leave nor step down', async () => {
    const [owner] = await membersOf(services, project.projectId)
    const membershipId = owner?.membershipId ?? ''
    const down = { membershipId, role: 'viewer' as const, organisationId: null }
    expect(await changeMembership(services, project.projectId, down, 'server')).toBe('last-owner')
    expect(await removeMember(services, project.projectId, membershipId, 'server')).toBe('last-owner')
  })

  test('of two owners who remove each other at once one stays', async () => {
    const second = await addMember(services, project.projectId, 'owner', null)
    const [first] = (await membersOf(services, project.projectId)).filter(
      ({ userId }) => userId === project.userId,
    )
    await Promise.all([
      removeMember(services, project.projectId, second.membershipId, 'server'),
      removeMember(services, project.projectId, first?.membershipId ?? '', 'server'),
    ])
    expect(await membersOf(services, project.projectId)).toHaveLength(1)
  })

  test('who is removed or given another role is looked at again in every open artefact', async () => {
    const { userId, membershipId } = await addMember(services, project.projectId, 'facilitator', null)
    const change = { membershipId, role: 'viewer' as const, organisationId: organisation('Kela').id }
    await changeMembership(services, project.projectId, change, 'server')
    expect(await removeMember(services, project.projectId, membershipId, 'server')).toBe('done')
    expect(services.rightsChanges).toEqual([{ userId }, { userId }])
  })

  test('cannot be touched through another project', async () => {
    const other = await projectWithOwner(services)
    const { membershipId } = await addMember(services, project.projectId, 'viewer', null)
    expect(await removeMember(services, other.projectId, membershipId, 'server')).toBe('gone')
  })
})

describe('an artefact on the project’s page', () => {
  test('is there only with its content: where the room fails there is no empty shell', async () => {
    services.live.create = () => Promise.reject(new Error('disk full'))
    const artefact = {
      projectId: project.projectId,
      kind: 'agreement',
      title: 'Sopimus',
      content: {},
    } as const
    await expect(createArtefact(services, artefact, 'server')).rejects.toThrow('disk full')
    expect(await services.database.artefact.count()).toBe(0)
  })

  test('says whether it has changed since its newest version', async () => {
    const content = { clauses: [] }
    const artefact = { projectId: project.projectId, kind: 'agreement', title: 'Sopimus', content } as const
    const artefactId = await createArtefact(services, artefact, 'server')
    const standing = async () => (await projectPicture(services, project.projectId))?.artefacts[0]
    expect(await standing()).toMatchObject({ version: null, changedSince: null })
    await addVersion(artefactId, content)
    expect(await standing()).toMatchObject({
      version: { number: 1, name: 'Työpajan jälkeen' },
      changedSince: false,
    })
    services.rooms.set(artefactId, { kind: 'agreement', content: { clauses: ['uusi'] }, sequence: 2 })
    expect(await standing()).toMatchObject({ changedSince: true })
  })

  test('does not keep the page from opening when its room cannot be read', async () => {
    const artefact = {
      projectId: project.projectId,
      kind: 'agreement',
      title: 'Sopimus',
      content: {},
    } as const
    const artefactId = await createArtefact(services, artefact, 'server')
    await addVersion(artefactId, {})
    services.rooms.clear()
    expect(await projectPicture(services, project.projectId)).toMatchObject({
      artefacts: [{ changedSince: null }],
    })
  })

  async function addVersion(artefactId: string, content: unknown): Promise<void> {
    await services.database.version.create({
      data: {
        id: newId(),
        artefactId,
        number: 1,
        name: 'Työpajan jälkeen',
        kind: 'agreement',
        kindVersion: 1,
        title: 'Sopimus',
        state: new Uint8Array(),
        content: JSON.stringify(content),
        hash: versionHash({ kind: 'agreement', kindVersion: 1, title: 'Sopimus', content }),
        sequence: 1,
        takenByName: 'Omistaja',
      },
    })
  }
})

describe('what happened lately', () => {
  test('is told with names as they are now, newest first', async () => {
    const workshop = await openWorkshop(services, project.projectId, [])
    await takeGuestSeat(services, workshop.code)
    const changes = (await projectPicture(services, project.projectId))?.changes ?? []
    expect(changes.map(({ action }) => action)).toEqual([
      'seat.taken',
      'workshop.door-opened',
      'workshop.created',
      'organisation.added',
      'project.created',
    ])
    expect(changes[0]).toMatchObject({
      who: 'Aino',
      what: 'Roolit ja rajapinnat',
      href: `/workshops/${workshop.id}`,
    })
    expect(changes[3]).toMatchObject({ who: 'Omistaja', detail: { count: 3 } })
  })

  test('survives entries that it has no sentence for, and odd details', async () => {
    const { projectId } = project
    await services.database.auditEntry.createMany({
      data: [
        { action: 'sync.refused', projectId, actor: 'seat:x', subject: 'artefact:y', detail: 'free words' },
        {
          action: 'version.taken',
          projectId,
          actor: 'user:gone',
          subject: 'version:gone',
          detail: '{"number":',
        },
      ],
    })
    const changes = (await projectPicture(services, projectId))?.changes ?? []
    expect(changes[0]).toMatchObject({ action: 'version.taken', who: '', what: '', href: null, detail: {} })
    expect(changes.map(({ action }) => action)).not.toContain('sync.refused')
  })
})
