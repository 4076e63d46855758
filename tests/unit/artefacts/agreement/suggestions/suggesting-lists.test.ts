import { joinTextblockBackward } from '@tiptap/pm/commands'
import { splitListItem } from '@tiptap/pm/schema-list'
import { describe, expect, it } from 'vitest'
import { agreedText } from '../../../../../app/artefacts/agreement/model/agreed-text'
import { agreement, bullets, clause, paragraph } from '../../../../../app/artefacts/agreement/model/compose'
import { mendDocument, readAgreement } from '../../../../../app/artefacts/agreement/model/document'
import { asSuggested, listSuggestions, rejectSuggestions } from '../../../../../app/artefacts/agreement/model/suggestions'
import { shared } from '../shared-agreement'
import { editorNode, listItemOf, suggestingEditor } from './suggesting-editor'

const start = agreement(clause('one', 'Tarkoitus', paragraph('Kunta vastaa **tiloista**.'), paragraph('Yhdistys vastaa ohjauksesta.')))

describe('Whoever suggests in a list', () => {
  it('begins an item of a list, writes it, and takes it back by joining it to the one before', () => {
    const listed = agreement(clause('one', 'Tehtävät', bullets('tilat', 'ohjaus'), paragraph('Muut tehtävät.')))
    const editor = suggestingEditor(listed)
    const enter = () => splitListItem(listItemOf(editor))(editor.state(), (transaction) => editor.suggest(transaction))
    editor.select(editor.find('tilat') + 5)
    enter()
    for (const letter of 'tuki') editor.suggest(editor.state().tr.insertText(letter))
    expect(listSuggestions(editor.held())).toMatchObject([{ does: 'insert', added: ' ¶ tuki' }])
    expect(asSuggested(editor.held())).toEqual(agreement(clause('one', 'Tehtävät', bullets('tilat', 'tuki', 'ohjaus'), paragraph('Muut tehtävät.'))))
    expect(agreedText(editor.held())).toEqual(listed)
    editor.select(editor.find('tuki'), editor.find('tuki') + 4)
    editor.suggest(editor.state().tr.deleteSelection())
    joinTextblockBackward(editor.state(), (transaction) => editor.suggest(transaction))
    expect(editor.held()).toEqual(listed)
  })

  it('puts in a whole list, of which nothing is left once that is rejected', () => {
    const parties = editorNode(bullets('Kunta', 'Yhdistys'))
    const into = (words: string) => {
      const editor = suggestingEditor(start)
      const at = editor.find(words)
      editor.suggest(editor.state().tr.replaceWith(at, at, parties(editor)))
      return editor.held()
    }
    for (const held of [into('Yhdistys vastaa'), into('.')]) {
      expect(listSuggestions(held)).toHaveLength(1)
      expect(JSON.stringify(asSuggested(held))).toContain(JSON.stringify(bullets('Kunta', 'Yhdistys')))
      expect(agreedText(held)).toEqual(start)
    }
    const root = shared(into('.'))
    rejectSuggestions(root, listSuggestions(readAgreement(root)).map(({ id }) => id))
    expect(readAgreement(root)).toEqual(start)
    mendDocument(root)
    expect(readAgreement(root)).toEqual(start)
  })

  it('divides an item of a list, joins two, and takes a whole one out', () => {
    const listed = agreement(clause('one', 'Tehtävät', bullets('tilat ja ohjaus', 'tuki', 'maksut')))
    const divided = suggestingEditor(listed)
    divided.select(divided.find(' ja ohjaus'))
    splitListItem(listItemOf(divided))(divided.state(), (transaction) => divided.suggest(transaction))
    expect(asSuggested(divided.held())).toEqual(agreement(clause('one', 'Tehtävät', bullets('tilat', ' ja ohjaus', 'tuki', 'maksut'))))
    expect(agreedText(divided.held())).toEqual(listed)
    const joined = suggestingEditor(listed)
    joined.select(joined.find('tuki'))
    joinTextblockBackward(joined.state(), (transaction) => joined.suggest(transaction))
    expect(listSuggestions(joined.held())).toMatchObject([{ does: 'join' }])
    expect(asSuggested(joined.held())).toEqual(agreement(clause('one', 'Tehtävät', bullets('tilat ja ohjaustuki', 'maksut'))))
    const shorter = suggestingEditor(listed)
    shorter.suggest(shorter.state().tr.delete(shorter.find(' ja ohjaus') + 10, shorter.find('tuki') + 4))
    expect(asSuggested(shorter.held())).toEqual(agreement(clause('one', 'Tehtävät', bullets('tilat ja ohjaus', 'maksut'))))
    expect(agreedText(shorter.held())).toEqual(listed)
  })
})
