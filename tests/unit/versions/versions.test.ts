import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GuestParticipant, MemberParticipant, ProjectRole } from '../../../app/accounts/permissions'
import { findArtefact } from '../../../app/artefacts/artefacts.server'
import { canonicalJson } from '../../../app/lib/canonical-json'
import { VersionRefused, type VersionRefusal } from '../../../app/versions/refusal'
import { getVersion, listVersions, newestWithHash, presentHash, restoreVersion, takeVersion } from '../../../app/versions/versions.server'
import { addArtefact, addMember, projectWithOwner } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let projectId: string
let artefactId: string

const note = (text: string) => ({
  items: [{ id: 'n1', type: 'note', text, colour: 'paper', x: 0, y: 0, width: 100, height: 100, order: 'a0' }],
  connectors: [],
})

async function member(role: ProjectRole, project = projectId): Promise<MemberParticipant> {
  const { userId } = await addMember(services, projectId, role, null)
  return {
    kind: 'member',
    userId,
    name: 'Kaisa',
    installationOwner: false,
    memberships: [{ projectId: project, role, organisationId: null }],
  }
}

const guest = (): GuestParticipant => ({
  kind: 'guest',
  seatId: 's1',
  workshopId: 'w1',
  projectId,
  name: 'Vieras',
  organisationId: null,
  artefactIds: [artefactId],
  admitted: true,
})

async function write(text: string): Promise<void> {
  await services.live.restore(artefactId, 'cooperation-model', note(text))
}

const naming = (name: string) => ({ name, note: '' })

const refused = (reason: VersionRefusal) => (error: unknown) => error instanceof VersionRefused && error.reason === reason

beforeEach(async () => {
  services = await temporaryServices()
  projectId = (await projectWithOwner(services)).projectId
  artefactId = await addArtefact(services, projectId, 'Yhteistyömalli')
  await services.live.create(artefactId, 'cooperation-model', note('alku'))
})

afterEach(() => services.close())

