import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentRoot } from '../../../app/document/layout'
import {
  addNote,
  changeNote,
  holdBack,
  longestNote,
  markShown,
  mostNotes,
  readNotes,
  removeNotes,
  takeOver,
} from '../../../app/workshops/private-notes/notes'

const draft = () => contentRoot(new Y.Doc())
const texts = (root: Y.Map<unknown>) => readNotes(root).notes.map(({ text }) => text)

describe('private notes', () => {
  test('stand in the order in which they were written, and change by their ids', () => {
    const root = draft()
    const [first, second] = [addNote(root, 'Yksi'), addNote(root, 'Kaksi')]
    changeNote(root, first ?? '', 'Yksi, tarkennettu')
    holdBack(root, second ?? '', true)
    markShown(root, [first ?? '', 'nosuchnote'])
    expect(readNotes(root).notes).toEqual([
      { id: first, text: 'Yksi, tarkennettu', heldBack: false, shown: true },
      { id: second, text: 'Kaksi', heldBack: true, shown: false },
    ])
    removeNotes(root, [first ?? '', 'nosuchnote'])
    changeNote(root, first ?? '', 'Poissa')
    expect(texts(root)).toEqual(['Kaksi'])
  })

  test('written first in two windows at once are all there', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    addNote(contentRoot(one), 'Tässä')
    addNote(contentRoot(other), 'Tuossa')
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    expect(texts(contentRoot(one)).sort()).toEqual(['Tuossa', 'Tässä'])
  })

  test('are no more than a draft holds', () => {
    const root = draft()
    for (let count = 0; count < mostNotes; count += 1) expect(addNote(root, 'x')).toBeDefined()
    expect(addNote(root, 'x')).toBeUndefined()
  })

  test('are read whatever a foreign program has written', () => {
    const root = draft()
    root.set('plain', 'no record')
    root.set('UPPER', new Y.Map([['text', 'an id that is none']]))
    root.set('odd1', new Y.Map<unknown>([['text', 5], ['order', 7], ['heldBack', 'yes'], ['shown', null]]))
    root.set('long1', new Y.Map<unknown>([['order', 'a0'], ['text', new Y.Text('x'.repeat(longestNote + 10))]]))
    for (let count = 0; count < mostNotes + 5; count += 1) root.set(`n${count}`, new Y.Map<unknown>([['order', 'zzz']]))
    const { notes } = readNotes(root)
    expect(notes).toHaveLength(mostNotes)
    expect(notes[0]).toEqual({ id: 'long1', text: 'x'.repeat(longestNote), heldBack: false, shown: false })
    expect(notes[1]).toEqual({ id: 'odd1', text: '', heldBack: false, shown: false })
    changeNote(root, 'odd1', 'kunnossa')
    expect(readNotes(root).notes[1]?.text).toBe('kunnossa')
  })

  test('of an earlier draft are taken over once, behind those that are there', () => {
    const root = draft()
    addNote(root, 'Uusi')
    const earlier = [{ id: 'earlier1', text: 'Aiempi', heldBack: true, shown: false }]
    takeOver(root, earlier)
    changeNote(root, 'earlier1', 'Aiempi, muutettu')
    takeOver(root, earlier)
    expect(readNotes(root).notes).toMatchObject([{ text: 'Uusi' }, { text: 'Aiempi, muutettu', heldBack: true }])
  })
})
