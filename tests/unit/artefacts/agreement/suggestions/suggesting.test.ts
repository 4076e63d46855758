import { joinBackward, splitBlock } from '@tiptap/pm/commands'
import { Fragment, Slice } from '@tiptap/pm/model'
import { liftListItem, splitListItem } from '@tiptap/pm/schema-list'
import { TextSelection } from '@tiptap/pm/state'
import { deleteRow } from '@tiptap/pm/tables'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { agreedText } from '../../../../../app/artefacts/agreement/model/agreed-text'
import { agreement, bullets, clause, paragraph, table } from '../../../../../app/artefacts/agreement/model/compose'
import { asSuggested, listSuggestions } from '../../../../../app/artefacts/agreement/model/suggestions'
import { findMatches, isToGo, replaceWhole } from '../../../../../app/artefacts/agreement/view/editor/find'
import { editorNode, listItemOf, person, suggestingEditor } from './suggesting-editor'

vi.setConfig({ testTimeout: 60_000 })

const start = agreement(
  clause('one', 'Tarkoitus', paragraph('Kunta vastaa **tiloista**.'), paragraph('Yhdistys vastaa ohjauksesta.')),
  clause('two', 'Maksut', paragraph('Kuten kohdassa [[one]] sanotaan.'), clause('two-a', 'Lasku', bullets('yksi', 'kaksi'))),
)

const linked = agreement(clause('one', 'Tarkoitus', paragraph('Yhdistys vastaa ohjauksesta kuten [laki](https://www.finlex.fi) sanoo.')))

const texts = (content: unknown): string => {
  const { text, type, content: children = [] } = content as { text?: string; type?: string; content?: unknown[] }
  return (text ?? children.map(texts).join('')) + (type === 'paragraph' || type === 'clauseTitle' ? '|' : '')
}
const agreedWords = (held: ReturnType<ReturnType<typeof suggestingEditor>['held']>) =>
  agreedText(held).clauses.map(texts).join('')
const suggestedWords = (held: ReturnType<ReturnType<typeof suggestingEditor>['held']>) =>
  asSuggested(held).clauses.map(texts).join('')

