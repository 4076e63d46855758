import { describe, expect, it } from 'vitest'
import { askedAfterYes, readAsked, type Asked } from '../../../app/approvals/model/asked'
import { approvals, isApprovedByAll, standingFrom, type StoredCirculation } from '../../../app/approvals/model/standing'
import { shownChain } from './some-record'

const circulation = (otherwise: Partial<StoredCirculation> = {}, ...parties: Partial<StoredCirculation['parties'][number]>[]): StoredCirculation => ({
  id: 'circulation1',
  artefactId: 'agreement1',
  version: { id: 'version1', number: 1, name: 'Lausunnolle', title: 'Sopimus', hash: 'a'.repeat(64) },
  due: '2027-01-31',
  words: '',
  proposedAt: new Date('2026-11-17T07:00:00Z'),
  proposedByName: 'Vetäjä',
  withdrawnAt: null,
  withdrawnWords: '',
  finalAt: null,
  leftOut: [],
  parties: (parties.length > 0 ? parties : [{}]).map((party) => ({
    organisationId: 'haapavesi',
    organisationName: 'Haapavesi',
    knownVersion: null,
    yesRecord: null,
    asked: { of: 'whole' },
    ...party,
  })),
  ...otherwise,
})

const kela = { organisationId: 'kela', organisationName: 'Kela' }

describe('how an approval stands', () => {
  it('is nothing where nothing was proposed', () => {
    expect(standingFrom([], [])).toEqual({ circulation: null, final: null, all: [] })
  })

  it('waits for each party until its own decision is recorded', () => {
    const { circulation: now } = standingFrom([circulation({}, {}, kela)], shownChain({}))
    expect(now?.parties.map(({ name, answer }) => [name, answer])).toEqual([
      ['Haapavesi', 'approved'],
      ['Kela', 'waiting'],
    ])
    expect(approvals(now?.parties ?? [])).toEqual({ given: 1, of: 2 })
    expect(isApprovedByAll(now?.parties ?? [])).toBe(false)
  })

  it('goes by the newest record of a party, and keeps the ones that it took the place of', () => {
    const records = shownChain({ outcome: 'returned' }, kela, { supersedes: 1, outcome: 'approved-with-reservation' })
    const { circulation: now } = standingFrom([circulation({}, {}, kela)], records)
    expect(now?.parties[0]).toMatchObject({ answer: 'approved-with-reservation', record: { number: 3 }, superseded: [{ number: 1 }] })
    expect(isApprovedByAll(now?.parties ?? [])).toBe(true)
  })

  it('is not approved by nobody', () => {
    expect(isApprovedByAll([])).toBe(false)
  })

  it('does not count what was decided on another version', () => {
    const { circulation: now } = standingFrom([circulation({ id: 'circulation2' })], shownChain({}))
    expect(now?.parties[0]).toMatchObject({ answer: 'waiting', record: null, earlierYes: null })
  })

  it('lets an earlier yes count where the version says exactly the same, and only there', () => {
    const of = (asked: Asked, outcome = 'approved') =>
      standingFrom([circulation({ id: 'circulation2' }, { asked, yesRecord: 1 })], shownChain({ outcome })).circulation?.parties[0]
    expect(of({ of: 'nothing' })).toMatchObject({ answer: 'carried', record: null, earlierYes: { number: 1 } })
    expect(of({ of: 'changes', parts: [] })).toMatchObject({ answer: 'waiting', earlierYes: { number: 1 } })
    expect(of({ of: 'nothing' }, 'rejected')).toMatchObject({ answer: 'waiting' })
  })

  it('says of an earlier yes that was mended what it says now', () => {
    const records = shownChain({ section: '§ 1' }, { section: '§ 2', supersedes: 1 })
    const { circulation: now } = standingFrom([circulation({ id: 'circulation2' }, { asked: { of: 'nothing' }, yesRecord: 1 })], records)
    expect(now?.parties[0]?.earlierYes).toMatchObject({ number: 2, section: '§ 2' })
  })

  it('shows the circulation under way before a later one that was taken back, and the newest final one', () => {
    const day = (n: number) => new Date(Date.UTC(2026, 10, n))
    const rows = [
      circulation({ id: 'c4', withdrawnAt: day(4) }),
      circulation({ id: 'c3' }),
      circulation({ id: 'c2', finalAt: day(2) }),
      circulation({ id: 'c1', finalAt: day(1) }),
    ]
    const standing = standingFrom(rows, [])
    expect([standing.circulation?.id, standing.final?.id]).toEqual(['c3', 'c2'])
    expect(standing.all.map(({ state }) => state)).toEqual(['withdrawn', 'underway', 'final', 'final'])
  })
})

describe('what a party is asked about after its yes', () => {
  const part = (id: string, text: string) => ({ id, kind: 'Kohta', name: `${id} Otsikko`, place: '', order: 0, fields: [{ name: 'Teksti', text }] })
  const version = (title: string, ...texts: string[]) => ({
    title,
    content: { texts },
    parts: texts.map((text, index) => ({ ...part(String(index + 1), text), order: index })),
  })

  it('is nothing where every letter is the same', () => {
    expect(askedAfterYes(version('Sopimus', 'a', 'b'), version('Sopimus', 'a', 'b'))).toEqual({ of: 'nothing' })
  })

  it('is the clauses that have changed, come or gone', () => {
    expect(askedAfterYes(version('Sopimus', 'a', 'b'), version('Sopimus', 'a', 'x', 'c'))).toEqual({
      of: 'changes',
      parts: [
        { id: '2', name: '2 Otsikko', change: 'changed' },
        { id: '3', name: '3 Otsikko', change: 'added' },
      ],
    })
  })

  it('is asked also where no word of a clause but something else is another', () => {
    const before = version('Sopimus', 'a')
    expect(askedAfterYes(before, { ...before, content: { texts: ['a'], bold: true } })).toEqual({ of: 'changes', parts: [] })
    expect(askedAfterYes(before, { ...before, title: 'Toinen nimi' })).toEqual({
      of: 'changes',
      parts: [{ id: '', name: 'Toinen nimi', change: 'changed' }],
    })
  })

  it('is the whole where what was stored cannot be read', () => {
    expect(readAsked('{"of":')).toEqual({ of: 'whole' })
    expect(readAsked('{"of":"something"}')).toEqual({ of: 'whole' })
  })
})
