import { describe, expect, it } from 'vitest'
import { translatorFor } from '../../../app/i18n/catalogue.server'
import { positionTable } from '../../../app/positions/model/position-table'
import type { Statement } from '../../../app/positions/model/statement'
import { positionsCsv } from '../../../app/positions/positions-csv'
import { movedTo } from '../../../app/positions/view/grid-keys'

const key = (name: string, with_: { ctrlKey?: boolean; altKey?: boolean } = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...with_,
})

describe('In the table one moves with the keys', () => {
  const size = { rows: 40, columns: 14 }
  const at = { row: 5, column: 3 }

  it('one cell at a time, and stays within it', () => {
    expect(movedTo(key('ArrowUp'), at, size)).toEqual({ row: 4, column: 3 })
    expect(movedTo(key('ArrowRight'), at, size)).toEqual({ row: 5, column: 4 })
    expect(movedTo(key('ArrowLeft'), { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 })
    expect(movedTo(key('ArrowDown'), { row: 39, column: 13 }, size)).toEqual({ row: 39, column: 13 })
  })

  it('to the ends of a row and of the table, and a page at a time', () => {
    expect(movedTo(key('Home'), at, size)).toEqual({ row: 5, column: 0 })
    expect(movedTo(key('End'), at, size)).toEqual({ row: 5, column: 13 })
    expect(movedTo(key('End', { ctrlKey: true }), at, size)).toEqual({ row: 39, column: 13 })
    expect(movedTo(key('Home', { ctrlKey: true }), at, size)).toEqual({ row: 0, column: 0 })
    expect(movedTo(key('PageDown'), { row: 35, column: 3 }, size)).toEqual({ row: 39, column: 3 })
  })

  it('and leaves the browser its own keys', () => {
    expect(movedTo(key('Tab'), at, size)).toBeUndefined()
    expect(movedTo(key('ArrowLeft', { altKey: true }), at, size)).toBeUndefined()
  })
})

describe('The table as a file', () => {
  const statement: Statement = {
    id: 1,
    clause: 'costs',
    organisation: 'o1',
    stance: 'objects',
    words: '=SUM(A1)',
    wordingHash: 'before',
    by: 'Edustaja',
    at: 1,
  }
  const table = positionTable(
    [
      { id: 'costs', number: '1', title: '=HYPERLINK("x")', level: 1, hash: 'now', isHeading: false },
      { id: 'governance', number: '2', title: 'Johtaminen', level: 1, hash: 'now', isHeading: true },
    ],
    [
      { id: 'o1', name: '+Kunta', type: 'municipality' },
      { id: 'o2', name: 'Kela', type: 'authority' },
    ],
    [statement],
  )

  it('has a row for each clause and a column for each organisation, and nothing in it is a formula', () => {
    const [header, costs, governance] = positionsCsv(table, translatorFor('fi').in('positions')).slice(1).split('\r\n')
    expect(header).toBe(
      "Nro;Kohta;'+Kunta;Kela;Hyväksyy;Hyväksyy muutettuna;Avoin;Vastustaa;Ei kantaa;Annettu aiemmasta sanamuodosta",
    )
    expect(costs).toBe(
      `1;"'=HYPERLINK(""x"")";Vastustaa: =SUM(A1) (annettu aiemmasta sanamuodosta);Ei kantaa;0;0;0;1;1;1`,
    )
    expect(governance).toBe('2;Johtaminen;;;;;;;;')
  })
})
