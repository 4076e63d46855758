import { describe, expect, it } from 'vitest'
import fi from '../../../../app/artefacts/agreement/messages/fi.json'
import { agreementExport } from '../../../../app/artefacts/agreement/export'
import { countWords, placeClauses } from '../../../../app/artefacts/agreement/model/clauses'
import {
  agreement,
  bullets,
  clause,
  numbered,
  paragraph,
  table,
} from '../../../../app/artefacts/agreement/model/compose'
import { agreementSchema, type Paragraph } from '../../../../app/artefacts/agreement/model/content'
import { mendAgreement } from '../../../../app/artefacts/agreement/model/mend'
import { createKindTranslate } from '../../../../app/i18n/translator'
import { exampleAgreement } from '../../../../prisma/seed/example/agreement'

const t = createKindTranslate('fi', fi)

const content = agreement(
  clause(
    'a',
    'Osapuolet',
    paragraph('Katso **kohta** [[c]] ja [[gone]].'),
    clause('b', 'Kunnat', bullets('Haapavesi', ['Ylivieska', numbered('yksi')])),
  ),
  clause('c', 'Vastuut', table(['Tehtävä', 'Vastaa'], ['Ensikontakti', 'Kunta'])),
)

describe('an agreement as a document', () => {
  const { blocks } = agreementExport.toDocument(content, 'Sopimus', t, 'fi')

  it('has a numbered heading for each clause, at its level', () => {
    const headings = blocks.filter((block) => block.type === 'heading')
    expect(headings.map(({ level, id, numbered: counts }) => [level, id, counts])).toEqual([
      [1, 'a', true],
      [2, 'b', true],
      [1, 'c', true],
    ])
  })

  it('points at the clause that a reference means, and says plainly when that is gone', () => {
    const [first] = blocks.filter((block) => block.type === 'paragraph')
    expect(first?.children).toEqual([
      { type: 'text', text: 'Katso ' },
      { type: 'text', text: 'kohta', bold: true },
      { type: 'text', text: ' ' },
      { type: 'reference', target: 'c', fallback: '2' },
      { type: 'text', text: '\u00a0Vastuut' },
      { type: 'text', text: ' ja ' },
      { type: 'text', text: 'poistettu kohta', italic: true },
      { type: 'text', text: '.' },
    ])
  })

  it('lists its annexes with version and hash, and numbers references to them by their order', () => {
    const attached = { artefact: 'board', version: 3, hash: 'a'.repeat(64) }
    const [first] = content.clauses
    if (!first) throw new Error('There is no clause')
    const paragraphWith = (annex: string): Paragraph => ({
      type: 'paragraph',
      content: [{ type: 'annexReference', attrs: { annex } }],
    })
    const annexed = {
      clauses: [{ ...first, content: [...first.content.slice(0, 1), paragraphWith('x2'), paragraphWith('gone')] }],
      annexes: [
        { id: 'x1', title: 'Malli', ...attached },
        { id: 'x2', title: 'Palvelupolku', ...attached },
      ],
    }
    const written = JSON.stringify(agreementExport.toDocument(annexed, 'Sopimus', t, 'fi'))
    expect(written).toContain('"text":"liite 2"')
    expect(written).toContain('"text":"liite puuttuu"')
    expect(written).toContain('Liite 2. Palvelupolku, versio 3')
    expect(written).toContain('a'.repeat(64))
    const parts = agreementExport.parts(annexed, t)
    expect(parts.filter(({ kind }) => kind === 'Liite').map(({ name }) => name)).toEqual(['Liite 1 Malli', 'Liite 2 Palvelupolku'])
  })

  it('writes footnotes as footnotes, with their words', () => {
    const noted = mendAgreement({
      clauses: [
        {
          type: 'clause',
          attrs: { id: 'a' },
          content: [
            { type: 'clauseTitle' },
            { type: 'paragraph', content: [{ type: 'text', text: 'Laki' }, { type: 'footnote', attrs: { words: '380/2023' } }] },
          ],
        },
      ],
    })
    const [line] = agreementExport.toDocument(noted, 'Sopimus', t, 'fi').blocks.filter(({ type }) => type === 'paragraph')
    expect(line).toMatchObject({
      children: [{ text: 'Laki' }, { type: 'footnote', children: [{ type: 'text', text: '380/2023' }] }],
    })
  })

  it('names its tables by their clause, with their header row and column', () => {
    const [found] = blocks.filter((block) => block.type === 'table')
    expect(found).toMatchObject({ caption: 'Vastuut', headerRows: 1, rowHeaders: true })
  })

  it('tells several tables of one clause apart, and names those of a clause without a title', () => {
    const rows = table(['Tehtävä'], ['Ensikontakti'])
    const several = agreement(clause('a', 'Kustannukset', rows, rows), clause('b', '', rows))
    const found = agreementExport.toDocument(several, 'Sopimus', t, 'fi').blocks.filter(({ type }) => type === 'table')
    expect(found).toMatchObject([
      { caption: 'Kustannukset (1/2)' },
      { caption: 'Kustannukset (2/2)' },
      { caption: fi.untitled },
    ])
  })

  it('says so when there is nothing in it yet', () => {
    const empty = agreementExport.toDocument({ clauses: [] }, 'Sopimus', t, 'fi')
    expect(empty.blocks).toHaveLength(1)
  })
})

