import type { Agreement, Annex, Clause, ClauseBlock } from '../../../app/artefacts/agreement/model/content'

const sentences = [
  'Osapuolet sopivat palveluiden yhteensovittamisesta siten, että työnhakija saa tarvitsemansa avun yhdestä paikasta.',
  'Kukin osapuoli vastaa oman toimintansa kustannuksista, ellei toisin ole kirjallisesti sovittu.',
  'Yhteistyöryhmä kokoontuu vähintään neljä kertaa vuodessa ja käsittelee toiminnan tavoitteet, mittarit ja poikkeamat.',
  'Henkilötietoja käsitellään vain siinä määrin kuin palvelun järjestäminen sitä edellyttää.',
]

const paragraph = (text: string): ClauseBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** A clause's blocks: two paragraphs, a list in each fifth, a table in each tenth. */
function blocksOf(index: number, edition: number): ClauseBlock[] {
  const [one = '', two = '', three = ''] = [0, 1, 2].map((more) => sentences[(index + more) % sentences.length])
  const changed = index % 7 === edition ? ` Kohtaa on tarkistettu version ${edition} jälkeen.` : ''
  const list: ClauseBlock = {
    type: 'bulletList',
    content: [one, two].map((text) => ({ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })),
  }
  const row = (type: 'tableHeader' | 'tableCell', words: string[]) => ({
    type: 'tableRow' as const,
    content: words.map((text) => ({ type, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })),
  })
  const table: ClauseBlock = {
    type: 'table',
    content: [row('tableHeader', ['Osapuoli', 'Osuus']), row('tableCell', ['Haapavesi', '40 %']), row('tableCell', ['Oulainen', '60 %'])],
  }
  return [
    paragraph(`${one} ${two}${changed}`),
    paragraph(`${three} ${one}`),
    ...(index % 5 === 0 ? [list] : []),
    ...(index % 10 === 0 ? [table] : []),
  ]
}

/** 300 clauses in three levels, some 60 pages. `edition` tells one version from the next. */
export function longAgreement(edition: number, annexes: Annex[]): Agreement {
  let count = 0
  const clause = (level: number): Clause => {
    count += 1
    const index = count
    const inner = level === 1 ? 5 : level === 2 && index % 6 === 2 ? 4 : 0
    const blocks = blocksOf(index, edition)
    const children = Array.from({ length: inner }, () => clause(level + 1))
    return {
      type: 'clause',
      attrs: { id: `clause-${index}` },
      content: [{ type: 'clauseTitle', content: [{ type: 'text', text: `Kohdan ${index} otsikko` }] }, ...blocks, ...children],
    }
  }
  const clauses: Clause[] = []
  while (count < 300) clauses.push(clause(1))
  return { clauses, annexes }
}
