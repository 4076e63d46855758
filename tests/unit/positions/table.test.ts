import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreement, clause, paragraph } from '../../../app/artefacts/agreement/model/compose'
import { wordedClauses } from '../../../app/artefacts/agreement/model/wording'
import {
  keepRows,
  nextDisputed,
  positionTable,
  silentRows,
  type AskedClause,
  type PositionTable,
} from '../../../app/positions/model/position-table'
import { progressSeries } from '../../../app/positions/model/progress'
import type { Stance } from '../../../app/positions/model/stance'
import { mergeStatements, type Statement } from '../../../app/positions/model/statement'

const asked = (id: string, hash = 'h', isHeading = false): AskedClause => ({
  id,
  hash,
  isHeading,
  number: id,
  title: id,
  level: 1,
})
const organisations = (['a', 'b'] as const).map((id) => ({ id, name: id, type: 'municipality' as const }))
let ids = 0
const said = (on: string, organisation: string, stance: Stance, over: Partial<Statement> = {}): Statement => {
  ids += 1
  return { id: ids, clause: on, organisation, stance, words: '', wordingHash: 'h', by: 'Edustaja', at: ids, ...over }
}

describe('What an organisation can accept at once', () => {
  it('is what it has said nothing about, or taken its position back from; never a heading', () => {
    const { rows } = positionTable([asked('1'), asked('2'), asked('3', 'h', true), asked('4')], organisations, [
      said('1', 'a', 'objects'),
      said('2', 'b', 'accepts'),
      said('4', 'a', 'accepts'),
      said('4', 'a', 'none'),
    ])
    expect(silentRows(rows, 'a').map(({ clause }) => clause.id)).toEqual(['2', '4'])
    expect(silentRows(rows, 'b').map(({ clause }) => clause.id)).toEqual(['1', '4'])
    expect(silentRows(rows, 'c')).toEqual([])
  })
})

describe('The next disputed clause', () => {
  const clauses = ['1', '2', '3', '4'].map((id) => asked(id))
  const { rows } = positionTable(clauses, organisations, [
    said('2', 'a', 'objects'),
    said('3', 'a', 'accepts'),
    said('3', 'b', 'open'),
    said('4', 'b', 'accepts-with-change'),
  ])

  it('is the next one that somebody objects to or wants changed; an open question is no dispute', () => {
    expect(nextDisputed(rows)).toBe('2')
    expect(nextDisputed(rows, '2')).toBe('4')
  })

  it('comes round again after the last one, also from a clause that is gone', () => {
    expect(nextDisputed(rows, '4')).toBe('2')
    expect(nextDisputed(rows, 'gone')).toBe('2')
    expect(nextDisputed(positionTable(clauses, organisations, []).rows)).toBeUndefined()
  })
})

describe('The figures', () => {
  it('count every organisation on every clause that has a text of its own', () => {
    const table = positionTable([asked('1'), asked('2', 'h', true), asked('3')], organisations, [
      said('1', 'a', 'accepts'),
      said('2', 'a', 'objects'),
      said('3', 'a', 'accepts', { wordingHash: 'before' }),
    ])
    expect(table.total).toMatchObject({ accepts: 2, objects: 0, none: 2, earlier: 1, all: 4 })
    expect(table.organisations.map(({ tally }) => tally.accepts)).toEqual([2, 0])
  })
})

describe('A row of the table', () => {
  it('stays the same while somebody writes in another clause, and says it when its own wording or a position changes', () => {
    const kept = keepRows()
    const statements = [said('1', 'a', 'accepts'), said('2', 'a', 'open')]
    const table = (second: AskedClause, more: Statement[] = []) =>
      kept(positionTable([asked('1'), second], organisations, [...statements, ...more]).rows)
    const before = table(asked('2'))
    const written = table(asked('2', 'other words'))
    expect(written.get('1')).toBe(before.get('1'))
    expect(written.get('2')?.tally.earlier).toBe(1)
    const stated = table(asked('2', 'other words'), [said('1', 'b', 'objects')])
    expect(stated.get('1')?.isDisputed).toBe(true)
    expect(stated.get('2')).toBe(written.get('2'))
  })
})

