import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { contentRoot } from '../../../app/document/layout'
import { createMemory } from '../../../app/document/memory'
import { addRecord, changeRecord, readRecords, removeRecord, type RecordShape } from '../../../app/document/records'

const noteSchema = z.object({ id: z.string(), text: z.string(), x: z.number() })

type Note = z.infer<typeof noteSchema>

const notes: RecordShape<Note> = { schema: noteSchema, texts: ['text'] }

const names = ['a', 'b', 'c', 'd']

function board(): { doc: Y.Doc; root: Y.Map<unknown> } {
  const doc = new Y.Doc()
  const root = contentRoot(doc)
  for (const id of names) addRecord(root, 'notes', notes, { id, text: id, x: 0 })
  return { doc, root }
}

const act = fc.record({
  act: fc.constantFrom('add', 'move', 'write', 'type', 'remove', 'break'),
  id: fc.constantFrom(...names),
  x: fc.integer(),
})

function take(root: Y.Map<unknown>, { act: kind, id, x }: { act: string; id: string; x: number }): void {
  if (kind === 'add') addRecord(root, 'notes', notes, { id, text: `uusi ${x}`, x })
  else if (kind === 'move') changeRecord(root, 'notes', notes, id, { x })
  else if (kind === 'write') changeRecord(root, 'notes', notes, id, { text: `${x}` })
  else if (kind === 'remove') removeRecord(root, 'notes', id)
  else {
    const records = root.get('notes')
    const note = records instanceof Y.Map ? records.get(id) : undefined
    const text = note instanceof Y.Map ? note.get('text') : undefined
    if (kind === 'type' && text instanceof Y.Text) text.insert(0, '!')
    if (kind === 'break' && note instanceof Y.Map) note.set('x', 'rikki')
  }
}

describe('a memory of a live document', () => {
  it('never shows anything but what is there', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const { root } = board()
        const memory = createMemory(root)
        for (const one of acts) {
          take(root, one)
          expect(readRecords(root, 'notes', notes, memory.remember)).toEqual(readRecords(root, 'notes', notes))
        }
        memory.close()
      }),
    )
  })

  it('gives the same object for what did not change', () => {
    const { root } = board()
    const memory = createMemory(root)
    const before = readRecords(root, 'notes', notes, memory.remember)
    changeRecord(root, 'notes', notes, 'b', { text: 'muutettu' })
    const after = readRecords(root, 'notes', notes, memory.remember)
    const changed = after.filter((note, index) => note !== before[index]).map(({ id }) => id)
    expect(changed).toEqual(['b'])
    memory.close()
  })

  it('follows edits that arrive from somebody else', () => {
    const { doc, root } = board()
    const memory = createMemory(root)
    readRecords(root, 'notes', notes, memory.remember)
    const there = new Y.Doc()
    Y.applyUpdate(there, Y.encodeStateAsUpdate(doc))
    changeRecord(contentRoot(there), 'notes', notes, 'c', { text: 'muualta' })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(there))
    const seen = readRecords(root, 'notes', notes, memory.remember)
    expect(seen.find(({ id }) => id === 'c')?.text).toBe('muualta')
    memory.close()
  })
})
