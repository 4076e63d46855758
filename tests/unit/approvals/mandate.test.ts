import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mandateOf } from '../../../app/approvals/mandate.server'
import { proposeVersion } from '../../../app/approvals/propose.server'
import { ApprovalRefused } from '../../../app/approvals/refusal'
import { isBoundByDecisions } from '../../../app/approvals/model/at-a-glance'
import { standingOf } from '../../../app/approvals/standing.server'
import { changeArtefact } from '../../../app/artefacts/page/change.server'
import { removeOrganisation } from '../../../app/projects/organisations.server'
import { changeMembership, membersOf, removeMember, setMandate } from '../../../app/projects/people.server'
import { Circulating } from '../../support/circulating'
import { memberCookie } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let place: Circulating
let haapavesi = ''
let oulainen = ''

beforeEach(async () => {
  services = await temporaryServices()
  place = await Circulating.begin(services)
  haapavesi = place.organisationIds[0] ?? ''
  oulainen = place.organisationIds[1] ?? ''
})

afterEach(() => services.close())

const membershipOf = (userId: string) => services.database.membership.findFirstOrThrow({ where: { userId } })

async function propose(number = 1): Promise<void> {
  await proposeVersion(services, place.act(), { number, due: '2027-01-31', words: '', organisationIds: [haapavesi] })
}

describe('the right to record an organisation’s decisions', () => {
  it('is given and taken by those who see to people, and written down each time', async () => {
    const person = await place.person(haapavesi, { mandate: false })
    const { id: membershipId } = await membershipOf(person.userId)
    const set = (mandate: boolean) => setMandate(services, place.projectId, { membershipId, mandate }, 'server')
    expect(await mandateOf(services, person, place.projectId)).toBeNull()
    expect(await set(true)).toBe('done')
    expect(await mandateOf(services, person, place.projectId)).toBe(haapavesi)
    expect((await membersOf(services, place.projectId)).find(({ userId }) => userId === person.userId)?.mandate).toBe(true)
    expect(await set(false)).toBe('done')
    expect(await mandateOf(services, person, place.projectId)).toBeNull()
    const entries = await services.database.auditEntry.findMany({ where: { subject: `user:${person.userId}` } })
    expect(entries.map(({ action }) => action)).toEqual(['member.mandate-given', 'member.mandate-taken'])
  })

  it('is not for a reader, for nobody’s voice, or for somebody of another project', async () => {
    const reader = await membershipOf((await place.person(haapavesi, { role: 'viewer', mandate: false })).userId)
    const alone = await membershipOf((await place.person(null, { role: 'facilitator', mandate: false })).userId)
    const give = (membershipId: string, projectId = place.projectId) => setMandate(services, projectId, { membershipId, mandate: true }, 'server')
    expect(await give(reader.id)).toBe('unfit')
    expect(await give(alone.id)).toBe('unfit')
    expect(await give(reader.id, 'another')).toBe('gone')
  })

  it('was of one organisation: it ends when somebody speaks for another, becomes a reader, or leaves', async () => {
    const { projectId } = place
    const change = async (organisationId: string, role: 'member' | 'viewer') => {
      const person = await place.person(haapavesi)
      const { id: membershipId } = await membershipOf(person.userId)
      await changeMembership(services, projectId, { membershipId, role, organisationId }, 'server')
      return { person, membershipId }
    }
    expect(await mandateOf(services, (await change(oulainen, 'member')).person, projectId)).toBeNull()
    expect(await mandateOf(services, (await change(haapavesi, 'viewer')).person, projectId)).toBeNull()
    const { person, membershipId } = await change(haapavesi, 'member')
    expect(await mandateOf(services, person, projectId)).toBe(haapavesi)
    await removeMember(services, projectId, membershipId, 'server')
    expect(await mandateOf(services, person, projectId)).toBeNull()
  })
})

describe('what has been put to the parties', () => {
  it('keeps the organisations that were asked in the project, and says why', async () => {
    await place.takeVersion()
    await propose()
    expect(await removeOrganisation(services, place.projectId, haapavesi, 'server')).toMatchObject({ name: 'Haapavesi', decisions: 1 })
    expect(await removeOrganisation(services, place.projectId, oulainen, 'server')).toBeNull()
    // Whatever program tries.
    await expect(services.database.organisation.delete({ where: { id: haapavesi } })).rejects.toThrow()
  })

  it('keeps the artefact out of the bin (409), and its version where it is', async () => {
    const cookie = await memberCookie(services, place.owner.userId)
    const address = new URL(`/artefacts/${place.artefact.id}`, services.settings.baseUrl)
    const bin = () => {
      const headers = { origin: address.origin, cookie }
      const request = new Request(address, { method: 'POST', headers, body: new URLSearchParams({ intent: 'bin' }) })
      return changeArtefact(request, { services, address: '192.0.2.1', nonce: '' }, place.artefact.id)
    }
    await place.takeVersion()
    await propose()
    expect(isBoundByDecisions(await standingOf(services, place.artefact.id))).toBe(true)
    await expect(bin()).rejects.toMatchObject({ init: { status: 409 } })
    await expect(services.database.version.deleteMany({})).rejects.toThrow()
    await expect(services.database.artefact.delete({ where: { id: place.artefact.id } })).rejects.toThrow()
    const { circulation } = await standingOf(services, place.artefact.id)
    await services.database.circulation.update({ where: { id: circulation?.id ?? '' }, data: { withdrawnAt: new Date() } })
    // Taken back before anybody decided: nothing holds it.
    expect(await bin()).toBeInstanceOf(Response)
    await expect(propose()).rejects.toThrow(ApprovalRefused)
  })
})
