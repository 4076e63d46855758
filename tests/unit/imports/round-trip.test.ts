import { describe, expect, it } from 'vitest'
import { agreement as kind } from '../../../app/artefacts/agreement'
import { bullets, clause, paragraph, table } from '../../../app/artefacts/agreement/model/compose'
import { agreedText } from '../../../app/artefacts/agreement/model/agreed-text'
import type { Agreement, ListItem, Mark, Paragraph } from '../../../app/artefacts/agreement/model/content'
import { importDocx } from '../../../app/imports/docx/import-docx'
import type { ImportOutcome } from '../../../app/imports/docx/outcome'
import type { Thread } from '../../../app/remarks/model/content'
import { at, by, plainAgreement as plain, reviewFile, run, suggested, threads } from '../../support/word/reviewed-agreement'

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

describe('an agreement that goes out as a Word file and comes back', () => {
  it('is the same: clauses by their ids, lists, tables, references, links and emphasis', async () => {
    const { agreement, found } = taken(await reviewFile(plain))
    expect(agreement).toEqual(plain)
    expect(found).toMatchObject({ clauses: 4, tables: 1, suggestions: 0, headings: 'styles', left: [] })
    expect(found.title).toBe('Kumppanuussopimus')
  })

  it('keeps defined terms, footnotes, line breaks and cells that span', async () => {
    const content: Agreement = {
      clauses: [
        clause(
          'a',
          'A',
          {
            type: 'paragraph',
            content: [run('Sana', { type: 'definedTerm' }), { type: 'footnote', attrs: { words: 'Alaviitteen sanat.' } }, run(' ja'), { type: 'hardBreak' }, run('rivi')],
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
    expect(taken(await reviewFile(content)).agreement).toEqual(content)
  })

  it('keeps every template as it was', async () => {
    for (const template of await kind.loadTemplates()) {
      const content = template.content.fi
      const { agreement, found } = taken(await reviewFile(content))
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
            { type: 'clauseTitle', content: [{ type: 'text', text: 'Osapuolet' }, { type: 'text', text: ' ja roolit', marks: [inserted] }] },
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
    const { agreement, found } = taken(await reviewFile(content))
    expect(withoutIds(agreement)).toEqual(withoutIds(content))
    expect(found.suggestions).toBe(7)
    expect(found.left).toEqual([])
  })

  it('keeps items of lists that are suggested, divided and joined, and a link as words that give way to the same words', async () => {
    const item = (words: string, does?: 'insert' | 'delete', id = '', marks: Mark[] = []): ListItem => ({
      type: 'listItem',
      content: [{ type: 'paragraph', ...(does ? { attrs: { suggestion: { ...by(id), does } } } : {}), content: [run(words, ...marks)] }],
    })
    const list: ListItem[] = [
      item('tilat'),
      item('tuki', 'insert', 's1', [{ type: 'insertion', attrs: by('s1') }]),
      item('ohjaus'),
      item('maksut', 'insert', 's2'),
      item('valvonta', 'delete', 's3'),
    ]
    const content = (line: Paragraph): Agreement => ({ clauses: [clause('a', 'Tehtävät', line, { type: 'bulletList', content: list })] })
    const link: Mark = { type: 'link', attrs: { href: 'https://www.finlex.fi/' } }
    const suggestedLink: Mark = { type: 'formatting', attrs: { ...by('s0'), change: '+link https://www.finlex.fi/' } }
    const { agreement, found } = taken(await reviewFile(content({ type: 'paragraph', content: [run('Katso '), run('laki', suggestedLink), run('.')] })))
    const line: Paragraph = {
      type: 'paragraph',
      content: [run('Katso '), run('laki', { type: 'deletion', attrs: by('s0') }), run('laki', link, { type: 'insertion', attrs: by('s0') }), run('.')],
    }
    expect(withoutIds(agreement)).toEqual(withoutIds(content(line)))
    expect(found.left).toEqual([])
    expect(agreedText(agreement)).toEqual({
      clauses: [clause('a', 'Tehtävät', paragraph('Katso laki.'), bullets('tilat', 'ohjausmaksut', 'valvonta'))],
    })
  })

  it('keeps clauses that a workshop proposes, and those that are suggested to come, to go and to move', async () => {
    const content: Agreement = {
      clauses: [
        { ...clause('proposed', 'Työpajasta', paragraph('Teksti.')), attrs: { id: 'proposed', state: 'proposed' } },
        suggested(clause('new', 'Uusi', paragraph('Teksti.'), bullets('a'), clause('new-1', 'Alakohta', paragraph('x'))), { ...by('s1'), does: 'insert' }),
        clause('stays', 'Pysyvä', paragraph('Teksti.')),
        suggested(clause('gone', 'Poistuva', paragraph('Teksti.'), table(['a', 'b'], ['c', 'd'])), { ...by('s2'), does: 'delete' }),
        suggested(clause('moves', 'Siirtyvä', paragraph('Teksti.'), clause('along', 'Mukana', paragraph('y'))), { ...by('s3'), does: 'move', into: null, before: 'stays' }),
        clause('last', 'Viimeinen', paragraph('z')),
      ],
    }
    expect(withoutIds(taken(await reviewFile(content)).agreement)).toEqual(withoutIds(content))
  })

  it('keeps shared comments where they were, with their answers and whether they are settled', async () => {
    const { remarks, found, agreement } = taken(await reviewFile(plain, threads))
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
    expect(taken(await reviewFile(plain, [thread])).remarks.threads[0]?.resolved).toBeDefined()
  })
})
