import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordDecision, type Decision } from '../../../app/approvals/decide.server'
import { proposeVersion, withdrawCirculation } from '../../../app/approvals/propose.server'
import { approvalAtAGlance } from '../../../app/approvals/model/at-a-glance'
import { ApprovalRefused, type ApprovalRefusal } from '../../../app/approvals/refusal'
import { standingOf } from '../../../app/approvals/standing.server'
import { newId } from '../../../app/lib/id'
import { approval, Circulating } from '../../support/circulating'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let place: Circulating

const refused = (reason: ApprovalRefusal) => (error: unknown) => error instanceof ApprovalRefused && error.reason === reason

async function propose(number: number, organisationIds = place.organisationIds): Promise<string> {
  services.pass(1_000)
  return proposeVersion(services, place.act(), { number, due: '2027-01-31', words: 'Pyydämme päätöstä.', organisationIds })
}

const standing = () => standingOf(services, place.artefact.id)

async function underway() {
  const { circulation } = await standing()
  if (!circulation) throw new Error('nothing was proposed')
  return circulation
}

async function decide(organisationId: string, otherwise: Partial<Decision> = {}) {
  const { id, version } = await underway()
  services.pass(1_000)
  const decision = approval({ circulation: id, organisation: organisationId, versionHash: version.hash }, otherwise)
  return recordDecision(services, place.act(await place.person(organisationId)), decision)
}

beforeEach(async () => {
  services = await temporaryServices()
  place = await Circulating.begin(services)
})

afterEach(() => services.close())

describe('proposing a version', () => {
  it('puts it to the chosen parties with a due date and words', async () => {
    const [haapavesi = '', oulainen = ''] = place.organisationIds
    await propose(await place.takeVersion('Päätettäväksi'), [oulainen, haapavesi, 'of another project'])
    expect(await underway()).toMatchObject({
      state: 'underway',
      version: { number: 1, name: 'Päätettäväksi' },
      due: '2027-01-31',
      words: 'Pyydämme päätöstä.',
      proposedByName: 'Kaisa',
      parties: [
        { name: 'Haapavesi', answer: 'waiting', asked: { of: 'whole' } },
        { name: 'Oulainen', answer: 'waiting', asked: { of: 'whole' } },
      ],
    })
  })

  it('keeps who was not asked, and then is final among those alone that were', async () => {
    const [haapavesi = '', oulainen = ''] = place.organisationIds
    await propose(await place.takeVersion(), [haapavesi, oulainen])
    expect((await underway()).leftOut.map(({ name }) => name)).toEqual(['Kela'])
    await decide(haapavesi, { outcome: 'approved-with-reservation', reservations: ['Kustannukset'], words: 'Enintään 10 000 €.' })
    await decide(oulainen)
    expect(approvalAtAGlance(await standing())).toEqual({ state: 'finalOfAsked', number: 1, given: 2, of: 2, leftOut: 1, reservations: 1 })
  })

  it('is for those who lead the project', async () => {
    const number = await place.takeVersion()
    const member = await place.person(place.organisationIds[0] ?? '')
    const proposed = { number, due: '2027-01-31', words: '', organisationIds: place.organisationIds }
    expect(() => proposeVersion(services, place.act(member), proposed)).toThrow(ApprovalRefused)
    expect((await standing()).circulation).toBeNull()
  })

  it('is refused while another is with the parties, also when two propose at once', async () => {
    const number = await place.takeVersion()
    const outcomes = await Promise.allSettled([propose(number), propose(number)])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    await expect(propose(number)).rejects.toSatisfy(refused('underway'))
    expect((await standing()).all).toHaveLength(1)
  })

  it('is refused while something in it is only suggested', async () => {
    const by = { id: 's1', author: 'user:u1', name: 'Aino', organisation: 'Kela', at: 1 }
    await services.live.restore(place.artefact.id, 'agreement', {
      clauses: [
        {
          type: 'clause',
          attrs: { id: 'a' },
          content: [
            { type: 'clauseTitle', content: [{ type: 'text', text: 'Tarkoitus' }] },
            { type: 'paragraph', content: [{ type: 'text', text: 'ehdotettu', marks: [{ type: 'insertion', attrs: by }] }] },
          ],
        },
      ],
    })
    await expect(propose(await place.takeVersion())).rejects.toSatisfy(refused('suggestions-open'))
  })

  it('is refused of a version that is not there, and to nobody', async () => {
    await expect(propose(7)).rejects.toSatisfy(refused('not-found'))
    await expect(propose(await place.takeVersion(), [])).rejects.toSatisfy(refused('not-a-party'))
  })

  it('is for any kind of artefact that has versions', async () => {
    const id = newId()
    await services.database.artefact.create({ data: { id, projectId: place.projectId, kind: 'cooperation-model', title: 'Malli' } })
    await services.live.create(id, 'cooperation-model', { items: [], connectors: [] })
    const model = { ...place.artefact, id, kind: 'cooperation-model' as const }
    const { takeVersion } = await import('../../../app/versions/versions.server')
    await takeVersion(services, place.owner, id, { name: 'Malli', note: '' })
    const { organisationIds } = place
    await proposeVersion(services, { ...place.act(), artefact: model }, { number: 1, due: '2027-01-31', words: '', organisationIds })
    expect((await standingOf(services, id)).circulation?.state).toBe('underway')
  })

  it('is taken back with words; what was decided stays recorded, and another can be proposed', async () => {
    const [haapavesi = ''] = place.organisationIds
    const id = await propose(await place.takeVersion())
    await decide(haapavesi)
    await withdrawCirculation(services, place.act(), { circulationId: id, words: 'Kustannukset korjataan.' })
    expect(await underway()).toMatchObject({ state: 'withdrawn', withdrawnWords: 'Kustannukset korjataan.', parties: [{ answer: 'approved' }, {}, {}] })
    await expect(withdrawCirculation(services, place.act(), { circulationId: id, words: '' })).rejects.toSatisfy(refused('withdrawn'))
    await propose(1)
    expect((await standing()).all.map(({ state }) => state)).toEqual(['underway', 'withdrawn'])
  })
})