describe('a version', () => {
  it('stays as it was taken while work goes on', async () => {
    const kaisa = await member('member')
    const taken = await takeVersion(services, kaisa, artefactId, { name: 'Lausunnolle', note: 'Ensimmäinen' })
    await write('jatkettu')
    const version = await getVersion(services, artefactId, taken.number)
    expect(version).toMatchObject({ number: 1, name: 'Lausunnolle', note: 'Ensimmäinen', takenByName: 'Kaisa', title: 'Yhteistyömalli' })
    expect(version?.content).toEqual(note('alku'))
  })

  it('carries a fingerprint that anybody can compute anew from its content', async () => {
    const taken = await takeVersion(services, await member('owner'), artefactId, naming('Yksi'))
    const version = await getVersion(services, artefactId, 1)
    const { kind, kindVersion, title, storedContent } = version ?? {}
    const again = createHash('sha256').update(canonicalJson({ kind, kindVersion, title, content: storedContent })).digest('hex')
    expect(taken.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(again).toBe(taken.hash)
  })

  it('has another fingerprint as soon as one letter, or the title, is another', async () => {
    const owner = await member('owner')
    const first = await takeVersion(services, owner, artefactId, naming('Yksi'))
    await write('alku.')
    const second = await takeVersion(services, owner, artefactId, naming('Kaksi'))
    await services.database.artefact.update({ where: { id: artefactId }, data: { title: 'Toinen nimi' } })
    const third = await takeVersion(services, owner, artefactId, naming('Kolme'))
    expect(new Set([first.hash, second.hash, third.hash]).size).toBe(3)
  })

  it('is known to be what stands there now, until a letter is changed and again when it is changed back', async () => {
    const owner = await member('owner')
    const artefact = await findArtefact(services, artefactId)
    if (!artefact) throw new Error('no artefact')
    const sameAsNow = async () => newestWithHash(services, artefactId, await presentHash(services, artefact))
    expect(await sameAsNow()).toBeUndefined()
    await takeVersion(services, owner, artefactId, naming('Yksi'))
    expect(await sameAsNow()).toEqual({ number: 1, name: 'Yksi' })
    await write('alku.')
    expect(await sameAsNow()).toBeUndefined()
    await write('alku')
    expect(await sameAsNow()).toEqual({ number: 1, name: 'Yksi' })
  })

  it('gets a number of its own, also when many are taken in the same instant', async () => {
    const owner = await member('owner')
    await Promise.all(Array.from({ length: 8 }, (_, index) => takeVersion(services, owner, artefactId, naming(`V${index}`))))
    const versions = await listVersions(services, artefactId)
    expect(versions.map(({ number }) => number)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
  })

  it('is written down with who took it, and without its words', async () => {
    const kaisa = await member('facilitator')
    const { id } = await takeVersion(services, kaisa, artefactId, naming('Salaisuus'))
    const entry = await services.database.auditEntry.findFirst({ where: { action: 'version.taken' } })
    expect(entry).toMatchObject({ actor: `user:${kaisa.userId}`, subject: `version:${id}`, projectId, detail: '{"number":1}' })
  })

  it('that is damaged is said to be unreadable, and the others are not touched', async () => {
    const owner = await member('owner')
    await takeVersion(services, owner, artefactId, naming('Ehjä'))
    const { id } = await takeVersion(services, owner, artefactId, naming('Rikki'))
    await services.database.version.update({ where: { id }, data: { content: '{"items":' } })
    await expect(getVersion(services, artefactId, 2)).rejects.toSatisfy(refused('unreadable'))
    expect((await getVersion(services, artefactId, 1))?.content).toEqual(note('alku'))
    expect(await getVersion(services, artefactId, 3)).toBeUndefined()
  })

  it('that a later build wrote is not guessed at', async () => {
    const { id } = await takeVersion(services, await member('owner'), artefactId, naming('Yksi'))
    await services.database.version.update({ where: { id }, data: { kindVersion: 999 } })
    await expect(getVersion(services, artefactId, 1)).rejects.toSatisfy(refused('unreadable'))
  })
})

describe('taking a version', () => {
  it('is for owners, facilitators and members', async () => {
    for (const role of ['owner', 'facilitator', 'member'] as const) {
      await expect(takeVersion(services, await member(role), artefactId, naming(role))).resolves.toBeDefined()
    }
    const viewer = await member('viewer')
    await expect(takeVersion(services, viewer, artefactId, naming('ei'))).rejects.toSatisfy(refused('not-allowed'))
    await expect(takeVersion(services, guest(), artefactId, naming('ei'))).rejects.toSatisfy(refused('not-allowed'))
  })

  it('of something in another project looks as if it were not there', async () => {
    const stranger = await member('owner', 'another0project0')
    await expect(takeVersion(services, stranger, artefactId, naming('ei'))).rejects.toSatisfy(refused('not-found'))
    await expect(takeVersion(services, stranger, 'unknown000000000', naming('ei'))).rejects.toSatisfy(refused('not-found'))
    await expect(
      takeVersion(services, { kind: 'stranger' }, artefactId, naming('ei')),
    ).rejects.toSatisfy(refused('not-found'))
  })

  it('is possible while the artefact is locked: a lock stops edits only', async () => {
    await services.database.artefact.update({ where: { id: artefactId }, data: { lockedAt: new Date() } })
    await expect(takeVersion(services, await member('member'), artefactId, naming('Lukittu'))).resolves.toBeDefined()
  })

  it('fails plainly when the live room does not answer, and leaves nothing behind', async () => {
    services.rooms.delete(artefactId)
    await expect(takeVersion(services, await member('owner'), artefactId, naming('ei'))).rejects.toSatisfy(refused('failed'))
    expect(await listVersions(services, artefactId)).toEqual([])
  })
})

describe('restoring a version', () => {
  it('brings its content back and keeps what was there as a version, named in the person\'s language', async () => {
    const owner = await member('facilitator')
    await takeVersion(services, owner, artefactId, naming('Ensimmäinen'))
    await write('myöhempi')
    const { kept } = await restoreVersion(services, owner, artefactId, 1, 'fi')
    expect((await services.live.read(artefactId, 'cooperation-model')).content).toEqual(note('alku'))
    expect(kept).toBe(2)
    const version = await getVersion(services, artefactId, 2)
    expect(version).toMatchObject({ name: 'Ennen version 1 palauttamista', content: note('myöhempi') })
    expect(version?.note).toContain('Ensimmäinen')
  })

  it('takes no second version of a state that is kept already', async () => {
    const owner = await member('owner')
    await takeVersion(services, owner, artefactId, naming('Yksi'))
    await write('kaksi')
    await takeVersion(services, owner, artefactId, naming('Kaksi'))
    expect(await restoreVersion(services, owner, artefactId, 1, 'sv')).toEqual({ kept: 2 })
    expect(await restoreVersion(services, owner, artefactId, 2, 'en')).toEqual({ kept: 1 })
    expect(await listVersions(services, artefactId)).toHaveLength(2)
  })

  it('is for owners and facilitators, and for nobody while the artefact is locked', async () => {
    await takeVersion(services, await member('owner'), artefactId, naming('Yksi'))
    for (const participant of [await member('member'), await member('viewer'), guest()]) {
      await expect(restoreVersion(services, participant, artefactId, 1, 'fi')).rejects.toSatisfy(refused('not-allowed'))
    }
    await services.database.artefact.update({ where: { id: artefactId }, data: { lockedAt: new Date() } })
    await expect(restoreVersion(services, await member('owner'), artefactId, 1, 'fi')).rejects.toSatisfy(refused('locked'))
  })

  it('of a number that was never taken changes nothing', async () => {
    const owner = await member('owner')
    await expect(restoreVersion(services, owner, artefactId, 7, 'fi')).rejects.toSatisfy(refused('not-found'))
    expect(await listVersions(services, artefactId)).toEqual([])
    expect((await services.live.read(artefactId, 'cooperation-model')).content).toEqual(note('alku'))
  })

  it('is written down', async () => {
    const owner = await member('owner')
    const { id } = await takeVersion(services, owner, artefactId, naming('Yksi'))
    await restoreVersion(services, owner, artefactId, 1, 'fi')
    const entry = await services.database.auditEntry.findFirst({ where: { action: 'version.restored' } })
    expect(entry).toMatchObject({ actor: `user:${owner.userId}`, subject: `version:${id}`, detail: '{"number":1}' })
  })
})
