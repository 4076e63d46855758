import { getSchema } from '@tiptap/core'
import { Fragment, Slice, type Node as DocumentNode } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { initProseMirrorDoc, ySyncPlugin } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { agreement, clause, paragraph } from '../../../../app/artefacts/agreement/model/compose'
import { bodyOf } from '../../../../app/artefacts/agreement/model/document'
import { moveClause, removeClause } from '../../../../app/artefacts/agreement/model/operations'
import { atomNodes } from '../../../../app/artefacts/agreement/view/editor/atoms'
import { marks } from '../../../../app/artefacts/agreement/view/editor/marks'
import { textNodes } from '../../../../app/artefacts/agreement/view/editor/nodes'
import { ClauseReference } from '../../../../app/artefacts/agreement/view/editor/references'
import { tableNodes } from '../../../../app/artefacts/agreement/view/editor/tables'
import { changesWordsOnly } from '../../../../app/artefacts/agreement/view/editor/words-only'
import { differences } from '../../../../app/document/text-binding/differences'
import { quickly } from '../../../../app/document/text-binding/quick-binding'
import { arbitraryOperation } from '../../../support/operations/agreement'
import { copyOf, docOf, exchange, shared, textWith } from './shared-agreement'

// A property is tried with many contents in one test.
vi.setConfig({ testTimeout: 60_000 })

const schema = getSchema([...textNodes, ...tableNodes, ClauseReference, ...atomNodes, ...marks])

const start = agreement(
  clause('a', 'Osapuolet', paragraph('Me kaikki yhdessä.'), clause('a1', 'Kunnat', paragraph('Jokainen kunta.'))),
  clause('b', 'Kesto', paragraph('Vuosi kerrallaan.'), paragraph('Jatketaan sopimalla.')),
  clause('c', 'Kulut', paragraph('Kukin maksaa omansa.')),
)

/** An editor bound to a shared agreement, without a page to stand on. */
function boundEditor(root: Y.Map<unknown>) {
  const body = bodyOf(root)
  if (!body) throw new Error('The body is gone')
  const plugin = quickly(ySyncPlugin(body) as Plugin)
  let state = EditorState.create({ schema, plugins: [plugin] })
  const changes: Transaction[] = []
  const page = new EventTarget()
  const view = {
    dom: { ownerDocument: page },
    get state() {
      return state
    },
    hasFocus: () => false,
    dispatch: (transaction: Transaction) => {
      changes.push(transaction)
      const before = state
      state = state.apply(transaction)
      for (const shown of bound) shown.update?.(view, before)
    },
  } as unknown as EditorView
  // The binding dispatches while it begins.
  const bound: ReturnType<NonNullable<Plugin['spec']['view']>>[] = []
  if (plugin.spec.view) bound.push(plugin.spec.view(view))
  changes.length = 0
  const placeOf = (words: string) => {
    let place: number | undefined
    state.doc.descendants((node, position) => {
      const at = node.isText ? (node.text ?? '').indexOf(words) : -1
      if (place === undefined && at >= 0) place = position + at
    })
    if (place === undefined) throw new Error(`Nothing says "${words}"`)
    return place
  }
  return {
    root,
    /** What reached the editor since it was opened. */
    changes,
    doc: () => state.doc,
    /** What the editor would be given if it were opened now. */
    sharedDoc: () => initProseMirrorDoc(body, schema).doc,
    type: (place: number, words: string) => view.dispatch(state.tr.insertText(words, place)),
    putCaret: (words: string) => {
      const place = placeOf(words)
      view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, place)))
    },
    /** Moves the caret on the page; the browser has not told of it yet. */
    moveCaretUnheard: (words: string) => {
      page.addEventListener(
        'selectionchange',
        () => view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, placeOf(words)))),
        { once: true },
      )
    },
    /** What stands behind the caret in its paragraph. */
    behindCaret: () => {
      const { parent, parentOffset } = state.selection.$head
      return parent.textBetween(parentOffset, parent.content.size)
    },
    close: () => bound.forEach((shown) => shown.destroy?.()),
  }
}

function textPlaces(doc: DocumentNode): number[] {
  const places: number[] = []
  doc.descendants((node, position) => {
    if (node.type.name === 'paragraph') places.push(position + 1, position + node.nodeSize - 1)
  })
  return places
}

/** Somebody else's copy, whose edits reach the editor at once. */
function otherOf(root: Y.Map<unknown>): Y.Map<unknown> {
  const other = copyOf(root)
  docOf(other).on('update', (update: Uint8Array) => Y.applyUpdate(docOf(root), update))
  return other
}