describe('a version that all have approved', () => {
  async function approvedByAll(): Promise<void> {
    await propose(await place.takeVersion())
    for (const organisationId of place.organisationIds) await decide(organisationId)
  }

  it('is final with the last yes, and not before', async () => {
    const [haapavesi = '', oulainen = '', kela = ''] = place.organisationIds
    await propose(await place.takeVersion())
    await decide(haapavesi)
    await decide(oulainen, { outcome: 'approved-with-reservation', reservations: ['Kustannukset'], words: 'Enintään 2 v.' })
    expect(await standing()).toMatchObject({ final: null, circulation: { state: 'underway' } })
    const { recordedAt } = await decide(kela)
    expect(await standing()).toMatchObject({ final: { finalAt: recordedAt, version: { number: 1 } }, circulation: { state: 'final' } })
    expect(await services.database.auditEntry.findFirst({ where: { action: 'version.final' } })).not.toBeNull()
  })

  it('is not final while somebody has returned it, and is when they approve after all', async () => {
    const [haapavesi = '', oulainen = '', kela = ''] = place.organisationIds
    await propose(await place.takeVersion())
    const { number } = await decide(haapavesi, { outcome: 'returned', words: 'Lisää perusteluja.' })
    await decide(oulainen)
    await decide(kela)
    expect((await standing()).final).toBeNull()
    await decide(haapavesi, { supersedes: number })
    expect((await standing()).final?.parties[0]).toMatchObject({ answer: 'approved', superseded: [{ number, outcome: 'returned' }] })
  })

  it('stays with its words while work goes on: a new version is another one, and the old approvals are of the old hash', async () => {
    await approvedByAll()
    const before = (await standing()).final
    await place.write({ Tarkoitus: 'Uusi.', Kustannukset: 'Puoliksi.' })
    await propose(await place.takeVersion('Toinen'))
    const now = await standing()
    expect(now.final).toEqual(before)
    expect(now.circulation).toMatchObject({ state: 'underway', version: { number: 2 } })
    expect(now.circulation?.version.hash).not.toBe(before?.version.hash)
    expect(now.circulation?.parties.every(({ answer, record }) => answer === 'waiting' && record === null)).toBe(true)
  })

  it('is followed by questions about what has changed since each yes, and about nothing else', async () => {
    await approvedByAll()
    await place.write({ Tarkoitus: 'Alku.', Kustannukset: 'Kolmasosa kullekin.', Kesto: 'Kaksi vuotta.' })
    await propose(await place.takeVersion('Toinen'))
    expect((await underway()).parties[0]).toMatchObject({
      knownVersion: 1,
      earlierYes: { versionNumber: 1 },
      asked: {
        of: 'changes',
        parts: [
          { id: 'Kustannukset', name: '2 Kustannukset', change: 'changed' },
          { id: 'Kesto', name: '3 Kesto', change: 'added' },
        ],
      },
    })
  })

  it('asks nobody twice about the same words: their yes counts, without a record that nobody made', async () => {
    const [haapavesi = '', oulainen = '', kela = ''] = place.organisationIds
    const first = await propose(await place.takeVersion())
    await decide(haapavesi)
    await withdrawCirculation(services, place.act(), { circulationId: first, words: '' })
    await propose(1)
    const { parties } = await underway()
    expect(parties.map(({ answer }) => answer)).toEqual(['carried', 'waiting', 'waiting'])
    expect(parties[0]).toMatchObject({ record: null, earlierYes: { number: 1 } })
    await decide(oulainen)
    await decide(kela)
    expect((await standing()).final?.id).not.toBe(first)
    expect(await services.database.approvalRecord.count()).toBe(3)
  })

  it('cannot be put to the same parties again, and its approvals are not turned into something else', async () => {
    await approvedByAll()
    await expect(propose(1)).rejects.toSatisfy(refused('already-final'))
    const [haapavesi = ''] = place.organisationIds
    await expect(decide(haapavesi, { supersedes: 1, outcome: 'rejected', words: 'Ei.' })).rejects.toSatisfy(refused('final'))
    // A section that was mistyped is mended.
    expect(await decide(haapavesi, { supersedes: 1, section: '§ 229' })).toMatchObject({ number: 4, supersedes: 1 })
  })

  it('cannot be taken back', async () => {
    await approvedByAll()
    const { id } = await underway()
    await expect(withdrawCirculation(services, place.act(), { circulationId: id, words: '' })).rejects.toSatisfy(refused('final'))
  })

  it('asks all of it again of whoever has decided otherwise since its yes', async () => {
    const [haapavesi = ''] = place.organisationIds
    const first = await propose(await place.takeVersion(), [haapavesi])
    await decide(haapavesi)
    expect((await standing()).final?.id).toBe(first)
    await place.write({ Tarkoitus: 'Toinen.' })
    const second = await propose(await place.takeVersion(), [haapavesi])
    await decide(haapavesi, { outcome: 'rejected', words: 'Ei käy.' })
    await withdrawCirculation(services, place.act(), { circulationId: second, words: '' })
    await propose(1, [haapavesi])
    expect((await underway()).parties[0]).toMatchObject({ asked: { of: 'whole' }, knownVersion: 2, earlierYes: null })
  })
})

