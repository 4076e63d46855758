import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Agreement } from '../../../../app/artefacts/agreement/model/content'
import { clause } from '../../../../app/artefacts/agreement/model/compose'
import { titleOf } from '../../../../app/artefacts/agreement/model/clauses'
import type { CooperationModel } from '../../../../app/artefacts/cooperation-model/model/content'
import type { KindId } from '../../../../app/artefacts/registry'
import type { ServiceBlueprint } from '../../../../app/artefacts/service-blueprint/model/content'
import { newId } from '../../../../app/lib/id'
import { carryDecision, carryPlaces, carryTargets } from '../../../../app/workshops/decisions/carry.server'
import {
  addDecision,
  changeDecision,
  decisionsOf,
  findDecision,
  moveDecision,
  removeDecision,
} from '../../../../app/workshops/decisions/decisions.server'
import { sourcesOf } from '../../../../app/workshops/decisions/sources.server'
import { noteAttendance } from '../../../../app/workshops/attendees.server'
import { originAnnex } from '../../../../app/workshops/decisions/origin-annex.server'
import { castBallot } from '../../../../app/workshops/votes/ballots.server'
import { openWorkshop, projectWithOwner, takeGuestSeat } from '../../../support/example-people'
import { workOutChanges } from '../../../support/working-changes'
import { addVote, next, rebuild, showResults, threeNotes, workshopAtVote } from '../votes/vote'

let at: Awaited<ReturnType<typeof workshopAtVote>>
let workshop: { id: string; projectId: string }

beforeEach(async () => {
  at = await workshopAtVote()
  workshop = { id: at.workshopId, projectId: at.project.projectId }
  workOutChanges(at.services)
})

afterEach(() => at.services.close())

const words = (text: string, organisationId: string | null = null, due = '') => ({ text, organisationId, due })
const add = (text: string) => addDecision(at.services, workshop, words(text), null)
const texts = async () => (await decisionsOf(at.services, at.workshopId)).map(({ text }) => text)
const organisation = (name: string) => at.project.organisations.find((one) => one.name === name)?.id ?? ''
const groupOfTwo = () => {
  const notes = threeNotes.map((note, index) => (index < 2 ? { ...note, group: 'Yhteistyö' } : note))
  rebuild(at.services, at.artefactId, notes, { groups: ['Yhteistyö'] })
}

async function addRoom(kind: KindId, content: unknown, title = 'Sopimus'): Promise<string> {
  const id = newId()
  await at.services.database.artefact.create({ data: { id, projectId: workshop.projectId, kind, title } })
  await at.services.live.create(id, kind, content)
  return id
}

const contentOf = <Content>(artefactId: string) => at.services.rooms.get(artefactId)?.content as Content

describe('a decision', () => {
  test('is written directly, with who sees to it and by when', async () => {
    await addDecision(at.services, workshop, words('Nimetään yhteyshenkilöt.', organisation('Kela'), '2027-03-31'), null)
    expect(await decisionsOf(at.services, at.workshopId)).toMatchObject([
      {
        text: 'Nimetään yhteyshenkilöt.',
        owner: { name: 'Kela', type: 'authority' },
        due: '2027-03-31',
        source: null,
        carried: [],
        stepId: at.stepId,
      },
    ])
  })

  test('keeps the words and the dots of the group that it was made of, whatever becomes of the group', async () => {
    await castBallot(at.services, at.workshopId, at.stepId, { key: 'seat:1', name: '', organisationType: '' }, { a: 1, b: 1 })
    groupOfTwo()
    await showResults(at.services, at.stepId)
    const from = { artefactId: at.artefactId, itemId: 'Yhteistyö' }
    await addDecision(at.services, workshop, words('Tehdään yhdessä.'), from)
    rebuild(at.services, at.artefactId, [])
    expect((await decisionsOf(at.services, at.workshopId))[0]?.source).toEqual({
      artefactId: at.artefactId,
      itemId: 'Yhteistyö',
      text: 'Yhteistyö\n– Yhteinen yhteyshenkilö\n– Koulutus kaikille',
      dots: 2,
    })
  })

  test('has no dots while the result of the vote has not been shown', async () => {
    await castBallot(at.services, at.workshopId, at.stepId, { key: 'seat:1', name: '', organisationType: '' }, { a: 1 })
    expect((await sourcesOf(at.services, at.workshopId)).every(({ dots }) => dots === null)).toBe(true)
    await showResults(at.services, at.stepId)
    expect((await sourcesOf(at.services, at.workshopId))[0]).toMatchObject({ itemId: 'a', dots: 1 })
  })

  test('is not made of what is gone', async () => {
    const from = { artefactId: at.artefactId, itemId: 'a' }
    rebuild(at.services, at.artefactId, threeNotes.slice(1))
    await expect(addDecision(at.services, workshop, words('Myöhässä.'), from)).rejects.toMatchObject({ field: 'source' })
  })

  test('can be changed, put in order and taken away', async () => {
    const [first, second] = [await add('Ensimmäinen'), await add('Toinen'), await add('Kolmas')]
    await moveDecision(at.services, workshop, second ?? '', 'up')
    await moveDecision(at.services, workshop, second ?? '', 'up')
    expect(await texts()).toEqual(['Toinen', 'Ensimmäinen', 'Kolmas'])
    await changeDecision(at.services, workshop, first ?? '', words('Muutettu', organisation('Haapavesi')))
    await removeDecision(at.services, workshop, second ?? '')
    expect(await texts()).toEqual(['Muutettu', 'Kolmas'])
  })

  test('cannot be touched from another workshop', async () => {
    const id = await add('Oma')
    const other = { id: newId(), projectId: workshop.projectId }
    expect(await changeDecision(at.services, other, id, words('Vieras'))).toBe(false)
    await removeDecision(at.services, other, id)
    expect(await texts()).toEqual(['Oma'])
  })

  test('keeps the name of an organisation that leaves the project', async () => {
    await addDecision(at.services, workshop, words('Kela kutsuu koolle.', organisation('Kela')), null)
    await at.services.database.organisation.delete({ where: { id: organisation('Kela') } })
    expect((await decisionsOf(at.services, at.workshopId))[0]?.owner).toEqual({
      organisationId: null,
      name: 'Kela',
      type: null,
    })
  })

  test('is told to everybody while the workshop runs', async () => {
    const before = at.services.liveWorkshops.tellings.length
    await add('Uusi')
    expect(at.services.liveWorkshops.tellings.length).toBe(before + 1)
  })
})

