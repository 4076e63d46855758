import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { agreement, clause, paragraph } from '../../../app/artefacts/agreement/model/compose'
import { wordedClauses } from '../../../app/artefacts/agreement/model/wording'
import { positionTable } from '../../../app/positions/model/position-table'
import { askedOrganisations, clauseHistory, statementsAfter, statePositions } from '../../../app/positions/positions.server'
import { voiceOf } from '../../../app/positions/voice'
import { removeOrganisation } from '../../../app/projects/organisations.server'
import { agreementWithParties, shortAgreement } from './shared-positions'

type Setting = Awaited<ReturnType<typeof agreementWithParties>>
let here: Setting

beforeEach(async () => {
  here = await agreementWithParties()
})

afterEach(() => here.services.close())

const other = agreement(clause('costs', 'Kustannukset', paragraph('Kunta vastaa kaikesta.')))

async function tableNow({ services, artefactId, projectId, now }: Setting) {
  const [statements, organisations] = await Promise.all([
    statementsAfter(services, artefactId, 0),
    askedOrganisations(services, projectId),
  ])
  return positionTable(wordedClauses(await now()), organisations, statements)
}

const cellsOf = async (setting: Setting, id: string) =>
  (await tableNow(setting)).rows.find(({ clause }) => clause.id === id)?.cells.map(({ stance, isEarlier }) => (isEarlier ? `${stance} earlier` : stance))