describe('a section that is put right in an older decision', () => {
  it('is no newer decision: the party is asked about what has changed since its last yes', async () => {
    const [haapavesi = ''] = place.organisationIds
    await propose(await place.takeVersion(), [haapavesi])
    const first = await underway()
    await decide(haapavesi)
    await place.write({ Tarkoitus: 'Toinen.', Kustannukset: 'Puoliksi.' })
    await propose(await place.takeVersion(), [haapavesi])
    await decide(haapavesi)
    const of = { circulation: first.id, organisation: haapavesi, versionHash: first.version.hash }
    services.pass(1_000)
    await recordDecision(services, place.act(await place.person(haapavesi)), approval(of, { supersedes: 1, section: '§ 229' }))
    await place.write({ Tarkoitus: 'Toinen.', Kustannukset: 'Kolmasosa kullekin.' })
    await propose(await place.takeVersion(), [haapavesi])
    expect((await underway()).parties[0]).toMatchObject({
      knownVersion: 2,
      earlierYes: { versionNumber: 2 },
      asked: { of: 'changes', parts: [{ id: 'Kustannukset' }] },
    })
  })
})

describe('which version a party knows', () => {
  it('is the newest when one of its people said something to everybody', async () => {
    const [haapavesi = '', oulainen = ''] = place.organisationIds
    await place.takeVersion()
    const { userId } = await place.person(oulainen, { mandate: false })
    const author = { key: `user:${userId}`, name: 'Kaisa', organisation: 'Oulainen' }
    const remark = { id: 'r1', author, at: services.now(), words: 'Entä kustannukset?', mentions: [] }
    await services.remarks.seed(place.artefact.id, { threads: [{ id: 't1', anchor: { on: 'all' }, remarks: [remark] }] })
    services.pass(1_000)
    await place.write({ Tarkoitus: 'Toinen.' })
    await propose(await place.takeVersion(), [haapavesi, oulainen])
    expect((await underway()).parties.map(({ knownVersion }) => knownVersion)).toEqual([null, 1])
  })

  it('is the newest when it stated a position, where it did so after its decision', async () => {
    const [haapavesi = '', oulainen = '', kela = ''] = place.organisationIds
    const state = (organisationId: string) =>
      services.database.position.create({
        data: {
          ...{ artefactId: place.artefact.id, clauseId: 'Tarkoitus', organisationId, stance: 'accepts', wording: '', wordingHash: '' },
          ...{ statedByKey: 'user:u', statedByName: '', statedAt: new Date(services.now()) },
        },
      })
    await state(kela)
    services.pass(1_000)
    const first = await propose(await place.takeVersion())
    await decide(haapavesi)
    await withdrawCirculation(services, place.act(), { circulationId: first, words: '' })
    await place.write({ Tarkoitus: 'Toinen.' })
    await place.takeVersion()
    services.pass(1_000)
    await state(oulainen)
    services.pass(1_000)
    await place.write({ Tarkoitus: 'Kolmas.' })
    await propose(await place.takeVersion())
    expect((await underway()).parties.map(({ name, knownVersion }) => [name, knownVersion])).toEqual([
      ['Haapavesi', 1],
      ['Oulainen', 2],
      // It spoke before there was any version.
      ['Kela', null],
    ])
  })
})
