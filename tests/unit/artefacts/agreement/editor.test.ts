import { Editor, getSchema } from '@tiptap/core'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter } from '@tiptap/pm/tables'
import { initProseMirrorDoc, prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { placeClauses } from '../../../../app/artefacts/agreement/model/clauses'
import {
  agreement,
  bullets,
  clause,
  paragraph,
  table,
} from '../../../../app/artefacts/agreement/model/compose'
import type { Agreement } from '../../../../app/artefacts/agreement/model/content'
import { bodyOf, readAgreement } from '../../../../app/artefacts/agreement/model/document'
import { looseOf } from '../../../../app/artefacts/agreement/model/elements'
import { mendAgreement } from '../../../../app/artefacts/agreement/model/mend'
import { templates } from '../../../../app/artefacts/agreement/templates'
import { atomNodes } from '../../../../app/artefacts/agreement/view/editor/atoms'
import { ClauseForm } from '../../../../app/artefacts/agreement/view/editor/clause-form'
import { insertTable } from '../../../../app/artefacts/agreement/view/editor/insert-table'
import { marks } from '../../../../app/artefacts/agreement/view/editor/marks'
import { textNodes } from '../../../../app/artefacts/agreement/view/editor/nodes'
import {
  currentClause,
  numberedClauses,
  Numbering,
} from '../../../../app/artefacts/agreement/view/editor/numbering'
import { ClauseReference } from '../../../../app/artefacts/agreement/view/editor/references'
import { tableNodes } from '../../../../app/artefacts/agreement/view/editor/tables'
import { arbitraryOperation } from '../../../support/operations/agreement'
import { copyOf, docOf, exchange, shared } from './shared-agreement'

// A property is tried with many contents in one test.
vi.setConfig({ testTimeout: 60_000 })

const nodes = [...textNodes, ...tableNodes, ClauseReference, ...atomNodes, ...marks]

/** What an editor holds, and keeps in form, without a page to stand on. */
function editorOn(content: Agreement) {
  const { schema, extensionManager } = new Editor({
    element: null,
    // The keys of Tiptap's own ask what machine they are on.
    enableCoreExtensions: false,
    extensions: [...nodes, Numbering, ClauseForm],
    content: { type: 'doc', content: content.clauses },
  })
  let state = EditorState.create({
    doc: schema.nodeFromJSON({ type: 'doc', content: content.clauses }),
    plugins: extensionManager.plugins,
  })
  return {
    schema,
    state: () => state,
    dispatch: (transaction: Transaction) => {
      state = state.apply(transaction)
    },
    held: () => mendAgreement((state.doc.toJSON() as { content?: unknown }).content),
    outline: () => numberedClauses(state).map(({ number, title }) => `${number} ${title}`.trim()),
    /** Puts the caret behind the first `words` in the text. */
    putCaret: (words: string) => {
      let place: number | undefined
      state.doc.descendants((node, position) => {
        const at = node.isText ? (node.text ?? '').indexOf(words) : -1
        if (place === undefined && at >= 0) place = position + at + words.length
      })
      if (place === undefined) throw new Error(`Nothing says "${words}"`)
      state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)))
    },
  }
}

const start = agreement(
  clause('a', 'Osapuolet', paragraph('Me kaikki.'), clause('a1', 'Kunnat')),
  clause('b', 'Kesto', paragraph('Vuosi.')),
)

const by = { id: 's1', author: 'user:u1', name: 'Kokoaja', organisation: 'Yhdistys', at: 1_760_000_000_000 }
const inserts = { ...by, does: 'insert' as const }
const deletes = { ...by, does: 'delete' as const }

/** One of each of what the strict form knows. */
const everything: Agreement = {
  clauses: [
    {
      type: 'clause',
      attrs: { id: 'a', origin: 'd1', state: 'proposed', suggestion: { ...by, does: 'move', into: null, before: null } },
      content: [
        {
          type: 'clauseTitle',
          content: [
            { type: 'text', text: 'Osa' },
            { type: 'text', text: 'puolet', marks: [{ type: 'insertion', attrs: by }] },
          ],
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Asiakas', marks: [{ type: 'bold' }, { type: 'definedTerm' }] },
            { type: 'party', attrs: { organisation: 'o1', name: 'Niemelän kunta' } },
            { type: 'party', attrs: { organisation: 'o2', name: 'Yhdistys', suggestion: inserts } },
            { type: 'annexReference', attrs: { annex: 'x1', suggestion: deletes } },
            { type: 'footnote', attrs: { words: 'Katso §.', suggestion: inserts } },
            { type: 'clauseReference', attrs: { clause: 'a', suggestion: deletes } },
            { type: 'hardBreak', attrs: { suggestion: inserts } },
            { type: 'text', text: 'pois', marks: [{ type: 'insertion', attrs: by }, { type: 'deletion', attrs: { ...by, id: 's2' } }] },
            { type: 'text', text: 'vahva', marks: [{ type: 'formatting', attrs: { ...by, change: '+bold' } }] },
          ],
        },
        { type: 'paragraph', attrs: { suggestion: inserts }, content: [{ type: 'text', text: 'Uusi rivi.' }] },
      ],
    },
  ],
}

