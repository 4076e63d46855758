import { describe, expect, it } from 'vitest'
import { placeClauses } from '../../../../app/artefacts/agreement/model/clauses'
import {
  agreement,
  bullets,
  clause,
  paragraph,
  table,
} from '../../../../app/artefacts/agreement/model/compose'
import { agreementSchema, type Agreement } from '../../../../app/artefacts/agreement/model/content'
import { isSafeLink, meantLink } from '../../../../app/artefacts/agreement/model/links'
import { mendAgreement } from '../../../../app/artefacts/agreement/model/mend'

const outline = (content: Agreement) =>
  placeClauses(content).map(({ number, title }) => `${number} ${title}`.trim())
const text = (words: string) => ({ type: 'text', text: words })
const title = (words: string) => ({ type: 'clauseTitle', content: [text(words)] })

describe('an agreement that came out of form', () => {
  it('stays the very same when nothing is wrong with it', () => {
    const content = agreement(
      clause('a', 'Osapuolet', paragraph('**Me** ja [muut](https://example.fi/).'), clause('b', 'Kunnat')),
      clause('c', 'Vastuut', bullets('yksi', ['kaksi', bullets('kolme')]), table(['A', 'B'], ['1', '2'])),
    )
    expect(mendAgreement(content)).toEqual(content)
    expect(agreementSchema.parse(content)).toEqual(content)
  })

  it('puts what stands behind a sub-clause before it, and loses no words', () => {
    const { clauses } = mendAgreement([
      { type: 'clause', attrs: { id: 'a' }, content: [title('A'), clause('b', 'B'), paragraph('Jäljessä.')] },
    ])
    expect(clauses[0]?.content.map(({ type }) => type)).toEqual(['clauseTitle', 'paragraph', 'clause'])
  })

  it('makes a clause of its own of a second title', () => {
    const mended = mendAgreement([
      {
        type: 'clause',
        attrs: { id: 'a' },
        content: [title('A'), paragraph('a'), title('B'), paragraph('b'), clause('c', 'C')],
      },
    ])
    expect(outline(mended)).toEqual(['1 A', '2 B', '2.1 C'])
    expect(placeClauses(mended).map(({ id }) => id)).toEqual(['a', 'a-2', 'c'])
  })

  it('lifts what is deeper than three levels, in its order', () => {
    const deep = clause(
      '1',
      'A',
      clause('2', 'B', clause('3', 'C', clause('4', 'D', clause('5', 'E')), clause('6', 'F'))),
    )
    expect(outline(mendAgreement({ clauses: [deep] }))).toEqual([
      '1 A',
      '1.1 B',
      '1.1.1 C',
      '1.1.2 D',
      '1.1.3 E',
      '1.1.4 F',
    ])
  })

  it('gives clauses of one id ids of their own, always the same ones', () => {
    const twice = { clauses: [clause('a', 'A'), clause('a', 'Toinen A'), clause('a', 'Kolmas A')] }
    expect(placeClauses(mendAgreement(twice)).map(({ id }) => id)).toEqual(['a', 'a-2', 'a-3'])
  })

  it('keeps one of two copies that say the same', () => {
    const twice = {
      clauses: [clause('a', 'A', clause('b', 'B')), clause('c', 'C', clause('a', 'A', clause('b', 'B')))],
    }
    expect(outline(mendAgreement(twice))).toEqual(['1 A', '1.1 B', '2 C'])
  })

  it('keeps the words of nodes that it does not know', () => {
    const mended = mendAgreement([
      {
        type: 'clause',
        attrs: { id: 'a' },
        content: [
          title('A'),
          { type: 'blockquote', content: [paragraph('Lainaus.')] },
          { type: 'bulletList', content: [paragraph('Ilman kohtaa.')] },
          text('Irrallaan.'),
        ],
      },
    ])
    const words = JSON.stringify(mended)
    for (const kept of ['Lainaus.', 'Ilman kohtaa.', 'Irrallaan.']) expect(words).toContain(kept)
    expect(agreementSchema.safeParse(mended).success).toBe(true)
  })

  it('makes every row of a table as wide as the others, spans counted', () => {
    const cell = (attrs?: object) => ({
      type: 'tableCell',
      ...(attrs ? { attrs } : {}),
      content: [paragraph('x')],
    })
    const row = (...cells: object[]) => ({ type: 'tableRow', content: cells })
    const { clauses } = mendAgreement([
      {
        type: 'clause',
        attrs: { id: 'a' },
        content: [
          title('A'),
          {
            type: 'table',
            content: [row(cell({ rowspan: 9 }), cell(), cell()), row(cell()), row(cell({ colspan: 2 }))],
          },
        ],
      },
    ])
    const found = clauses[0]?.content[1]
    if (found?.type !== 'table') throw new Error('The table is gone')
    expect(found.content.map(({ content }) => content.length)).toEqual([3, 2, 1])
    expect(found.content[0]?.content[0]?.attrs).toEqual({ rowspan: 3 })
  })

  it.each([null, undefined, 7, 'text', [], {}, { clauses: 'x' }, [null, 1, [[]], { type: 7, content: {} }]])(
    'reads %j as an agreement without clauses',
    (odd) => {
      expect(mendAgreement(odd)).toEqual({ clauses: [] })
    },
  )
})

describe('the address of a link', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ms-word:ofe|u|https://x',
    '//host/path',
    'https:/\\evil.example',
    'https://',
    'mailto:',
    'https://a b',
    `https://example.fi/${'x'.repeat(3_000)}`,
    '',
  ])('%j is none', (href) => {
    expect(isSafeLink(href)).toBe(false)
  })

  it('is meant when somebody leaves its beginning out', () => {
    expect(meantLink(' www.finlex.fi ')).toBe('https://www.finlex.fi')
    expect(meantLink('kirjaamo@haapavesi.fi')).toBe('mailto:kirjaamo@haapavesi.fi')
    expect(meantLink('http://example.fi/a?b=c')).toBe('http://example.fi/a?b=c')
    expect(meantLink('javascript:alert(1)')).toBeUndefined()
    expect(meantLink('jotain muuta')).toBeUndefined()
  })

  it('is taken away where it is not safe, and the words stay', () => {
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'tästä', marks: [link] }] }]
    const { clauses } = mendAgreement([{ type: 'clause', attrs: { id: 'a' }, content }])
    expect(clauses[0]?.content[1]).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'tästä' }] })
  })
})