describe('the parts of an agreement, for comparing', () => {
  it('tell each clause by number, place and plain words', () => {
    const parts = agreementExport.parts(content, t)
    expect(parts.map(({ name, place }) => [name, place])).toEqual([
      ['1 Osapuolet', ''],
      ['1.1 Kunnat', '1 Osapuolet'],
      ['2 Vastuut', ''],
    ])
    const texts = parts.map(({ fields }) => fields[1]?.text)
    expect(texts).toEqual([
      'Katso kohta [Vastuut] ja [poistettu kohta].',
      '• Haapavesi\n• Ylivieska\n  1. yksi',
      'Tehtävä | Vastaa\nEnsikontakti | Kunta',
    ])
  })
})

describe("the example project's agreement", () => {
  const placed = placeClauses(exampleAgreement)

  it('is in the strict form, with an id for every clause', () => {
    expect(agreementSchema.parse(exampleAgreement)).toEqual(exampleAgreement)
    expect(mendAgreement(exampleAgreement)).toEqual(exampleAgreement)
    expect(new Set(placed.map(({ id }) => id)).size).toBe(placed.length)
  })

  it('is as long as a board would read, and refers to no clause that is not there', () => {
    expect(countWords(exampleAgreement)).toBeGreaterThan(2_500)
    expect(countWords(exampleAgreement)).toBeLessThan(4_000)
    const ids = new Set(placed.map(({ id }) => id))
    const references = [...JSON.stringify(exampleAgreement).matchAll(/"clause":"([\w-]+)"/g)].map(
      ([, id]) => id,
    )
    expect(references.length).toBeGreaterThan(8)
    expect(references.filter((id) => id === undefined || !ids.has(id))).toEqual([])
  })

  it('holds every clause that a partnership agreement holds', () => {
    const titles = placed.map(({ title }) => title).join('\n')
    for (const expected of [
      'Sopijapuolet',
      'Tausta ja tarkoitus',
      'Määritelmät',
      'Tavoitteet',
      'Yhteistyön periaatteet',
      'Roolit ja vastuut',
      'Yhteinen palveluprosessi ja asiakasohjaus',
      'Johtaminen ja päätöksenteko',
      'Ohjausryhmä',
      'Työryhmä',
      'Henkilöstö ja osaaminen',
      'Tiedonvaihto ja tietosuoja',
      'Kustannukset ja resurssit',
      'Viestintä',
      'Arviointi',
      'Mittarit',
      'Laadunvarmistus',
      'Sopimuksen muuttaminen',
      'Voimaantulo',
      'Irtisanominen',
      'Erimielisyydet',
      'Liitteet',
      'Hyväksyminen',
    ]) {
      expect(titles).toContain(expected)
    }
  })
})
