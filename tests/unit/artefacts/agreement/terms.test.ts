import { describe, expect, it } from 'vitest'
import { placeClauses } from '../../../../app/artefacts/agreement/model/clauses'
import type { Agreement, Inline } from '../../../../app/artefacts/agreement/model/content'
import { inflectionsOf } from '../../../../app/artefacts/agreement/model/inflection'
import { definedTerms } from '../../../../app/artefacts/agreement/model/terms'

/** Lines of one clause; **words** are marked as a defined term. */
function clauses(...lines: string[]): Agreement {
  return {
    clauses: [
      {
        type: 'clause',
        attrs: { id: 'a' },
        content: [{ type: 'clauseTitle' }, ...lines.map((line) => ({ type: 'paragraph' as const, content: inlines(line) }))],
      },
    ],
  }
}

function inlines(line: string): Inline[] {
  return line.split('**').flatMap((text, index): Inline[] => {
    if (text === '') return []
    return [{ type: 'text', text, ...(index % 2 === 1 ? { marks: [{ type: 'definedTerm' }] } : {}) }]
  })
}

const usesIn = (...lines: string[]) => {
  const [term] = definedTerms(placeClauses(clauses(...lines)))
  return term?.uses.map(({ words, differs }) => (differs ? `${words} (${differs})` : words))
}

describe('the forms of a word', () => {
  it.each([
    ['kunta', ['kunta', 'kunnan', 'kuntien', 'kunnille', 'Kuntaa'], ['kun', 'kuntayhtymä', 'kuntalainen']],
    ['asiakas', ['asiakas', 'asiakkaan', 'asiakasta', 'asiakkaisiin', 'asiakkaat'], ['asiakirja', 'asiakaspalvelu', 'asia']],
    ['sopimus', ['sopimus', 'sopimuksen', 'sopimuksilla', 'sopimukseen', 'sopimusta'], ['sopimusoikeus', 'sopia', 'sopimaton']],
    ['palvelupolku', ['palvelupolun', 'palvelupolkuja', 'palvelupolulla'], ['palvelu', 'palvelupiste']],
    ['vastuutyöntekijä', ['vastuutyöntekijän', 'vastuutyöntekijöiden'], ['vastuu', 'vastuutaho']],
    ['tieto', ['tiedon', 'tietoja', 'tiedot'], ['tie', 'tietosuojaseloste']],
    ['palveluntarve', ['palveluntarpeen', 'palveluntarve'], ['palvelu']],
    ['kund', ['kunden', 'kunder', 'kundens'], ['kundtjänsten', 'kung']],
  ])('of “%s” are found', (term, forms, others) => {
    const isForm = inflectionsOf(term)
    expect(forms.filter((form) => !isForm(form))).toEqual([])
    expect(others.filter(isForm)).toEqual([])
  })
})

describe('the defined terms of an agreement', () => {
  it('are found where they are marked, with where they are used', () => {
    const [term] = definedTerms(placeClauses(clauses('Sana **asiakas** on määritelty.', 'Kunta auttaa asiakasta.')))
    expect(term).toMatchObject({ term: 'asiakas', place: { clause: 'a', at: 5, length: 7 } })
    expect(term?.uses).toEqual([{ words: 'asiakasta', place: { clause: 'a', at: 27 + 13, length: 9 } }])
  })

  it('may have several words, each inflected', () => {
    expect(usesIn('Termi **yhteinen asiakas** tässä.', 'Kunta kohtaa yhteisen asiakkaan, ja yhteisiä asiakkaita on.')).toEqual([
      'yhteisen asiakkaan',
      'yhteisiä asiakkaita',
    ])
  })

  it('say where they are written in another case, but not at the beginning of a sentence', () => {
    expect(usesIn('Tässä **Asiakas** on.', 'Asiakas tulee. Kunta auttaa asiakasta. Asiakkaan luvalla.')).toEqual([
      'Asiakas',
      'asiakasta (case)',
      'Asiakkaan',
    ])
    // The first word of a line has a capital letter anyway.
    expect(usesIn('**Asiakas** on kuka tahansa.', 'Kunta auttaa asiakasta.')).toEqual(['asiakasta'])
  })

  it('say where they are written apart, together or with a hyphen', () => {
    expect(usesIn('Sana **palvelupolku** on.', 'Tämä palvelu-polku ja tuo palvelu polku.')).toEqual([
      'palvelu-polku (joined)',
      'palvelu polku (joined)',
    ])
    expect(usesIn('Sana **yhteinen asiakas** on.', 'Se yhteinenasiakas ja yhteinen-asiakas.')).toEqual([
      'yhteinenasiakas (joined)',
      'yhteinen-asiakas (joined)',
    ])
  })

  it('are not looked for across what stands between words', () => {
    expect(usesIn('Sana **yhteinen asiakas** on.', 'Yhteinen, asiakas. Yhteinen (asiakas).')).toEqual([])
  })
})
