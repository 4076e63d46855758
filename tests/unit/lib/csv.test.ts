import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutralised, toCsv } from '../../../app/lib/csv'

/** A reader of RFC 4180 with semicolons, as a spreadsheet reads it. */
function parse(csv: string): string[][] {
  const text = csv.replace(/^\ufeff/, '')
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === ';') {
      row.push(cell)
      cell = ''
    } else if (sign === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      at += 1
    } else cell += sign
  }
  return rows
}

const dangerous = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '＝'), fc.string()).map((parts) => parts.join(''))
const awkward = fc.array(fc.constantFrom('"', ';', '\r\n', '\n', ',', ' ', 'ä', '😀', "'", '='), { maxLength: 8 }).map((parts) => parts.join(''))
const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), dangerous, awkward)

describe('a table as CSV', () => {
  it('is read back as the cells that were written, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), (rows) => {
        expect(parse(toCsv(rows))).toEqual(rows.map((row) => row.map(neutralised)))
      }),
      { numRuns: 500 },
    )
  })

  it('has no text that a spreadsheet would run', () => {
    fc.assert(
      fc.property(text, (words) => {
        const [[cell = ''] = []] = parse(toCsv([[words]]))
        expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
      { numRuns: 500 },
    )
  })

  it('marks only what could be a formula, and keeps every sign of it', () => {
    expect(neutralised('=HYPERLINK("http://x";"y")')).toBe(`'=HYPERLINK("http://x";"y")`)
    expect(neutralised('-1+2')).toBe("'-1+2")
    expect(neutralised('Työpaja 1–2 = hyvä')).toBe('Työpaja 1–2 = hyvä')
  })

  it('opens by itself where decimals are commas: byte order mark, semicolons, CRLF', () => {
    expect(toCsv([['Työpaja; "paras"', 4.25, -1, null, Number.NaN]])).toBe('\ufeff"Työpaja; ""paras""";4,25;-1;;\r\n')
  })
})
