import { describe, expect, it } from 'vitest'
import { settle } from '../../../app/exports/settle'
import type { SettledBlock, SettledTable } from '../../../app/exports/settled'
import { sheetsOf } from '../../../app/exports/sheets'
import { heading, paragraph, plainTable, text, type Block, type Table } from '../../../app/exports/tree'
import { documentOf, sampleSvg } from './sample'

const settled = (...blocks: Block[]) => settle(documentOf(...blocks), 'fi')
const headings = (...blocks: Block[]) => settled(...blocks).headings.map(({ level, number }) => [level, number])
const cell = (words: string, more: object = {}) => ({ children: [paragraph(words)], ...more })

function table(blocks: SettledBlock[]): SettledTable {
  const found = blocks.find(({ type }) => type === 'table')
  if (found?.type !== 'table') throw new Error('no table')
  return found
}

describe('headings', () => {
  it('are numbered by themselves, under the numbered ones above them', () => {
    expect(
      headings(
        heading(1, 'Johdanto'),
        heading(1, 'a', { numbered: true }),
        heading(2, 'b', { numbered: true }),
        heading(2, 'huomio'),
        heading(2, 'c', { numbered: true }),
        heading(3, 'd', { numbered: true }),
        heading(1, 'e', { numbered: true }),
        heading(2, 'f', { numbered: true }),
        heading(1, 'Liitteet'),
        heading(2, 'g', { numbered: true }),
      ),
    ).toEqual([
      [1, undefined], [1, '1'], [2, '1.1'], [2, undefined], [2, '1.2'], [3, '1.2.1'], [1, '2'], [2, '2.1'],
      [1, undefined], [2, '3'],
    ])
  })

  it('never skip a level on the way down', () => {
    expect(headings(heading(3, 'a'), heading(5, 'b'), heading(5, 'c'), heading(2, 'd'), heading(1, 'e'))).toEqual([
      [1, undefined], [2, undefined], [2, undefined], [1, undefined], [1, undefined],
    ])
  })

  it('have a name even when nobody gave one, and keep footnotes out of the contents', () => {
    const untitled = settled(heading(1, ' ', { numbered: true })).headings[0]
    expect(untitled?.title).toBe('Nimetön')
    const noted = settled({
      ...heading(1, 'Otsikko'),
      children: [text('Otsikko'), { type: 'footnote', children: [text('huomautus')] }],
    })
    expect(noted.headings[0]?.title).toBe('Otsikko')
    expect(noted.blocks[1]).toMatchObject({ type: 'paragraph', tone: 'note' })
  })

  it('inside lists and tables are strong words, not part of the outline', () => {
    const { headings: outline, blocks } = settled({ type: 'list', ordered: false, items: [[heading(1, 'Sisällä')]] })
    expect(outline).toEqual([])
    expect(blocks[0]).toMatchObject({ items: [[{ type: 'paragraph', tone: 'strong' }]] })
  })
})

describe('text', () => {
  it('breaks its lines where it was typed so, and is not empty at its ends', () => {
    expect(settled(paragraph('\n yksi\nkaksi \n')).blocks[0]).toMatchObject({
      children: [{ text: ' yksi' }, { type: 'break' }, { text: 'kaksi ' }],
    })
    expect(settled(paragraph(' '), paragraph('x')).blocks).toHaveLength(1)
  })

  it('refers to a later heading by its number, and by words to one that has none or is gone', () => {
    const reference = (target: string) => ({ type: 'reference' as const, target, fallback: 'sanat' })
    const { blocks } = settled(
      paragraph(reference('b'), reference('plain'), reference('gone')),
      heading(1, 'a', { numbered: true }),
      heading(1, 'b', { numbered: true, id: 'b' }),
      heading(1, 'c', { id: 'plain' }),
    )
    expect(blocks[0]).toMatchObject({
      children: [
        { type: 'reference', label: '2', numbered: true },
        { type: 'reference', label: 'sanat', numbered: false },
        { type: 'text', text: 'sanat' },
      ],
    })
  })
})

