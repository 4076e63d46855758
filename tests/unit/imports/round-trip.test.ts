import { describe, expect, it } from 'vitest'
import { agreement as kind } from '../../../app/artefacts/agreement'
import { agreementExport } from '../../../app/artefacts/agreement/export'
import { bullets, clause, numbered, paragraph, table } from '../../../app/artefacts/agreement/model/compose'
import type { Agreement, Clause, Mark } from '../../../app/artefacts/agreement/model/content'
import { commentsInTree } from '../../../app/exports/comments-in-tree'
import { writeDocx } from '../../../app/exports/docx/write.server'
import { createKindTranslate } from '../../../app/i18n/translator'
import { importDocx } from '../../../app/imports/docx/import-docx'
import type { ImportOutcome } from '../../../app/imports/docx/outcome'
import type { Thread } from '../../../app/remarks/model/content'
import { documentOf } from '../exports/sample'

const at = Date.parse('2026-11-20T09:30:00Z')
const by = (id: string, name = 'Asiantuntija', organisation = 'Kela') => ({ id, author: 'user:1', name, organisation, at })
const run = (text: string, ...marks: Mark[]) => ({ type: 'text' as const, text, ...(marks.length > 0 ? { marks } : {}) })

async function written(content: Agreement, threads: Thread[] = []) {
  const t = createKindTranslate('fi', await kind.loadMessages('fi'))
  const document = documentOf()
  const tree = agreementExport.toReviewDocument?.(content, 'Kumppanuussopimus', t, 'fi')
  if (!tree) throw new Error('no review document')
  document.tree = commentsInTree(tree, threads)
  return writeDocx(document, 'fi')
}

let counted = 0
const newId = () => `new${(counted += 1)}`

function taken(bytes: Uint8Array) {
  const outcome: ImportOutcome = importDocx(bytes, { newId, untitled: 'Johdanto' })
  if (outcome.outcome !== 'read') throw new Error(outcome.reason)
  return outcome
}

/** Whose a suggestion is: a file knows their names, and no ids. */
function withoutIds(content: Agreement): unknown {
  const ids = new Map<string, number>()
  return JSON.parse(
    JSON.stringify(content, (name, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('author' in value) || !('id' in value)) return value
      const id = String(value.id)
      if (!ids.has(id)) ids.set(id, ids.size)
      return { ...value, id: ids.get(id), author: '' }
    }),
  )
}

const plain: Agreement = {
  clauses: [
    clause('o-1_a', 'Osapuolet', paragraph('Sopimuksen **osapuolia** ovat *kunnat*. Katso [sivut](https://example.org/a?b=c&d=e).')),
    clause(
      'goals',
      'Tavoitteet',
      bullets('selkeä palvelu', ['nopea palvelu', numbered('viikossa', 'kuukaudessa'), paragraph('Jatkoa.')], 'luotettava'),
      table(['Tavoite', 'Mittari'], ['Nopeus', 'Päivät'], ['Laatu', 'Palaute']),
      numbered('yksi', 'kaksi'),
      clause('sub', 'Mittarit', paragraph('Ks. kohta [[o-1_a]] ja [[subsub]].'), clause('subsub', 'Tarkemmin', paragraph('Teksti.'))),
    ),
  ],
}

