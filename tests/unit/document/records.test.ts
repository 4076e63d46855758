import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { contentRoot } from '../../../app/document/layout'
import {
  addRecord,
  changeRecord,
  changeText,
  collection,
  readRecords,
  record,
  removeRecord,
  restoreRecords,
  type RecordShape,
} from '../../../app/document/records'

const cardSchema = z.object({
  id: z.string().min(1),
  text: z.string(),
  count: z.number().optional(),
  tags: z.array(z.string()).optional(),
})

type Card = z.infer<typeof cardSchema>

const cards: RecordShape<Card> = { schema: cardSchema, texts: ['text'] }

const words = fc.string({ unit: 'binary', maxLength: 30 })

const someCards = fc.uniqueArray(
  fc.record(
    {
      id: fc.string({ minLength: 1, maxLength: 6 }),
      text: words,
      count: fc.integer(),
      tags: fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
    },
    { requiredKeys: ['id', 'text'] },
  ),
  { selector: ({ id }) => id, maxLength: 12 },
)

const sorted = (items: readonly Card[]) => [...items].sort((one, other) => (one.id < other.id ? -1 : 1))

function documentWith(items: readonly Card[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const item of items) addRecord(contentRoot(doc), 'cards', cards, item)
  })
  return doc
}

const read = (doc: Y.Doc) => readRecords(contentRoot(doc), 'cards', cards)

function merge(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

describe('records', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(someCards, (items) => {
        expect(sorted(read(documentWith(items)))).toEqual(sorted(items))
      }),
    )
  })

  it('become another content by a forward change, and what stays keeps its identity', () => {
    fc.assert(
      fc.property(someCards, someCards, (before, after) => {
        const doc = documentWith(before)
        const stayed = after.filter(({ id }) => before.some((card) => card.id === id))
        const known = stayed.map(({ id }) => record(contentRoot(doc), 'cards', id))
        doc.transact(() => restoreRecords(contentRoot(doc), 'cards', cards, after))
        expect(sorted(read(doc))).toEqual(sorted(after))
        expect(stayed.map(({ id }) => record(contentRoot(doc), 'cards', id))).toEqual(known)
      }),
    )
  })

  it('that are already as wanted are not written again', () => {
    fc.assert(
      fc.property(someCards, (items) => {
        const doc = documentWith(items)
        collection(contentRoot(doc), 'cards')
        let updates = 0
        doc.on('update', () => (updates += 1))
        doc.transact(() => restoreRecords(contentRoot(doc), 'cards', cards, structuredClone(items)))
        expect(updates).toBe(0)
      }),
    )
  })

  it('change only in the fields that were given, and a field set to nothing goes away', () => {
    const doc = documentWith([{ id: 'a', text: 'Ohjaus', count: 2, tags: ['x'] }])
    changeRecord(contentRoot(doc), 'cards', cards, 'a', { text: 'Ohjaus ja neuvonta', count: undefined })
    expect(read(doc)).toEqual([{ id: 'a', text: 'Ohjaus ja neuvonta', tags: ['x'] }])
  })

  it('that somebody removed meanwhile are not brought back by a change to them', () => {
    const here = documentWith([{ id: 'a', text: 'Kunta' }])
    const there = copyOf(here)
    removeRecord(contentRoot(here), 'cards', 'a')
    changeRecord(contentRoot(here), 'cards', cards, 'a', { text: 'liian myöhään' })
    changeRecord(contentRoot(there), 'cards', cards, 'a', { text: 'samaan aikaan' })
    merge(here, there)
    expect(read(here)).toEqual([])
    expect(read(there)).toEqual([])
  })

  it('that are damaged are left out, never thrown at', () => {
    const damage = fc.oneof(
      fc.constant(undefined),
      fc.integer(),
      fc.string(),
      fc.constant(null),
      fc.array(fc.integer()),
      fc.dictionary(fc.string(), fc.integer(), { noNullPrototype: true }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), damage, { noNullPrototype: true }), damage, (bad, whole) => {
        const doc = documentWith([{ id: 'good', text: 'ehjä' }])
        const records = collection(contentRoot(doc), 'cards')
        for (const [id, value] of Object.entries(bad)) if (id !== 'good') records.set(id, value)
        const odd = new Y.Map<unknown>()
        records.set('odd', odd)
        odd.set('text', whole === undefined ? new Y.Array() : whole)
        odd.set('tags', new Y.Text('ei lista'))
        expect(read(doc)).toEqual([{ id: 'good', text: 'ehjä' }])
        contentRoot(doc).set('cards', whole)
        expect(read(doc)).toEqual([])
      }),
    )
  })
})

describe('words that several people write at once', () => {
  it('become what each of them typed when they are alone', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = new Y.Doc().getText('words')
        text.insert(0, before)
        changeText(text, after)
        expect(text.toString()).toBe(after)
      }),
    )
  })

  it('survive one emoji being turned into another that shares half of its code', () => {
    const text = new Y.Doc().getText('words')
    text.insert(0, 'hyvä 😀!')
    changeText(text, 'hyvä 😁!')
    expect(text.toString()).toBe('hyvä 😁!')
    changeText(text, 'hyvä 🐁!')
    expect(text.toString()).toBe('hyvä 🐁!')
  })

  it('hold both additions, at the start and at the end', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 4 }), shouted, shouted, (middle, first, last) => {
        const here = documentWith([{ id: 'a', text: middle }])
        const there = copyOf(here)
        changeRecord(contentRoot(here), 'cards', cards, 'a', { text: `${first} – ${middle}` })
        changeRecord(contentRoot(there), 'cards', cards, 'a', { text: `${middle} – ${last}` })
        merge(here, there)
        expect(read(here)).toEqual([{ id: 'a', text: `${first} – ${middle} – ${last}` }])
        expect(read(there)).toEqual(read(here))
      }),
    )
  })
})

// In letters of their own: of "magna – magna" nobody can tell which half is the new one, and where it belongs.
const shouted = fc.lorem({ maxCount: 2 }).map((said) => said.toUpperCase())

type Step = { act: 'add' | 'change' | 'remove'; card: Card } | { act: 'restore'; items: Card[] }

const steps = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constantFrom('add' as const, 'change' as const, 'remove' as const),
      card: fc.record({ id: fc.constantFrom('a', 'b', 'c'), text: words }),
    }),
    fc.record({ act: fc.constant('restore' as const), items: someCards }),
  ),
  { maxLength: 10 },
)

function take(doc: Y.Doc, step: Step): void {
  const root = contentRoot(doc)
  doc.transact(() => {
    if (step.act === 'restore') restoreRecords(root, 'cards', cards, step.items)
    else if (step.act === 'add') addRecord(root, 'cards', cards, step.card)
    else if (step.act === 'change') changeRecord(root, 'cards', cards, step.card.id, step.card)
    else removeRecord(root, 'cards', step.card.id)
  })
}

describe('two people who work apart', () => {
  it('see the same when they meet again', () => {
    fc.assert(
      fc.property(someCards, steps, steps, (start, mine, theirs) => {
        const here = documentWith(start)
        collection(contentRoot(here), 'cards')
        const there = copyOf(here)
        for (const step of mine) take(here, step)
        for (const step of theirs) take(there, step)
        merge(here, there)
        expect(sorted(read(here))).toEqual(sorted(read(there)))
      }),
    )
  })
})
