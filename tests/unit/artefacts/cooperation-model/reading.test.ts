import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { cooperationModelSchema } from '../../../../app/artefacts/cooperation-model/model/content'
import { addItem, deleteThings } from '../../../../app/artefacts/cooperation-model/model/operations'
import { boardOf, compose, copyOf, flow, frame, frameOfItem, meet, note, readModel } from './board'

/** A board whose only item has these stored values. */
function stored(values: Record<string, unknown>, id = 'thing') {
  const root = boardOf(compose([], [], []))
  const items = root.get('items') as Y.Map<unknown>
  const record = new Y.Map<unknown>()
  items.set(id, record)
  for (const [field, value] of Object.entries(values)) record.set(field, value)
  return readModel(root)
}

describe('reading what somebody stored', () => {
  test('a note with impossible numbers is brought back onto the board', () => {
    const { items } = stored({ type: 'note', text: 'moi', x: Number.NaN, y: 1e308, width: -5, height: Infinity, order: 'a0' })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ x: 0, y: 100_000, width: 24, height: 20_000 })
    expect(cooperationModelSchema.safeParse({ items, connectors: [] }).success).toBe(true)
  })

  test('a note is never lost because its text is long', () => {
    const text = 'sana '.repeat(5_000)
    expect(stored({ type: 'note', text, order: 'a0' }).items[0]).toMatchObject({ text })
  })

  test('an unknown colour, type of organisation or order falls back to a usual one', () => {
    expect(stored({ type: 'note', colour: 'url(evil)', order: 7 }).items[0]).toMatchObject({ colour: 'yellow', order: 'a0' })
    expect(stored({ type: 'actor', organisationType: 'circus' }).items[0]).toMatchObject({ organisationType: 'municipality' })
  })

  test.each(['__proto__', '', 'a b', 'x'.repeat(80), '<b>'])('a thing called %j is left out', (id) => {
    expect(stored({ type: 'note', text: 'moi' }, id).items).toEqual([])
  })

  test('a thing of an unknown kind is left out, and the rest is read', () => {
    expect(stored({ type: 'sticker', text: 'moi' }).items).toEqual([])
  })

  test('a note in a frame that is gone, or in itself, stands in no frame', () => {
    expect(stored({ type: 'note', frame: 'gone' }).items[0]).not.toHaveProperty('frame')
    expect(stored({ type: 'note', frame: 'thing' }).items[0]).not.toHaveProperty('frame')
  })

  test('an author’s name is no longer than names are, and none is none', () => {
    expect(stored({ type: 'note', author: 'ä'.repeat(900) }).items[0]).toMatchObject({ author: 'ä'.repeat(200) })
    for (const author of ['  ', 7, null]) expect(stored({ type: 'note', author }).items[0]).not.toHaveProperty('author')
  })

  test('what a thing came from is a list of ids, each once', () => {
    expect(stored({ type: 'actor', origins: ['a', 'a', '<b>', 4, 'b'] }).items[0]).toMatchObject({ origins: ['a', 'b'] })
    for (const origins of ['a', [], ['__proto__']]) expect(stored({ type: 'actor', origins }).items[0]).not.toHaveProperty('origins')
  })

  test('a group that gathers what is gone, or itself, gathers the whole board', () => {
    for (const gathers of ['', 'gone', 'thing']) expect(stored({ type: 'frame', gathers }).items[0]).toMatchObject({ gathers: '' })
    for (const gathers of [4, '__proto__', undefined]) expect(stored({ type: 'frame', gathers }).items[0]).not.toHaveProperty('gathers')
  })

  test('a frame stands in no frame', () => {
    expect(stored({ type: 'frame', frame: 'thing' }).items[0]).not.toHaveProperty('frame')
  })

  test('a connection whose end is gone, or that leads to where it began, is left out', () => {
    const root = boardOf(compose([], [note('a'), note('b')], [flow('a', 'b')]))
    const connectors = root.get('connectors') as Y.Map<unknown>
    const loop = new Y.Map<unknown>()
    connectors.set('loop', loop)
    loop.set('from', 'a')
    loop.set('to', 'a')
    expect(readModel(root).connectors.map(({ id }) => id)).toEqual(['a-b'])
    ;(root.get('items') as Y.Map<unknown>).delete('b')
    expect(readModel(root).connectors).toEqual([])
  })
})

describe('the order of reading', () => {
  test('each frame is followed by what is in it, and what is in none comes last', () => {
    const content = compose([frame('A', 0, 0, [note('a1'), note('a2')]), frame('B', 500, 0, [note('b1')])], [note('loose')], [])
    expect(readModel(boardOf(content)).items.map(({ id }) => id)).toEqual(['A', 'a1', 'a2', 'B', 'b1', 'loose'])
  })

  test('a note that somebody puts into a frame while another deletes the frame is not lost', () => {
    const one = boardOf(compose([frame('A', 0, 0)], [], []))
    const other = copyOf(one)
    deleteThings(one, ['A'])
    const added = addItem(other, { type: 'note', text: 'tärkeä', frame: 'A' })
    meet(one, other)
    expect(readModel(one)).toEqual(readModel(other))
    expect(frameOfItem(one, added)).toBeUndefined()
  })
})
