import { agreement as kind } from '../../../app/artefacts/agreement'
import { agreementExport } from '../../../app/artefacts/agreement/export'
import { bullets, clause, numbered, paragraph, table } from '../../../app/artefacts/agreement/model/compose'
import type { Agreement, Clause, Mark } from '../../../app/artefacts/agreement/model/content'
import { commentsInTree, type PlacedThread } from '../../../app/exports/comments-in-tree'
import { writeDocx } from '../../../app/exports/docx/write.server'
import type { DocumentTree } from '../../../app/exports/tree'
import { createKindTranslate } from '../../../app/i18n/translator'
import type { Thread } from '../../../app/remarks/model/content'
import { documentOf } from '../../unit/exports/sample'

export const at = Date.parse('2026-11-20T09:30:00Z')

export const by = (id: string, name = 'Asiantuntija', organisation = 'Kela') => ({ id, author: 'user:1', name, organisation, at })

export const run = (text: string, ...marks: Mark[]) => ({ type: 'text' as const, text, ...(marks.length > 0 ? { marks } : {}) })

export const suggested = (made: Clause, suggestion: Clause['attrs']['suggestion']): Clause => ({
  ...made,
  attrs: { ...made.attrs, suggestion },
})

/** Clauses to three levels, lists in lists, a table, references, links and emphasis. */
export const plainAgreement: Agreement = {
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

const said = (id: string, words: string, name: string) => ({ id, author: { key: 'user:1', name, organisation: 'Kela' }, at, words, mentions: [] })

/** One on a passage with an answer, a settled one on a clause, one on all of it, and one whose clause is gone. */
export const threads: Thread[] = [
  {
    id: 't1',
    anchor: { on: 'passage', item: 'o-1_a', name: '1 Osapuolet', quote: 'osapuolia ovat', before: 'Sopimuksen ', after: ' kunnat', start: '', end: '' },
    remarks: [said('r1', 'Ketkä?\nKaikki?', 'A'), said('r2', 'Kunnat.', 'B')],
  },
  { id: 't2', anchor: { on: 'item', item: 'goals', name: '2 Tavoitteet' }, remarks: [said('r3', 'Liikaa', 'C')], resolved: { by: said('', '', 'C').author, at } },
  { id: 't3', anchor: { on: 'all' }, remarks: [said('r4', 'Hyvä.', 'D')] },
  { id: 't4', anchor: { on: 'item', item: 'not-there', name: '9 Poissa' }, remarks: [said('r5', 'Poissa.', 'E')] },
]

const translate = async () => createKindTranslate('fi', await kind.loadMessages('fi'))

/** As it is written out without review marks. */
export async function finalTree(content: Agreement, title = 'Kumppanuussopimus'): Promise<DocumentTree> {
  return agreementExport.toDocument(content, title, await translate(), 'fi')
}

/** The Word file with tracked changes and comments. */
export async function reviewFile(content: Agreement, about: Thread[] = []): Promise<Uint8Array> {
  const tree = agreementExport.toReviewDocument?.(content, 'Kumppanuussopimus', await translate(), 'fi')
  if (!tree) throw new Error('no review document')
  return fileOf(commentsInTree(tree, about.map(asQuoted)))
}

/** As if nobody had written since. */
export function asQuoted(thread: Thread): PlacedThread {
  return { ...thread, passage: thread.anchor.on === 'passage' ? { ...thread.anchor, nth: 0 } : null }
}

export function fileOf(tree: DocumentTree): Promise<Uint8Array> {
  const document = documentOf()
  document.tree = tree
  return writeDocx(document, 'fi')
}