describe('Whoever suggests', () => {
  it('types words that are marked, as one suggestion', () => {
    const editor = suggestingEditor(start)
    editor.select(editor.find(' vastaa tiloista'))
    for (const letter of ' itse') editor.suggest(editor.state().tr.insertText(letter))
    expect(suggestedWords(editor.held())).toContain('Kunta itse vastaa tiloista.')
    expect(agreedText(editor.held())).toEqual(start)
    expect(listSuggestions(editor.held())).toMatchObject([{ does: 'insert', added: ' itse', clause: 'one' }])
  })

  it('takes words out with Backspace and Delete, and goes on where the next letter is', () => {
    const editor = suggestingEditor(start)
    editor.select(editor.find(' vastaa tiloista'))
    for (let count = 0; count < 5; count += 1) {
      const { head } = editor.state().selection
      editor.suggest(editor.state().tr.delete(head - 1, head))
    }
    expect(listSuggestions(editor.held())).toMatchObject([{ does: 'delete', removed: 'Kunta' }])
    const at = editor.find('Yhdistys')
    editor.select(at)
    for (let count = 0; count < 8; count += 1) {
      const { head } = editor.state().selection
      editor.suggest(editor.state().tr.delete(head, head + 1))
    }
    expect(editor.state().selection.head).toBe(at + 8)
    expect(suggestedWords(editor.held())).toContain('| vastaa ohjauksesta.')
    expect(agreedText(editor.held())).toEqual(start)
  })

  it('writes over a selection: one suggestion, which replaces', () => {
    const editor = suggestingEditor(start)
    const at = editor.find('Kunta')
    editor.select(at, at + 5)
    editor.suggest(editor.state().tr.insertText('K'))
    editor.suggest(editor.state().tr.insertText('aupunki'))
    expect(listSuggestions(editor.held())).toMatchObject([{ does: 'replace', removed: 'Kunta', added: 'Kaupunki' }])
    expect(agreedText(editor.held())).toEqual(start)
  })

  it('has what it put in itself vanish when it deletes it again', () => {
    const editor = suggestingEditor(start)
    editor.select(editor.find(' vastaa tiloista'))
    editor.suggest(editor.state().tr.insertText('X'))
    const { head } = editor.state().selection
    editor.suggest(editor.state().tr.delete(head - 1, head))
    expect(editor.held()).toEqual(start)
  })

  it('divides and joins paragraphs, and joins again what it has divided itself', () => {
    const editor = suggestingEditor(start)
    editor.select(editor.find(' vastaa tiloista'))
    splitBlock(editor.state(), (transaction) => editor.suggest(transaction))
    expect(suggestedWords(editor.held())).toContain('Kunta| vastaa tiloista.|')
    expect(agreedText(editor.held())).toEqual(start)
    joinBackward(editor.state(), (transaction) => editor.suggest(transaction))
    expect(editor.held()).toEqual(start)
    editor.select(editor.find('Yhdistys'))
    joinBackward(editor.state(), (transaction) => editor.suggest(transaction))
    expect(suggestedWords(editor.held())).toContain('tiloista.Yhdistys')
    expect(agreedText(editor.held())).toEqual(start)
  })

  it('makes words bold, and takes that back by doing it once more', () => {
    const editor = suggestingEditor(start)
    const at = editor.find('Yhdistys')
    const bold = editor.schema.mark('bold')
    editor.suggest(editor.state().tr.addMark(at, at + 8, bold))
    expect(listSuggestions(editor.held())).toMatchObject([{ does: 'format', formats: ['+bold'], around: { words: 'Yhdistys' } }])
    expect(agreedText(editor.held())).toEqual(start)
    editor.suggest(editor.state().tr.addMark(at, at + 8, bold))
    expect(editor.held()).toEqual(start)
    const strong = editor.find('tiloista')
    editor.suggest(editor.state().tr.removeMark(strong, strong + 8, bold))
    expect(listSuggestions(editor.held())).toMatchObject([{ formats: ['-bold'] }])
  })

  it('makes words a link or a defined term, gives a link another address, and takes a link away', () => {
    const editor = suggestingEditor(linked)
    const link = (href: string) => editor.schema.mark('link', { href })
    const at = editor.find('Yhdistys')
    editor.suggest(editor.state().tr.addMark(at, at + 8, link('https://example.fi/')))
    expect(listSuggestions(editor.held())).toMatchObject([
      { does: 'format', formats: ['+link https://example.fi/'], around: { words: 'Yhdistys' } },
    ])
    editor.suggest(editor.state().tr.addMark(at, at + 8, link('https://example.fi/toinen')))
    expect(listSuggestions(editor.held())).toMatchObject([{ formats: ['+link https://example.fi/toinen'] }])
    const led = editor.find('laki')
    // An editor takes the former address away before it gives the new one.
    editor.suggest(editor.state().tr.removeMark(led, led + 4, editor.schema.marks['link']).addMark(led, led + 4, link('https://example.fi/laki')))
    expect(listSuggestions(editor.held()).map(({ formats }) => formats[0])).toEqual([
      '+link https://example.fi/toinen',
      '+link https://example.fi/laki',
    ])
    expect(JSON.stringify(asSuggested(editor.held()))).toContain('{"type":"link","attrs":{"href":"https://example.fi/laki"}}')
    editor.suggest(editor.state().tr.removeMark(led, led + 4, editor.schema.marks['link']))
    const term = editor.find('ohjauksesta')
    editor.suggest(editor.state().tr.addMark(term, term + 11, editor.schema.mark('definedTerm')))
    expect(listSuggestions(editor.held()).map(({ formats }) => formats[0])).toEqual(['+link https://example.fi/toinen', '+definedTerm', '-link'])
    expect(agreedText(editor.held())).toEqual(linked)
    expect(JSON.stringify(asSuggested(editor.held()))).not.toContain('finlex')
  })

  it('says in one message that two formats at once cannot be suggested of the same words', () => {
    const editor = suggestingEditor(start)
    const at = editor.find('Yhdistys')
    editor.suggest(editor.state().tr.addMark(at, at + 8, editor.schema.mark('bold')))
    editor.suggest(editor.state().tr.addMark(at, at + 8, editor.schema.mark('definedTerm')))
    expect(editor.refused()).toEqual(['formats'])
    expect(listSuggestions(editor.held())).toMatchObject([{ formats: ['+bold'] }])
  })

  it('replaces words everywhere: each place is a suggestion by itself, and none is replaced twice', () => {
    const paid = agreement(clause('one', 'Maksut', paragraph('Kunta maksaa. Muu kunta ei.')), clause('two', 'Kunta', paragraph('Kunnat.')))
    const editor = suggestingEditor(paid)
    const query = { words: 'kunta', matchCase: false, wholeWords: false }
    const matches = () => findMatches(editor.state().doc, query).filter((match) => !isToGo(editor.state().doc, match))
    editor.suggest(replaceWhole(editor.state(), matches(), 'kaupunki'))
    const suggestions = listSuggestions(editor.held())
    expect(suggestions.map(({ clause: id, does, removed, added }) => [id, does, removed, added])).toEqual([
      ['one', 'replace', 'Kunta', 'kaupunki'],
      ['one', 'replace', 'kunta', 'kaupunki'],
      ['two', 'replace', 'Kunta', 'kaupunki'],
    ])
    expect(new Set(suggestions.map(({ id }) => id)).size).toBe(3)
    expect(agreedText(editor.held())).toEqual(paid)
    expect(matches()).toEqual([])
  })

  it('takes out a reference, and puts one in', () => {
    const editor = suggestingEditor(start)
    const at = editor.find(' sanotaan') - 1
    editor.suggest(editor.state().tr.delete(at, at + 1))
    const reference = editor.schema.nodes['clauseReference']?.create({ clause: 'two' })
    if (reference) editor.suggest(editor.state().tr.insert(editor.find('Yhdistys'), reference))
    expect(listSuggestions(editor.held()).map(({ does }) => does)).toEqual(['insert', 'delete'])
    expect(agreedText(editor.held())).toEqual(start)
  })

  it('changes titles and pastes several lines', () => {
    const editor = suggestingEditor(start)
    editor.suggest(editor.state().tr.insertText('Yhteinen ', editor.find('Tarkoitus')))
    const lines = ['ensimmäinen', 'toinen'].map((words) => editor.schema.nodeFromJSON(paragraph(words)))
    const transaction = editor.state().tr.replace(editor.find('.'), editor.find('.'), new Slice(Fragment.from(lines), 1, 1))
    editor.suggest(transaction.setMeta('paste', true))
    expect(suggestedWords(editor.held())).toContain('Yhteinen Tarkoitus|Kunta vastaa tiloistaensimmäinen|toinen.|')
    expect(agreedText(editor.held())).toEqual(start)
  })

  it('is told what cannot be suggested, and nothing of it is done', () => {
    const editor = suggestingEditor(agreement(clause('one', 'Mittarit', table(['Mittari'], ['Kävijät']), bullets('yksi'))))
    const before = editor.held()
    editor.select(editor.find('Kävijät') + 2)
    deleteRow(editor.state(), (transaction) => editor.suggest(transaction))
    expect(editor.refused()).toEqual(['structure'])
    editor.select(editor.find('yksi') + 2)
    liftListItem(listItemOf(editor))(editor.state(), (transaction) => editor.suggest(transaction))
    expect(editor.refused()).toEqual(['structure'])
    expect(editor.held()).toEqual(before)
  })

  it('leaves what others suggest alone, and may suggest within it', () => {
    const editor = suggestingEditor(start)
    const other = person('user:two', 'Yhdistyksen edustaja', 'Yhdistys')
    editor.suggest(editor.state().tr.insertText('kaikista ', editor.find('tiloista')))
    const at = editor.find('kaikista')
    editor.suggest(editor.state().tr.delete(at, at + 3), other)
    editor.suggest(editor.state().tr.insertText('X', at + 5), other)
    expect(listSuggestions(editor.held()).map(({ by, does }) => [by.author, does])).toEqual([
      ['user:one', 'insert'],
      ['user:two', 'delete'],
      ['user:two', 'insert'],
    ])
    expect(agreedText(editor.held())).toEqual(start)
  })

  it('changes nothing that is agreed, whatever the keys do', () => {
    const edit = fc.tuple(fc.nat(10_000), fc.nat(10_000), fc.constantFrom('type', 'delete', 'over', 'split', 'join', 'bold', 'clear', 'paste', 'link', 'unlink', 'term', 'item', 'list'))
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 14 }), fc.boolean(), (edits, together) => {
        const editor = suggestingEditor(start)
        const people = [person(), person('user:two', 'Toinen', 'Yhdistys')]
        edits.forEach(([one, other, does], index) => {
          const { doc } = editor.state()
          const [from = 1, to = 1] = [one % doc.content.size, other % doc.content.size].sort((a, b) => a - b)
          const selection = TextSelection.between(doc.resolve(from), doc.resolve(to))
          editor.select(selection.from, ['delete', 'over', 'bold', 'clear', 'link', 'unlink', 'term'].includes(does) ? selection.to : selection.from)
          const who = people[together ? index % 2 : 0]
          const suggest = (transaction: ReturnType<typeof editor.state>['tr']) => editor.suggest(transaction, who)
          const { tr } = editor.state()
          const bold = editor.schema.mark('bold')
          if (does === 'type') suggest(tr.insertText('ä'))
          else if (does === 'over') suggest(tr.insertText('uusi'))
          else if (does === 'delete') suggest(tr.deleteSelection())
          else if (does === 'split') splitBlock(editor.state(), suggest)
          else if (does === 'item') splitListItem(listItemOf(editor))(editor.state(), suggest)
          else if (does === 'list') suggest(tr.replaceWith(selection.from, selection.from, editorNode(bullets('x', 'y'))(editor)))
          else if (does === 'link') suggest(tr.addMark(selection.from, selection.to, editor.schema.mark('link', { href: 'https://example.fi/' })))
          else if (does === 'unlink') suggest(tr.removeMark(selection.from, selection.to, editor.schema.marks['link']))
          else if (does === 'term') suggest(tr.addMark(selection.from, selection.to, editor.schema.mark('definedTerm')))
          else if (does === 'join') joinBackward(editor.state(), suggest)
          else if (does === 'bold') suggest(tr.addMark(selection.from, selection.to, bold))
          else if (does === 'clear') suggest(tr.removeMark(selection.from, selection.to, bold.type))
          else suggest(tr.replaceSelection(new Slice(Fragment.from([editor.schema.nodeFromJSON(paragraph('a')), editor.schema.nodeFromJSON(paragraph('b'))]), 1, 1)).setMeta('paste', true))
        })
        expect(agreedText(editor.held())).toEqual(start)
        expect(agreedWords(editor.held())).toBe(start.clauses.map(texts).join(''))
      }),
      { numRuns: 100 },
    )
  })
})

describe('Whoever writes beside suggestions', () => {
  it('has nothing of theirs said to be suggested by somebody else', () => {
    const editor = suggestingEditor(start)
    editor.suggest(editor.state().tr.insertText('kaikista ', editor.find('tiloista')))
    editor.select(editor.find('kaikista') + 4)
    editor.write(editor.state().tr.insertText('XY'))
    editor.select(editor.find('tiloista'))
    editor.write(editor.state().tr.insertText('Z'))
    expect(listSuggestions(editor.held()).map(({ by, added }) => [by.author, added])).toEqual([
      ['user:one', 'kaikista '],
      ['user:writer', 'XY'],
    ])
    expect(agreedWords(editor.held())).toContain('vastaa Ztiloista')
  })
})