describe('the editor of an agreement', () => {
  it.each(
    templates.flatMap(({ id, content }) =>
      Object.entries(content).map(([language, one]) => [id, language, one] as const),
    ),
  )('holds the template %s in %s just as it is', (_id, _language, content) => {
    expect(editorOn(content).held()).toEqual(content)
  })

  it('holds everything that an agreement can hold, and gives it back through the shared document', () => {
    expect(editorOn(everything).held()).toEqual(mendAgreement(everything))
    const root = shared(everything)
    const body = bodyOf(root)
    if (!body) throw new Error('The body is gone')
    const { doc } = initProseMirrorDoc(body, getSchema(nodes))
    expect(readAgreement(root)).toEqual(mendAgreement(everything))
    const written = new Y.Doc().getXmlFragment('body')
    prosemirrorToYXmlFragment(doc, written)
    expect(JSON.stringify(written.toArray().flatMap((child) => looseOf(child)))).toBe(
      JSON.stringify(body.toArray().flatMap((child) => looseOf(child))),
    )
  })

  it('numbers clauses by where they stand, and knows the one with the caret', () => {
    const editor = editorOn(start)
    expect(editor.outline()).toEqual(['1 Osapuolet', '1.1 Kunnat', '2 Kesto'])
    editor.putCaret('Vuosi')
    expect(currentClause(editor.state())?.id).toBe('b')
  })

  it('gives a copied clause an id of its own, and the first keeps its id', () => {
    const editor = editorOn(start)
    const [first] = numberedClauses(editor.state())
    const copy = editor.state().doc.nodeAt(first?.position ?? 0)
    if (!copy) throw new Error('There is no clause')
    editor.dispatch(editor.state().tr.insert(0, copy))
    const ids = placeClauses(editor.held()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(5)
    expect(ids[2]).toBe('a')
    expect(ids[3]).toBe('a1')
  })

  it('makes clauses of pasted headings', () => {
    const editor = editorOn(start)
    editor.putCaret('Me kaikki.')
    const { clauseTitle, paragraph: line } = editor.schema.nodes
    const words = (text: string) => editor.schema.text(text)
    const pasted = [clauseTitle?.create(null, words('Toinen')), line?.create(null, words('Teksti.'))]
    const after = editor.state().selection.$from.after()
    editor.dispatch(
      editor.state().tr.insert(
        after,
        pasted.filter((node) => node !== undefined),
      ),
    )
    expect(editor.outline()).toEqual(['1 Osapuolet', '2 Toinen', '2.1 Kunnat', '3 Kesto'])
  })

  it('gives every new row and column of a table lines to write on', () => {
    const editor = editorOn(agreement(clause('a', 'Mittarit', table(['A', 'B'], ['1', '2']))))
    editor.putCaret('2')
    addRowAfter(editor.state(), editor.dispatch)
    addColumnAfter(editor.state(), editor.dispatch)
    const [, found] = editor.held().clauses[0]?.content ?? []
    if (found?.type !== 'table') throw new Error('The table is gone')
    expect(found.content.map(({ content }) => content.length)).toEqual([3, 3, 3])
    let lines = 0
    editor.state().doc.descendants((node) => void (lines += node.type.name === 'paragraph' ? 1 : 0))
    expect(lines).toBe(9)
  })

  it('puts a table behind the line with the caret, or in place of an empty one', () => {
    const editor = editorOn(agreement(clause('a', 'Mittarit', paragraph('Ne ovat:'), paragraph(''))))
    editor.putCaret('Ne ovat')
    editor.dispatch(insertTable(editor.state()))
    const types = editor.held().clauses[0]?.content.map(({ type }) => type)
    expect(types).toEqual(['clauseTitle', 'paragraph', 'table', 'paragraph'])
  })
})

describe('two people in one agreement', () => {
  const schema = getSchema(nodes)
  const content = agreement(
    clause(
      'a',
      'Osapuolet',
      paragraph('Me *kaikki*, katso [[b]].'),
      bullets('yksi', 'kaksi'),
      clause('a1', 'Kunnat'),
    ),
    clause(
      'b',
      'Vastuut',
      table(['Kuka', 'Mitä'], ['Kunta', 'Kaikki']),
      clause('b1', 'Muut', paragraph('Niin.')),
    ),
  )

  /** The editor's binding deletes, for everybody, whatever its schema does not accept. */
  it('never write anything together that the editor would delete', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), arbitraryOperation(fc)), { maxLength: 16 }),
        (operations) => {
          const one = shared(content)
          const other = copyOf(one)
          for (const [isOne, operate] of operations) {
            const root = isOne ? one : other
            docOf(root).transact(() => operate(root))
          }
          exchange(one, other)
          const before = readAgreement(one)
          const body = bodyOf(one)
          if (!body) throw new Error('The body is gone')
          initProseMirrorDoc(body, schema)
          const emptied = /"type":"(bulletList|orderedList|table)","content":\[\]/
          expect(JSON.stringify(readAgreement(one))).not.toMatch(emptied)
          expect(readAgreement(one)).toEqual(before)
        },
      ),
      { numRuns: 80 },
    )
  })
})