describe('an editor of a shared text', () => {
  it('is shown a letter of another person as that letter alone', () => {
    const editor = boundEditor(shared(start))
    const before = editor.doc()
    const text = textWith(otherOf(editor.root), 'Jokainen')
    text.insert(8, 'n')
    const [change] = editor.changes
    expect(editor.changes).toHaveLength(1)
    expect(change && changesWordsOnly(change)).toBe(true)
    expect(change?.steps).toHaveLength(1)
    expect(editor.doc().textContent).toContain('Jokainenn kunta.')
    // What has not changed is the same object: nothing of it is drawn anew, also at the next letter.
    text.insert(8, 'n')
    expect([1, 2].map((index) => editor.doc().child(index) === before.child(index))).toEqual([true, true])
  })

  it('keeps the caret among its words while others write before, behind and right at it', () => {
    const editor = boundEditor(shared(start))
    const text = textWith(otherOf(editor.root), 'Me kaikki')
    editor.putCaret('yhdessä')
    text.insert(0, 'Siis: ')
    expect(editor.behindCaret()).toBe('yhdessä.')
    text.insert(text.length, ' Aina.')
    expect(editor.behindCaret()).toBe('yhdessä. Aina.')
    text.insert(16, 'y')
    expect(editor.behindCaret()).toBe('yyhdessä. Aina.')
    text.delete(0, 6)
    expect(editor.behindCaret()).toBe('yyhdessä. Aina.')
  })

  it('keeps a caret that was moved in the very moment in which somebody else writes', () => {
    const editor = boundEditor(shared(start))
    const text = textWith(otherOf(editor.root), 'Me kaikki')
    editor.putCaret('Me')
    editor.moveCaretUnheard('yhdessä')
    text.insert(0, 'Siis: ')
    expect(editor.behindCaret()).toBe('yhdessä.')
  })

  it('keeps the caret in its clause when somebody moves that clause, and another one away', () => {
    const editor = boundEditor(shared(start))
    const other = otherOf(editor.root)
    editor.putCaret('maksaa')
    docOf(other).transact(() => moveClause(other, 'c', 'up'))
    expect(editor.behindCaret()).toBe('maksaa omansa.')
    docOf(other).transact(() => removeClause(other, 'a'))
    expect(editor.behindCaret()).toBe('maksaa omansa.')
  })

  it('leaves the paragraph that one composes in alone while others write elsewhere', () => {
    const editor = boundEditor(shared(start))
    editor.putCaret('maksaa')
    const composed = editor.doc().child(2)
    const other = otherOf(editor.root)
    textWith(other, 'Vuosi').insert(0, 'Kai ')
    docOf(other).transact(() => removeClause(other, 'a1'))
    expect(editor.doc().child(2)).toBe(composed)
    expect(editor.behindCaret()).toBe('maksaa omansa.')
  })

  it('writes only what is written here, whatever came in before', () => {
    const editor = boundEditor(shared(start))
    const other = otherOf(editor.root)
    textWith(other, 'Vuosi').insert(0, 'Kai ')
    let written = 0
    docOf(editor.root).on('update', () => (written += 1))
    editor.putCaret('maksaa')
    expect(written).toBe(0)
    editor.type(textPlaces(editor.doc())[0] ?? 0, 'Kyllä: ')
    exchange(editor.root, other)
    expect(textWith(other, 'Kyllä: Me kaikki').length).toBe(25)
    expect(textWith(other, 'Kai Vuosi').length).toBe(21)
  })

  it('says the same as the shared text, and as every other editor, whatever several people do', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            who: fc.nat(2),
            place: fc.nat(200),
            words: fc.constantFrom('a', 'aa', 'yhdessä ', 'ä', '😀'),
            operation: arbitraryOperation(fc),
            meet: fc.boolean(),
          }),
          { maxLength: 12 },
        ),
        (acts) => {
          const first = boundEditor(shared(start))
          const second = boundEditor(copyOf(first.root))
          const outline = copyOf(first.root)
          for (const { who, place, words, operation, meet } of acts) {
            const editor = [first, second][who]
            if (!editor) docOf(outline).transact(() => operation(outline))
            else {
              const places = textPlaces(editor.doc())
              const at = places[place % Math.max(1, places.length)]
              if (at !== undefined) editor.type(at, words)
            }
            if (meet) {
              exchange(first.root, second.root)
              exchange(second.root, outline)
            }
          }
          for (let time = 0; time < 3; time += 1) {
            exchange(first.root, second.root)
            exchange(second.root, outline)
          }
          expect(first.doc().toJSON()).toEqual(first.sharedDoc().toJSON())
          expect(second.doc().toJSON()).toEqual(first.doc().toJSON())
          first.close()
          second.close()
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('the differences of two contents', () => {
  const doc = (...texts: string[]) => schema.node('clause', { id: 'a' }, texts.map((text) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])))

  it('turn one into the other, and are none where they say the same', () => {
    const words = fc.array(fc.constantFrom('', 'a', 'ab', 'ba', 'aab', 'bb'), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [doc(...one), doc(...other)]
        const found = differences(before.content, after.content)
        const made = found.reverse().reduce((present, { from, to, content }) => present.replace(from, to, new Slice(content, 0, 0)), before)
        expect(made.toJSON()).toEqual(after.toJSON())
        if (before.eq(after)) expect(found).toEqual([])
      }),
    )
  })

  it('are told apart where several paragraphs have changed', () => {
    const found = differences(doc('yksi', 'kaksi', 'kolme').content, doc('yks', 'kaksi', 'kolmet').content)
    expect(found.map(({ from, to, content }) => [from, to, content.textBetween(0, content.size)])).toEqual([
      [4, 5, ''],
      [19, 19, 't'],
    ])
    expect(differences(Fragment.empty, Fragment.empty)).toEqual([])
  })
})