describe('Progress over time', () => {
  it('says where everybody stood when each workshop ended', () => {
    const statements = [
      said('1', 'a', 'objects', { at: 10 }),
      said('1', 'b', 'accepts', { at: 15 }),
      said('1', 'a', 'accepts', { at: 25 }),
      said('gone', 'a', 'accepts', { at: 5 }),
    ]
    const moments = [
      { id: 'w2', title: 'Toinen', at: 30 },
      { id: 'w1', title: 'Ensimmäinen', at: 20 },
    ]
    const series = progressSeries([asked('1')], organisations, statements, moments)
    expect(series.map(({ moment, stances, all }) => [moment.id, stances.accepts, stances.objects, stances.none, all])).toEqual([
      ['w1', 1, 1, 0, 2],
      ['w2', 2, 0, 0, 2],
    ])
  })
})

describe('With random statements and rewritings', () => {
  const texts = ['yksi', 'kaksi', 'kolme']
  const act = fc.oneof(
    fc.record({
      does: fc.constant('state' as const),
      on: fc.constantFrom('c1', 'c2', 'c3'),
      by: fc.constantFrom('a', 'b'),
      stance: fc.constantFrom<Stance>('accepts', 'accepts-with-change', 'open', 'objects', 'none'),
    }),
    fc.record({ does: fc.constant('write' as const), on: fc.constantFrom('c1', 'c2', 'c3'), text: fc.constantFrom('', ...texts) }),
  )

  it('every page computes the same table, however late and in what order it heard of them', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), fc.integer(), (acts, seed) => {
        const wordings = new Map([['c1', 'yksi'], ['c2', 'yksi'], ['c3', 'yksi']])
        // A clause whose text is empty is not in the agreement.
        const content = () =>
          agreement(...[...wordings].flatMap(([id, text]) => (text === '' ? [] : [clause(id, id, paragraph(text))])))
        const statements: Statement[] = []
        /** One page asks after each act, another one only now and then, and hears in another order. */
        let early: Statement[] = []
        let late: Statement[] = []
        acts.forEach((one, index) => {
          if (one.does === 'write') wordings.set(one.on, one.text)
          else {
            const now = wordedClauses(content()).find(({ id }) => id === one.on)
            if (now) statements.push(said(one.on, one.by, one.stance, { wordingHash: now.hash }))
          }
          early = mergeStatements(early, statements.filter(({ id }) => id > newest(early)))
          if ((index + seed) % 7 === 0) late = mergeStatements(late, statements.filter(({ id }) => id > newest(late)).reverse())
        })
        late = mergeStatements(late, statements.filter(({ id }) => id > newest(late)))
        const clauses = wordedClauses(content())
        const whole = positionTable(clauses, organisations, statements)
        expect(plain(positionTable(clauses, organisations, early))).toEqual(plain(whole))
        expect(plain(positionTable(clauses, organisations, late))).toEqual(plain(whole))
        for (const { cells } of whole.rows) {
          for (const { statement, stance, isEarlier } of cells) {
            const mine = statements.filter((one) => one.clause === statement?.clause && one.organisation === statement.organisation)
            expect(statement).toBe(mine.at(-1))
            if (stance === 'none') expect(isEarlier).toBe(false)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  const newest = (statements: readonly Statement[]) => Math.max(0, ...statements.map(({ id }) => id))
  const plain = ({ rows, total }: PositionTable) => ({
    total,
    rows: rows.map(({ clause: { id }, cells, isDisputed }) => ({
      id,
      isDisputed,
      cells: cells.map(({ organisation, stance, statement, isEarlier }) => [organisation.id, stance, statement?.id, isEarlier]),
    })),
  })
})