describe('Saying where an organisation stands', () => {
  it('puts it into the table, and open pages are told', async () => {
    const told = vi.spyOn(here.services.live, 'pageChanged')
    const { haapavesi, oulainen } = here.people
    await here.state(haapavesi, 'costs', 'accepts')
    await here.state(oulainen, 'costs', 'objects', 'Liian kallis meille.')
    expect(await cellsOf(here, 'costs')).toEqual(['accepts', 'objects', 'none'])
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('keeps by whom, when, why and on what wording', async () => {
    await here.state(here.people.haapavesi, 'costs', 'accepts-with-change', 'Matkat yhteisiin kuluihin.')
    expect(await clauseHistory(here.services, here.artefactId, 'costs')).toMatchObject([
      {
        stance: 'accepts-with-change',
        words: 'Matkat yhteisiin kuluihin.',
        by: 'Edustaja member',
        at: here.services.now(),
        organisationName: 'Haapavesi',
        wording: 'Kustannukset\nKukin vastaa omistaan.',
      },
    ])
    const audit = await here.services.database.auditEntry.findMany({ where: { action: 'position.stated' } })
    expect(audit).toHaveLength(1)
    expect(audit[0]?.detail).not.toContain('Matkat')
  })

  it('replaces nothing: of two people of one organisation the newest counts, and the history shows both', async () => {
    const colleague = await here.participant('member', here.ids.haapavesi)
    await Promise.all([
      here.state(here.people.haapavesi, 'costs', 'accepts'),
      here.state(colleague, 'costs', 'objects', 'Ei käy.'),
    ])
    const history = await clauseHistory(here.services, here.artefactId, 'costs')
    expect(history).toHaveLength(2)
    expect(await cellsOf(here, 'costs')).toEqual([history[0]?.stance, 'none', 'none'])
  })

  it('says the same once when it is sent again', async () => {
    const first = await here.state(here.people.haapavesi, 'costs', 'open')
    expect(await here.state(here.people.haapavesi, 'costs', 'open')).toEqual(first)
    expect(await clauseHistory(here.services, here.artefactId, 'costs')).toHaveLength(1)
  })

  it('says the same once when it is sent twice at once', async () => {
    const twice = [1, 2].map(() => here.state(here.people.haapavesi, 'costs', 'objects', 'Liian kallis.'))
    const [first, second] = await Promise.all(twice)
    expect(second).toEqual(first)
    expect(await clauseHistory(here.services, here.artefactId, 'costs')).toHaveLength(1)
  })

  it('is said of many clauses at once: each has its own answer, all are stored together, and open pages are told once', async () => {
    const { services, people } = here
    const told = vi.spyOn(services.live, 'pageChanged')
    const clauses = wordedClauses(await here.now()).filter(({ isHeading }) => !isHeading)
    const accepting = clauses.map(({ id, hash }) => ({ clause: id, stance: 'accepts' as const, words: '', wordingHash: hash }))
    const first = { clause: 'parties', stance: 'accepts' as const, words: '', wordingHash: '' }
    const sent = [...accepting.slice(1), { ...first, wordingHash: 'f'.repeat(64) }, { ...first, clause: 'gone' }]
    const answers = await statePositions(services, people.kela, await here.artefact(), sent)
    expect(answers.map(({ outcome }) => outcome)).toEqual(['stated', 'stated', 'wording-changed', 'clause-gone'])
    expect(told).toHaveBeenCalledTimes(1)
    expect(await statePositions(services, people.kela, await here.artefact(), sent)).toEqual(answers)
    expect(told).toHaveBeenCalledTimes(1)
    expect(await services.database.position.count()).toBe(2)
    expect(await services.database.auditEntry.count({ where: { action: 'position.stated' } })).toBe(2)
  })

  it('can be taken back', async () => {
    await here.state(here.people.haapavesi, 'costs', 'objects', 'Ei käy.')
    await here.state(here.people.haapavesi, 'costs', 'none')
    expect(await cellsOf(here, 'costs')).toEqual(['none', 'none', 'none'])
    expect(await clauseHistory(here.services, here.artefactId, 'costs')).toHaveLength(2)
  })

  it('keeps the organisation in the project, also when it took everything back: what was said is history', async () => {
    const { services, projectId, ids, people } = here
    await here.state(people.kela, 'costs', 'objects', 'Ei käy.')
    await here.state(people.kela, 'costs', 'none')
    await services.database.membership.deleteMany({ where: { organisationId: ids.kela } })
    expect(await removeOrganisation(services, projectId, ids.kela, 'server')).toMatchObject({ members: 0, decisions: 0, positions: 2 })
    expect(await clauseHistory(services, here.artefactId, 'costs')).toHaveLength(2)
    await services.database.membership.deleteMany({ where: { organisationId: ids.oulainen } })
    expect(await removeOrganisation(services, projectId, ids.oulainen, 'server')).toBeNull()
  })

  it('goes on while the text is locked', async () => {
    await here.services.database.artefact.update({ where: { id: here.artefactId }, data: { lockedAt: new Date() } })
    expect(await here.state(here.people.haapavesi, 'costs', 'accepts')).toMatchObject({ outcome: 'stated' })
  })
})

describe('A position belongs to what the clause said', () => {
  it('is marked as given on earlier wording when the clause is rewritten, and no more when the wording comes back', async () => {
    await here.state(here.people.haapavesi, 'costs', 'accepts')
    await here.write(other)
    expect(await cellsOf(here, 'costs')).toEqual(['accepts earlier', 'none', 'none'])
    await here.write(shortAgreement)
    expect(await cellsOf(here, 'costs')).toEqual(['accepts', 'none', 'none'])
  })

  it('is not stored where the clause says something else than the person saw; they are shown what it says', async () => {
    const seen = wordedClauses(shortAgreement).find(({ id }) => id === 'costs')?.hash
    await here.write(other)
    expect(await here.state(here.people.haapavesi, 'costs', 'accepts', '', seen)).toMatchObject({
      outcome: 'wording-changed',
      wording: 'Kustannukset\nKunta vastaa kaikesta.',
    })
    expect(await statementsAfter(here.services, here.artefactId, 0)).toEqual([])
  })

  it('is refused plainly on a clause that is gone, and the old ones are there again when the clause is', async () => {
    await here.state(here.people.haapavesi, 'parties', 'accepts')
    await here.write(other)
    expect(await here.state(here.people.haapavesi, 'parties', 'objects', 'Miksi?')).toEqual({ outcome: 'clause-gone' })
    await here.write(shortAgreement)
    expect(await cellsOf(here, 'parties')).toEqual(['accepts', 'none', 'none'])
  })

  it('is not asked of a clause that only gathers others', async () => {
    expect(await here.state(here.people.haapavesi, 'governance', 'accepts')).toEqual({ outcome: 'clause-gone' })
    expect(await cellsOf(here, 'governance')).toEqual([])
  })
})

describe('Who may say it', () => {
  it('is somebody who speaks for an organisation, and the others are told why not', async () => {
    const { ids, participant, artefact } = here
    const of = async (role: 'owner' | 'facilitator' | 'viewer', organisationId: string | null) =>
      voiceOf(await participant(role, organisationId), await artefact())
    const own = ids.oulainen
    expect(await of('facilitator', own)).toEqual({ may: true, organisation: own })
    expect(await of('owner', null)).toEqual({ may: false, why: 'no-organisation' })
    expect(await of('viewer', own)).toEqual({ may: false, why: 'viewer' })
    const guest = {
      kind: 'guest' as const,
      seatId: 's',
      workshopId: 'w',
      projectId: here.projectId,
      name: 'Vieras',
      organisationId: own,
      artefactIds: [here.artefactId],
      admitted: true,
    }
    expect(voiceOf(guest, await artefact())).toEqual({ may: false, why: 'guest' })
  })

  it('never says it for another organisation', async () => {
    await here.state(here.people.oulainen, 'costs', 'objects', 'Ei käy.')
    const [statement] = await statementsAfter(here.services, here.artefactId, 0)
    expect(statement?.organisation).toBe(here.ids.oulainen)
  })
})

describe('An organisation', () => {
  it('that is renamed keeps what it said', async () => {
    await here.state(here.people.haapavesi, 'costs', 'accepts')
    const id = here.ids.haapavesi
    await here.services.database.organisation.update({ where: { id }, data: { name: 'Haapaveden kaupunki' } })
    const table = await tableNow(here)
    expect(table.organisations[0]).toMatchObject({ organisation: { name: 'Haapaveden kaupunki' }, tally: { accepts: 1 } })
  })

  it('that has left the project is in no table', async () => {
    await here.state(here.people.kela, 'costs', 'objects', 'Ei käy.')
    const id = here.ids.kela
    await here.services.database.membership.deleteMany({ where: { organisationId: id } })
    await here.services.database.organisation.delete({ where: { id } })
    expect(await cellsOf(here, 'costs')).toEqual(['none', 'none'])
  })
})
