import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreement, clause, paragraph } from '../../../app/artefacts/agreement/model/compose'
import { findClauses } from '../../../app/clause-library/find-clauses'
import { describeClause, dropClause, keepClause, libraryOf, templateClauses } from '../../../app/clause-library/library.server'
import { mostLibraryClauses } from '../../../app/clause-library/library-clause'
import { newId } from '../../../app/lib/id'
import { projectWithOwner } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let projectId: string

beforeEach(async () => {
  services = await temporaryServices()
  projectId = (await projectWithOwner(services)).projectId
})

afterEach(() => services.close())

const content = agreement(
  clause('costs', 'Kustannukset', paragraph('Kukin vastaa omista matkoistaan.')),
  clause('term', 'Voimassaolo', paragraph('Toistaiseksi.')),
)
const keep = (clauseId: string, title: string, over: { note?: string; language?: 'fi' | 'sv' } = {}) =>
  keepClause(
    services,
    { projectId, content, addedByName: 'Sihteeri', gone: 'poistettu kohta' },
    { clauseId, title, note: over.note ?? '', language: over.language ?? 'fi' },
  )

/** Answers the id. */
async function kept(clauseId: string, title: string): Promise<string> {
  const answer = await keep(clauseId, title)
  if (typeof answer === 'string') throw new Error(answer)
  return answer.id
}

describe('The library of a project', () => {
  it('keeps a clause as it stood, by whom and when', async () => {
    await keep('costs', 'Kulut', { note: 'Kun jokainen maksaa itse.' })
    expect(await libraryOf(services, projectId)).toMatchObject([
      { title: 'Kulut', note: 'Kun jokainen maksaa itse.', language: 'fi', addedBy: 'Sihteeri', addedAt: services.now() },
    ])
  })

  it('keeps nothing of a clause that is gone', async () => {
    expect(await keep('gone', 'Ei mikään')).toBe('gone')
    expect(await libraryOf(services, projectId)).toEqual([])
  })

  it('keeps no more than every page can be sent, and no half agreement as a clause', async () => {
    const id = await kept('costs', 'Kulut')
    const row = await services.database.libraryClause.findUniqueOrThrow({ where: { id } })
    const others = Array.from({ length: mostLibraryClauses - 2 }, () => ({ ...row, id: newId() }))
    await services.database.libraryClause.createMany({ data: others })
    expect(await keep('term', 'Mahtuu')).toMatchObject({ id: expect.any(String) })
    expect(await keep('term', 'Ei mahdu')).toBe('full')
    const long = agreement(clause('long', 'Kaikki', ...Array.from({ length: 200 }, () => paragraph('Sana '.repeat(300)))))
    const place = { projectId, content: long, addedByName: '', gone: '' }
    expect(await keepClause(services, place, { clauseId: 'long', title: 'Kaikki', note: '', language: 'fi' })).toBe('too-long')
  })

  it('is named and tidied, and never by another project', async () => {
    const id = await kept('costs', 'Kulut')
    const other = (await projectWithOwner(services)).projectId
    const described = { title: 'Kustannusten jako', note: '', language: 'fi' } as const
    expect(await describeClause(services, { projectId: other, id }, described)).toBe(false)
    expect(await dropClause(services, { projectId: other, id })).toBe(false)
    expect(await describeClause(services, { projectId, id }, described)).toBe(true)
    expect(await libraryOf(services, projectId)).toMatchObject([{ title: 'Kustannusten jako' }])
    expect(await dropClause(services, { projectId, id })).toBe(true)
    expect(await libraryOf(services, projectId)).toEqual([])
  })

  it('leaves out what cannot be read, and shows the rest', async () => {
    const id = await kept('costs', 'Kulut')
    await keep('term', 'Kesto')
    await services.database.libraryClause.updateMany({ where: { id }, data: { content: '{"type":"clause"' } })
    expect((await libraryOf(services, projectId)).map(({ title }) => title)).toEqual(['Kesto'])
  })
})

describe('Looking for a clause', () => {
  it('finds it by its name, its note and its text, in the language that is asked for', async () => {
    await keep('costs', 'Kulut', { note: 'Pienille hankkeille' })
    await keep('term', 'Giltighet', { language: 'sv' })
    const all = await libraryOf(services, projectId)
    const found = (words: string, language: 'fi' | 'sv' | null) => findClauses(all, words, language).map(({ title }) => title)
    expect(found('MATKOISTAAN omista', null)).toEqual(['Kulut'])
    expect(found('pienille', 'fi')).toEqual(['Kulut'])
    expect(found('', 'sv')).toEqual(['Giltighet'])
    expect(found('kulut', 'sv')).toEqual([])
  })

  it('finds the clauses of the templates that come with the product, in every language', async () => {
    const all = await templateClauses('fi')
    expect(findClauses(all, 'ohjausryhmä', 'fi').map(({ title }) => title)).toContain('Johtaminen ja päätöksenteko')
    for (const language of ['fi', 'sv', 'en'] as const) {
      expect(all.filter((one) => one.language === language).length).toBeGreaterThan(15)
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })
})