describe('carried on, a decision', () => {
  const carry = (decisionId: string, artefactId: string, what: string, place: string | null = null, other: string | null = null) =>
    carryDecision(at.services, workshop, decisionId, { artefactId, what, place, other, again: false })

  test('becomes a proposed clause under the heading chosen, and both lead to each other', async () => {
    const agreementId = await addRoom('agreement', { clauses: [clause('johto', 'Johtaminen')] })
    const id = await addDecision(
      at.services,
      workshop,
      words('Ohjausryhmä kokoontuu neljä kertaa vuodessa.', organisation('Haapavesi')),
      null,
    )
    const outcome = await carry(id, agreementId, 'clause', 'johto')
    const [heading] = contentOf<Agreement>(agreementId).clauses
    const [made] = heading?.content.filter((node) => node.type === 'clause') ?? []
    if (!made) throw new Error('No clause was made')
    expect(made.attrs).toEqual({ id: made.attrs.id, origin: id, state: 'proposed' })
    expect(titleOf(made)).toBe('Ohjausryhmä kokoontuu neljä kertaa vuodessa')
    expect(JSON.stringify(made.content)).toContain('Ohjausryhmä kokoontuu neljä kertaa vuodessa. (Haapavesi)')
    expect(outcome).toEqual({ outcome: 'carried', artefactId: agreementId, itemId: made.attrs.id })
    expect((await findDecision(at.services, at.workshopId, id))?.carried).toMatchObject([
      { artefactId: agreementId, itemId: made.attrs.id, what: 'clause', title: 'Sopimus', inBin: false },
    ])
  })

  test('becomes a card in the phase and on the lane chosen', async () => {
    const blueprintId = await addRoom('service-blueprint', {
      phases: [{ id: 'alku', order: 'a0', name: 'Alku' }],
      lanes: [{ id: 'tyo', order: 'a0', name: 'Näkyvä työ', kind: 'visible-work' }],
      cards: [],
      feelings: [],
    })
    const id = await addDecision(at.services, workshop, words('Soitetaan viikossa.', organisation('Kela')), null)
    await carry(id, blueprintId, 'card', 'alku', 'tyo')
    expect(contentOf<ServiceBlueprint>(blueprintId).cards).toMatchObject([
      { phase: 'alku', lane: 'tyo', text: 'Soitetaan viikossa.', organisation: 'Kela', origin: id },
    ])
  })

  test('becomes an actor of its organisation’s type on the model', async () => {
    const modelId = await addRoom('cooperation-model', { items: [], connectors: [] }, 'Malli')
    const id = await addDecision(at.services, workshop, words('Yhteinen neuvonta', organisation('Kela')), null)
    await carry(id, modelId, 'actor')
    expect(contentOf<CooperationModel>(modelId).items).toMatchObject([{ type: 'actor', origins: [id] }])
  })

  test('asks before it goes to the same artefact twice', async () => {
    const agreementId = await addRoom('agreement', { clauses: [] })
    const id = await add('Kerran riittää')
    expect((await carry(id, agreementId, 'clause'))?.outcome).toBe('carried')
    expect(await carry(id, agreementId, 'clause')).toEqual({ outcome: 'already' })
    expect(contentOf<Agreement>(agreementId).clauses).toHaveLength(1)
    const wish = { artefactId: agreementId, what: 'clause', place: null, other: null, again: true }
    expect((await carryDecision(at.services, workshop, id, wish))?.outcome).toBe('carried')
    expect(contentOf<Agreement>(agreementId).clauses).toHaveLength(2)
  })

  test('goes there once when the button is pressed twice at once', async () => {
    const agreementId = await addRoom('agreement', { clauses: [] })
    const id = await add('Kerran riittää')
    const outcomes = await Promise.all([carry(id, agreementId, 'clause'), carry(id, agreementId, 'clause')])
    expect(outcomes.map((one) => one?.outcome)).toEqual(['carried', 'already'])
    expect(contentOf<Agreement>(agreementId).clauses).toHaveLength(1)
  })

  test('is refused plainly by an artefact that is locked, in the bin, or of another project', async () => {
    const agreementId = await addRoom('agreement', { clauses: [] })
    const id = await add('Ei mene perille')
    const set = (data: object) => at.services.database.artefact.update({ where: { id: agreementId }, data })
    await set({ lockedAt: new Date() })
    expect(await carry(id, agreementId, 'clause')).toEqual({ outcome: 'locked' })
    await set({ lockedAt: null, deletedAt: new Date() })
    expect(await carry(id, agreementId, 'clause')).toEqual({ outcome: 'gone' })
    expect(await carry(id, newId(), 'clause')).toEqual({ outcome: 'gone' })
    expect(contentOf<Agreement>(agreementId).clauses).toEqual([])
  })

  test('is refused where the place was removed meanwhile, and as what the artefact does not take', async () => {
    const agreementId = await addRoom('agreement', { clauses: [clause('johto', 'Johtaminen')] })
    const id = await add('Ei mene perille')
    expect(await carry(id, agreementId, 'clause', 'poistettu')).toEqual({ outcome: 'place-gone' })
    expect(await carry(id, agreementId, 'card')).toEqual({ outcome: 'unknown' })
    expect(await carry(newId(), agreementId, 'clause')).toBeUndefined()
    expect((await findDecision(at.services, at.workshopId, id))?.carried).toEqual([])
  })

  test('is offered every artefact of the project that takes decisions, with its places', async () => {
    const agreementId = await addRoom('agreement', { clauses: [clause('johto', 'Johtaminen')] })
    const targets = await carryTargets(at.services, workshop.projectId, 'fi')
    expect(targets.find(({ id }) => id === agreementId)).toMatchObject({
      kindName: 'Kumppanuussopimus',
      whats: ['clause'],
      locked: false,
    })
    expect(await carryPlaces(at.services, workshop.projectId, agreementId, 'fi')).toEqual([
      { what: 'clause', places: [{ id: 'johto', name: '1 Johtaminen' }], others: null },
    ])
  })
})

