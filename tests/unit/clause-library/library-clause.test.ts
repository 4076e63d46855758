import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { agreement, bullets, clause, paragraph, table } from '../../../app/artefacts/agreement/model/compose'
import { clauseSchema, type Agreement, type Clause, type Paragraph } from '../../../app/artefacts/agreement/model/content'
import { readAgreement, seedAgreement } from '../../../app/artefacts/agreement/model/document'
import { clauseForLibrary, freshClause } from '../../../app/artefacts/agreement/model/library-clause'
import { insertClause } from '../../../app/artefacts/agreement/model/operations'
import { placeClauses } from '../../../app/artefacts/agreement/model/clauses'
import { wordedClauses } from '../../../app/artefacts/agreement/model/wording'
import { contentRoot } from '../../../app/document/layout'

const by = { id: 's1', author: 'user:u1', name: 'Sihteeri', organisation: 'Haapavesi', at: 1 }
const kept = (content: Agreement, id: string) => clauseForLibrary(content, id, 'poistettu kohta')
const saying = (one: Clause | undefined) => wordedClauses({ clauses: one ? [one] : [] }).map(({ wording }) => wording)

const suggested: Paragraph = {
  type: 'paragraph',
  content: [
    { type: 'text', text: 'Kukin maksaa ' },
    { type: 'text', text: 'itse', marks: [{ type: 'deletion', attrs: by }] },
    { type: 'text', text: 'osuutensa', marks: [{ type: 'insertion', attrs: by }] },
  ],
}

const whole = agreement(
  clause('parties', 'Sopijapuolet', paragraph('Kunnat.')),
  clause(
    'costs',
    'Kustannukset',
    paragraph('Osapuolet: [[parties]]. Yhteiset: [[shared]]. Vanha: [[gone]].'),
    bullets('Katso [[parties]].'),
    table(['Kulu', 'Maksaja'], ['Palkat', '[[shared]]']),
    clause('shared', 'Yhteiset', suggested),
  ),
)

describe('A clause that is kept in the library', () => {
  it('comes with its sub-clauses, without what is only suggested', () => {
    expect(saying(kept(whole, 'costs')).at(-1)).toBe('Yhteiset\nKukin maksaa itse')
    const added: Clause = { ...clause('new', 'Uusi'), attrs: { id: 'new', suggestion: { ...by, does: 'insert' } } }
    expect(kept(agreement(added), 'new')).toBeUndefined()
    expect(kept(whole, 'gone')).toBeUndefined()
  })

  it('says in words what it referred to, where that does not come along; what it holds itself it still refers to', () => {
    const clauseKept = kept(whole, 'costs')
    expect(clauseSchema.safeParse(clauseKept).success).toBe(true)
    expect(saying(clauseKept)[0]).toBe(
      'Kustannukset\nOsapuolet: Sopijapuolet. Yhteiset: [Yhteiset]. Vanha: poistettu kohta.\n' +
        '• Katso Sopijapuolet.\nKulu | Maksaja\nPalkat | [Yhteiset]',
    )
  })

  it('does not say where it came from', () => {
    const carried: Clause = { ...clause('a', 'A'), attrs: { id: 'a', origin: 'decision', state: 'proposed' } }
    expect(kept(agreement(carried), 'a')?.attrs).toEqual({ id: 'a' })
  })
})

describe('A clause that is put in from the library', () => {
  function live(content: Agreement) {
    const doc = new Y.Doc()
    const root = contentRoot(doc)
    seedAgreement(root, content)
    const placed = () => placeClauses(readAgreement(root)).map(({ number, title }) => `${number} ${title}`)
    return { root, placed }
  }

  const fromLibrary = () => {
    const found = kept(whole, 'costs')
    if (!found) throw new Error('There is nothing to put in')
    return found
  }

  it('is a clause of its own each time, and its references lead into itself', () => {
    const { root, placed } = live(whole)
    const ids = [insertClause(root, fromLibrary(), 'parties'), insertClause(root, fromLibrary())]
    expect(new Set([...ids, 'costs']).size).toBe(3)
    expect(placed()).toEqual([
      '1 Sopijapuolet',
      '2 Kustannukset',
      '2.1 Yhteiset',
      '3 Kustannukset',
      '3.1 Yhteiset',
      '4 Kustannukset',
      '4.1 Yhteiset',
    ])
    const fresh = freshClause(fromLibrary())
    expect(JSON.stringify(fresh)).not.toContain('"shared"')
    expect(saying(fresh)[0]).toContain('Yhteiset: [Yhteiset]')
  })

  it('stands after what the present clause belongs to where it would be too deep beside it', () => {
    const deep = agreement(clause('a', 'A', clause('b', 'B', clause('c', 'C'), clause('d', 'D'))), clause('e', 'E'))
    const { root, placed } = live(deep)
    insertClause(root, fromLibrary(), 'c')
    expect(placed()).toEqual(['1 A', '1.1 B', '1.1.1 C', '1.1.2 D', '1.2 Kustannukset', '1.2.1 Yhteiset', '2 E'])
  })

  it('goes nowhere after a clause that is gone', () => {
    const { root, placed } = live(whole)
    expect(insertClause(root, fromLibrary(), 'nowhere')).toBeUndefined()
    expect(placed()).toHaveLength(3)
  })
})