describe('a table', () => {
  it('has a cell at every place, once, whatever spans were asked for', () => {
    const odd: Table = {
      type: 'table',
      caption: '',
      headerRows: 1,
      rowHeaders: false,
      rows: [
        [cell('a', { rows: 9 }), cell('b', { columns: 2 })],
        [cell('c', { rows: 2 }), cell('d'), cell('e'), cell('f')],
        [cell('g', { columns: 99 })],
        [],
        [cell('h', { columns: -1, rows: 0.5 })],
      ],
    }
    const { rows, widths } = table(settled(odd).blocks)
    const places = rows.flatMap((row, rowIndex) =>
      row.flatMap(({ column, columns, rows: height }) =>
        Array.from({ length: columns * height }, (_, at) => `${rowIndex + Math.floor(at / columns)},${column + (at % columns)}`),
      ),
    )
    expect(new Set(places).size).toBe(places.length)
    expect(places).toHaveLength(rows.length * widths.length)
    expect(rows[0]?.[0]).toMatchObject({ rows: 1 })
  })

  it('gives its columns the room that their words need, and holds every word whole', () => {
    const long = 'Osapuolet sopivat vuosittain, miten kustannukset jaetaan ja kuka vastaa niiden seurannasta.'
    const rows = [['1', 'Toimintamalli', long], ['2', 'Hanke', `${long} ${long}`]]
    const { widths } = table(settled(plainTable('', ['Nro', 'Käsite', 'Selitys'], rows)).blocks)
    const [number = 0, term = 0, explained = 0] = widths
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1)
    expect(number).toBeLessThan(term)
    // A page has room for some 88 letters.
    expect(term * 88).toBeGreaterThan('Toimintamalli'.length)
    expect(explained).toBeGreaterThan(2 * term)
  })

  it('shares its room by the words alone when they are too long for it, or not there', () => {
    const word = 'a'.repeat(400)
    const equal = table(settled(plainTable('', [word, word], [])).blocks).widths
    expect(equal).toEqual([0.5, 0.5])
    expect(table(settled(plainTable('', ['', ''], [])).blocks).widths).toEqual([0.5, 0.5])
  })

  it('keeps the widths that its kind asks for', () => {
    const asked = plainTable('', ['a', 'b'], [], { widths: [3, 1] })
    expect(table(settled(asked).blocks).widths).toEqual([0.75, 0.25])
  })

  it('counts only tables with a caption', () => {
    const { blocks } = settled(plainTable('', ['a'], []), plainTable('Ensimmäinen', ['a'], []))
    expect(blocks).toMatchObject([{ number: 0 }, { number: 1 }])
  })
})

describe('pages', () => {
  it('turn for a wide figure together with its heading, and break once', () => {
    const figure = { type: 'figure' as const, svg: sampleSvg, width: 9, height: 4, description: 'd', caption: 'c', wide: true }
    const sheets = sheetsOf(
      settled(paragraph('a'), { type: 'page-break' }, heading(1, 'Kuva'), paragraph('b'), figure, { type: 'page-break' }, paragraph('c')).blocks,
    )
    expect(sheets.map(({ wide, blocks }) => [wide, ...blocks.map(({ type }) => type)])).toEqual([
      [false, 'paragraph'],
      [true, 'heading', 'paragraph', 'figure'],
      [false, 'paragraph'],
    ])
  })

  it('take a few opening words along with a wide figure, rather than leave them alone on a page', () => {
    const figure = { type: 'figure' as const, svg: sampleSvg, width: 9, height: 4, description: 'd', caption: 'c', wide: true }
    const few = sheetsOf(settled(paragraph('Mistä on kyse.'), heading(1, 'Kuva'), figure).blocks)
    expect(few.map(({ wide, blocks }) => [wide, blocks.length])).toEqual([[true, 3]])
    const many = sheetsOf(settled(paragraph('Mistä on kyse. '.repeat(40)), heading(1, 'Kuva'), figure).blocks)
    expect(many.map(({ wide, blocks }) => [wide, blocks.length])).toEqual([[false, 1], [true, 2]])
  })
})