describe('an agreement that goes out as a Word file and comes back', () => {
  it('is the same: clauses by their ids, lists, tables, references, links and emphasis', async () => {
    const { agreement, found } = taken(await written(plain))
    expect(agreement).toEqual(plain)
    expect(found).toMatchObject({ clauses: 4, tables: 1, suggestions: 0, headings: 'styles', left: [] })
    expect(found.title).toBe('Kumppanuussopimus')
  })

  it('keeps footnotes, line breaks and cells that span', async () => {
    const content: Agreement = {
      clauses: [
        clause(
          'a',
          'A',
          {
            type: 'paragraph',
            content: [run('Sana'), { type: 'footnote', attrs: { words: 'Alaviitteen sanat.' } }, run(' ja'), { type: 'hardBreak' }, run('rivi')],
          },
          {
            type: 'table',
            content: [
              { type: 'tableRow', content: [{ type: 'tableHeader', attrs: { rowspan: 2 }, content: [paragraph('Vaihe')] }, { type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph('Vastuu')] }] },
              { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph('Kunta')] }, { type: 'tableHeader', content: [paragraph('Järjestö')] }] },
              { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('a')] }, { type: 'tableCell', attrs: { rowspan: 2 }, content: [paragraph('b')] }, { type: 'tableCell', content: [paragraph('c')] }] },
              { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('d')] }, { type: 'tableCell', content: [paragraph('e')] }] },
            ],
          },
        ),
      ],
    }
    expect(taken(await written(content)).agreement).toEqual(content)
  })

  it('keeps every template as it was', async () => {
    for (const template of await kind.loadTemplates()) {
      const content = template.content.fi
      const { agreement, found } = taken(await written(content))
      expect(agreement).toEqual(content)
      expect(found.left).toEqual([])
    }
  })

  it('keeps suggestions in the text: who, which organisation and when', async () => {
    const inserted = { type: 'insertion', attrs: by('s1') } as const
    const other = by('s2', 'Valmistelija', 'Nuorten Ystävät ry')
    const content: Agreement = {
      clauses: [
        {
          type: 'clause',
          attrs: { id: 'a' },
          content: [
            { type: 'clauseTitle', content: [run('Osapuolet'), run(' ja roolit', inserted)] as never },
            { type: 'paragraph', content: [run('Kunnat '), run('vastaavat', { type: 'deletion', attrs: other }), run('huolehtivat', { type: 'insertion', attrs: other }), run(' palveluista.')] },
            { type: 'paragraph', content: [run('Tämä on '), run('tärkeää', { type: 'formatting', attrs: { ...by('s3'), change: '+bold' } }), run('.')] },
            { type: 'paragraph', attrs: { suggestion: { ...by('s4'), does: 'insert' } }, content: [run('Uusi kappale.', { type: 'insertion', attrs: by('s4') })] },
            { type: 'paragraph', content: [run('Pysyy.')] },
            { type: 'paragraph', attrs: { suggestion: { ...by('s5'), does: 'insert' } }, content: [run('Katkaistu tästä.')] },
            { type: 'paragraph', content: [run('Viite'), { type: 'clauseReference', attrs: { clause: 'a', suggestion: { ...by('s6'), does: 'insert' } } }, run('.'), { type: 'footnote', attrs: { words: 'Pois.', suggestion: { ...by('s7'), does: 'delete' } } }] },
          ],
        },
      ],
    }
    const { agreement, found } = taken(await written(content))
    expect(withoutIds(agreement)).toEqual(withoutIds(content))
    expect(found.suggestions).toBe(7)
    expect(found.left).toEqual([])
  })

  it('keeps clauses that are suggested to come, to go and to move', async () => {
    const suggested = (made: Clause, suggestion: Clause['attrs']['suggestion']): Clause => ({ ...made, attrs: { ...made.attrs, suggestion } })
    const content: Agreement = {
      clauses: [
        suggested(clause('new', 'Uusi', paragraph('Teksti.'), bullets('a'), clause('new-1', 'Alakohta', paragraph('x'))), { ...by('s1'), does: 'insert' }),
        clause('stays', 'Pysyvä', paragraph('Teksti.')),
        suggested(clause('gone', 'Poistuva', paragraph('Teksti.'), table(['a', 'b'], ['c', 'd'])), { ...by('s2'), does: 'delete' }),
        suggested(clause('moves', 'Siirtyvä', paragraph('Teksti.'), clause('along', 'Mukana', paragraph('y'))), { ...by('s3'), does: 'move', into: null, before: 'stays' }),
        clause('last', 'Viimeinen', paragraph('z')),
      ],
    }
    expect(withoutIds(taken(await written(content)).agreement)).toEqual(withoutIds(content))
  })

  it('keeps shared comments where they were, with their answers and whether they are settled', async () => {
    const author = (name: string, organisation: string) => ({ key: 'user:1', name, organisation })
    const said = (id: string, words: string, name: string) => ({ id, author: author(name, 'Kela'), at, words, mentions: [] })
    const passage = { on: 'passage', item: 'o-1_a', name: '1 Osapuolet', quote: 'osapuolia ovat', before: 'Sopimuksen ', after: ' kunnat', start: '', end: '' } as const
    const threads: Thread[] = [
      { id: 't1', anchor: passage, remarks: [said('r1', 'Ketkä?\nKaikki?', 'A'), said('r2', 'Kunnat.', 'B')] },
      { id: 't2', anchor: { on: 'item', item: 'goals', name: '2 Tavoitteet' }, remarks: [said('r3', 'Liikaa', 'C')], resolved: { by: author('C', 'Kela'), at } },
      { id: 't3', anchor: { on: 'all' }, remarks: [said('r4', 'Hyvä.', 'D')] },
      { id: 't4', anchor: { on: 'item', item: 'not-there', name: '9 Poissa' }, remarks: [said('r5', 'Poissa.', 'E')] },
    ]
    const { remarks, found, agreement } = taken(await written(plain, threads))
    expect(agreement).toEqual(plain)
    expect(found.comments).toBe(5)
    const byWords = new Map(remarks.threads.map((thread) => [thread.remarks[0]?.words, thread]))
    expect(byWords.get('Ketkä?\nKaikki?')).toMatchObject({ anchor: { on: 'passage', item: 'o-1_a', quote: 'osapuolia ovat' }, remarks: [{ author: { key: '', name: 'A', organisation: 'Kela' }, at }, { words: 'Kunnat.' }] })
    expect(byWords.get('Ketkä?\nKaikki?')?.resolved).toBeUndefined()
    expect(byWords.get('Liikaa')).toMatchObject({ anchor: { on: 'item', item: 'goals' }, resolved: { at } })
    expect(byWords.get('Hyvä.')?.anchor).toEqual({ on: 'all' })
    expect(byWords.get('Poissa.')?.anchor).toEqual({ on: 'all' })
  })

  it('says that a single comment is settled also where none has an answer', async () => {
    const author = { key: 'user:1', name: 'A', organisation: '' }
    const thread: Thread = { id: 't', anchor: { on: 'all' }, remarks: [{ id: 'r', author, at, words: 'Selvä.', mentions: [] }], resolved: { by: author, at } }
    expect(taken(await written(plain, [thread])).remarks.threads[0]?.resolved).toBeDefined()
  })
})
