import { unzipSync, strFromU8 } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildPackage } from '../../../app/final-package/contents/build-package.server'
import { gatherPackage, missingIn } from '../../../app/final-package/gather.server'
import { finalAt } from '../../../app/final-package/model/sources'
import { newId } from '../../../app/lib/id'
import { takeVersion } from '../../../app/versions/versions.server'
import { agreeOn } from '../../support/agreed-version'
import { Circulating, agreementOf } from '../../support/circulating'
import { openWorkshop, projectWithOwner, takeGuestSeat } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let place: Circulating

beforeEach(async () => {
  services = await temporaryServices()
  place = await Circulating.begin(services)
})

afterEach(() => services.close())

async function gathered(number: number) {
  const sources = await gatherPackage(services, place.artefact, number, 'fi')
  if (!sources) throw new Error('There is no such version')
  return sources
}

const board = { items: [], connectors: [] }

/** A board of a project with one version, as an annex names it. */
async function versionedBoard(projectId: string) {
  const id = newId()
  await services.database.artefact.create({ data: { id, projectId, kind: 'cooperation-model', title: 'Malli' } })
  await services.live.create(id, 'cooperation-model', board)
  const owner = { ...place.owner, memberships: [{ projectId, role: 'owner' as const, organisationId: null }] }
  const { number, hash } = await takeVersion(services, owner, id, { name: 'Liitteeksi', note: '' })
  return { id: `a${id}`.slice(0, 12), title: 'Malli', artefact: id, version: number, hash }
}

describe('what a package is made of', () => {
  it('holds the decisions of every party on exactly this version', async () => {
    await place.takeVersion()
    expect((await gathered(1)).signOff).toEqual({ circulation: null, records: [] })
    await agreeOn(place, 1)
    const { signOff } = await gathered(1)
    expect(finalAt(signOff)).toBeInstanceOf(Date)
    expect(signOff.records.map(({ organisationName, outcome }) => [organisationName, outcome])).toEqual([
      ['Haapavesi', 'approved'],
      ['Oulainen', 'approved'],
      ['Kela', 'approved'],
    ])
    const again = await place.takeVersion('Sama uudelleen')
    await agreeOn(place, again)
    // Nobody was asked again, since it says the same: their yes is carried, and its records come along.
    const carried = await gathered(again)
    expect(carried.signOff.circulation?.parties.map(({ answer }) => answer)).toEqual(['carried', 'carried', 'carried'])
    expect(carried.signOff.records).toHaveLength(3)
    const files = unzipSync(await buildPackage(carried))
    const facts = Object.entries(files).find(([path]) => path.endsWith('tiedot/paketin-tiedot.json'))?.[1]
    expect(JSON.parse(strFromU8(facts ?? new Uint8Array()))).toMatchObject({ final: true, parties: [{ record: 1 }, { record: 2 }, { record: 3 }] })
  })

  it('has the annexes that the version names, and says which of them are not to be had', async () => {
    const own = await versionedBoard(place.projectId)
    const { projectId: elsewhere } = await projectWithOwner(services)
    const foreign = await versionedBoard(elsewhere)
    const annexes = [own, { ...foreign, title: 'Toisen hankkeen malli' }, { ...own, id: 'x1', title: 'Muuttunut', hash: 'f'.repeat(64) }]
    await services.live.restore(place.artefact.id, 'agreement', { ...agreementOf({ Tarkoitus: 'Alku.' }), annexes })
    await place.takeVersion()
    const sources = await gathered(1)
    expect(sources.annexes.map(({ title, version }) => [title, version?.title ?? null])).toEqual([
      ['Malli', 'Malli'],
      ['Toisen hankkeen malli', null],
      ['Muuttunut', null],
    ])
    expect(missingIn(sources)).toEqual(['Toisen hankkeen malli', 'Muuttunut'])
  })

  it('tells of the workshops that had been held before, and of all versions until then', async () => {
    const workshop = await openWorkshop(services, place.projectId, [place.artefact.id])
    await takeGuestSeat(services, workshop.code)
    services.pass(60_000)
    await place.takeVersion('Ensimmäinen')
    services.pass(60_000)
    await openWorkshop(services, place.projectId, [place.artefact.id])
    await place.takeVersion('Toinen')
    const first = await gathered(1)
    expect([first.workshops.length, first.workshops[0]?.attendance.people.length, first.history.length]).toEqual([1, 1, 1])
    const second = await gathered(2)
    expect([second.workshops.length, second.history.map(({ name }) => name)]).toEqual([2, ['Ensimmäinen', 'Toinen']])
  })

  it('is nothing where there is no such version', async () => {
    expect(await gatherPackage(services, place.artefact, 9, 'fi')).toBeUndefined()
  })
})