describe('what a decision can be made of', () => {
  test('begins with what got most dots, in whichever vote', async () => {
    groupOfTwo()
    const second = await addVote(at.services, at.workshopId, at.artefactId, { voteOn: 'groups' })
    await next(at.services, at.workshopId)
    const voter = { key: 'seat:1', name: '', organisationType: '' }
    await castBallot(at.services, at.workshopId, at.stepId, voter, { c: 1 })
    for (const key of ['seat:1', 'seat:2']) {
      await castBallot(at.services, at.workshopId, second, { ...voter, key }, { Yhteistyö: 1 })
    }
    await showResults(at.services, at.stepId)
    await showResults(at.services, second)
    expect((await sourcesOf(at.services, at.workshopId)).map(({ itemId, dots }) => [itemId, dots])).toEqual([
      ['Yhteistyö', 2],
      ['c', 1],
      ['a', null],
      ['b', null],
    ])
  })
})

describe('the annex of a final document', () => {
  const annex = async (...origins: string[]) =>
    JSON.stringify(
      await originAnnex(
        at.services,
        workshop.projectId,
        origins.map((origin, index) => ({ origin, name: `${index + 1} Kohta` })),
        'fi',
      ),
    )

  test('tells from which decision and workshop a part came, and which organisations were there, without names', async () => {
    const { seatId } = await takeGuestSeat(at.services, at.code, organisation('Oulainen'))
    await noteAttendance(at.services, at.workshopId, `seat:${seatId}`)
    const told = await annex(await add('Nimetään yhteyshenkilöt.'))
    for (const words of ['1 Kohta', 'Nimetään yhteyshenkilöt.', 'Roolit ja rajapinnat 18.11.2026', 'Oulainen']) {
      expect(told).toContain(words)
    }
    expect(told).not.toContain('Aino')
  })

  test('is left out where nothing came from a workshop of this project', async () => {
    const other = await projectWithOwner(at.services)
    const { id } = await openWorkshop(at.services, other.projectId, [])
    const theirs = await addDecision(at.services, { id, projectId: other.projectId }, words('Vieras päätös'), null)
    expect(await annex(theirs, at.stepId, newId())).toBe('[]')
  })
})
