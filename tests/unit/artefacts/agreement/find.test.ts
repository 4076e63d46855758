import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { agreement, clause, paragraph, table } from '../../../../app/artefacts/agreement/model/compose'
import type { Agreement, Inline } from '../../../../app/artefacts/agreement/model/content'
import { mendAgreement } from '../../../../app/artefacts/agreement/model/mend'
import { placeClauses } from '../../../../app/artefacts/agreement/model/clauses'
import { atomsIn, textLines } from '../../../../app/artefacts/agreement/model/text-places'
import { definedTerms } from '../../../../app/artefacts/agreement/model/terms'
import { atomNodes } from '../../../../app/artefacts/agreement/view/editor/atoms'
import { findMatches, replaceMatches, type Query } from '../../../../app/artefacts/agreement/view/editor/find'
import { marks } from '../../../../app/artefacts/agreement/view/editor/marks'
import { textNodes } from '../../../../app/artefacts/agreement/view/editor/nodes'
import { ClauseReference } from '../../../../app/artefacts/agreement/view/editor/references'
import { tableNodes } from '../../../../app/artefacts/agreement/view/editor/tables'
import { rangeOf } from '../../../../app/artefacts/agreement/view/editor/text-place'

const schema = getSchema([...textNodes, ...tableNodes, ClauseReference, ...atomNodes, ...marks])

const stateOf = (content: Agreement) =>
  EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content: content.clauses }) })

const query = (words: string, options: Partial<Query> = {}): Query => ({
  words,
  matchCase: false,
  wholeWords: false,
  ...options,
})

const found = (content: Agreement, wanted: Query) => {
  const { doc } = stateOf(content)
  return findMatches(doc, wanted).map(({ from, to }) => doc.textBetween(from, to))
}

/** The agreement after all matches have been replaced in one transaction. */
function replaced(content: Agreement, wanted: Query, words: string): Agreement {
  const state = stateOf(content)
  const { doc } = replaceMatches(state, findMatches(state.doc, wanted), words)
  return mendAgreement((doc.toJSON() as { content?: unknown }).content)
}

const line = (...content: Inline[]): Agreement => ({
  clauses: [
    {
      type: 'clause',
      attrs: { id: 'a' },
      content: [{ type: 'clauseTitle' }, { type: 'paragraph', content }],
    },
  ],
})
const plain = (text: string): Inline => ({ type: 'text', text })
const bold = (text: string): Inline => ({ type: 'text', text, marks: [{ type: 'bold' }] })
const textOf = (content: Agreement) => JSON.stringify(content)

describe('find and replace', () => {
  const content = agreement(
    clause('a', 'Kunnan vastuut', paragraph('Kunta **vastaa**. Kuntayhtymä ei.'), clause('b', 'Muut', paragraph('kunta'))),
    clause('c', 'Taulukko', table(['Kunta', 'Tehtävä'], ['Niemelä', 'kunta (1)'])),
  )

  it('finds words in titles, text and tables, in reading order', () => {
    expect(found(content, query('kun'))).toEqual(['Kun', 'Kun', 'Kun', 'kun', 'Kun', 'kun'])
  })

  it('tells capital letters and whole words apart where one asks for it', () => {
    expect(found(content, query('kunta', { matchCase: true }))).toEqual(['kunta', 'kunta'])
    expect(found(content, query('kunta', { wholeWords: true }))).toEqual(['Kunta', 'kunta', 'Kunta', 'kunta'])
  })

  it('takes signs for what they are', () => {
    expect(found(content, query('(1)'))).toEqual(['(1)'])
    expect(found(content, query('.*'))).toEqual([])
    expect(found(content, query('a/b-[c]\\'))).toEqual([])
  })

  it('replaces all of them in one transaction', () => {
    const after = replaced(content, query('kunta', { wholeWords: true }), 'kaupunki')
    expect(textOf(after).match(/kaupunki/g)).toHaveLength(4)
    expect(textOf(after)).toContain('Kuntayhtymä ei.')
  })

  it('never takes part of what is no text, and leaves it standing', () => {
    const party: Inline = { type: 'party', attrs: { organisation: 'o1', name: 'Kunta' } }
    const note: Inline = { type: 'footnote', attrs: { words: 'Kunta' } }
    const before = line(plain('Kunta '), party, plain(' ja kun'), note, plain('ta'))
    const after = replaced(before, query('kunta'), 'Kaupunki')
    expect(after).toEqual(line(plain('Kaupunki '), party, plain(' ja kun'), note, plain('ta')))
  })

  it('keeps the marks of letters that stay, and gives new ones those of where they stand', () => {
    const before = line(plain('yhteinen '), bold('asiakas'), plain(' tulee'))
    expect(replaced(before, query('yhteinen asiakas'), 'yhteinen asiakkuus')).toEqual(
      line(plain('yhteinen '), bold('asiakkuus'), plain(' tulee')),
    )
    const term: Inline = { type: 'text', text: 'Asiakas', marks: [{ type: 'definedTerm' }] }
    expect(replaced(line(term, plain(' on.')), query('asiakas'), 'Palvelun käyttäjä')).toEqual(
      line({ ...term, text: 'Palvelun käyttäjä' }, plain(' on.')),
    )
  })

  it('can replace words with nothing, also in a title', () => {
    expect(textOf(replaced(content, query('Kunnan '), ''))).toContain('"vastuut"')
  })
})

describe('a place in the text', () => {
  it('is the same in the editor as in the content, past titles, atoms and sub-clauses', () => {
    const content = mendAgreement({
      clauses: [
        {
          type: 'clause',
          attrs: { id: 'a' },
          content: [
            { type: 'clauseTitle', content: [{ type: 'text', text: 'Otsikko' }] },
            { type: 'paragraph', content: [plain('Katso '), { type: 'clauseReference', attrs: { clause: 'gone' } }, plain('.')] },
            { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [plain('kohta')] }] }] },
            {
              type: 'paragraph',
              content: [plain('Sana '), { type: 'text', text: 'asiakas', marks: [{ type: 'definedTerm' }] }, plain(' on.')],
            },
            {
              type: 'clause',
              attrs: { id: 'b' },
              content: [{ type: 'clauseTitle' }, { type: 'paragraph', content: [plain('Asiakkaan oikeus.')] }],
            },
          ],
        },
      ],
    })
    const { doc } = stateOf(content)
    const placed = placeClauses(content)
    const textAt = (place: Parameters<typeof rangeOf>[1]) => {
      const range = rangeOf(doc, place)
      return range && doc.textBetween(range.from, range.to, undefined, ({ type }) => `[${type.name}]`)
    }
    const [reference] = atomsIn(textLines(placed))
    const [term] = definedTerms(placed)
    expect(reference && textAt(reference.place)).toBe('[clauseReference]')
    expect(term && textAt(term.place)).toBe('asiakas')
    expect(term?.uses.map(({ place }) => textAt(place))).toEqual(['Asiakkaan'])
    expect(rangeOf(doc, { clause: 'gone', at: 0, length: 1 })).toBeUndefined()
    expect(rangeOf(doc, { clause: 'a', at: 500, length: 1 })).toBeUndefined()
  })
})
