import { describe, expect, test } from 'vitest'
import { overlaps } from '../../../../app/artefacts/cooperation-model/model/boxes'
import {
  addItem,
  changeConnector,
  changeItem,
  connect,
  deleteThings,
  duplicateItems,
  moveInOutline,
  moveItems,
  putInFrame,
  resizeItem,
  reverseConnector,
} from '../../../../app/artefacts/cooperation-model/model/operations'
import { actor, boardOf, compose, copyOf, flow, frame, frameOfItem, itemOf, meet, note, placeOf, readModel } from './board'

const twoFrames = () =>
  boardOf(compose([frame('A', 0, 0, [note('a', 20, 60)]), frame('B', 500, 0, [note('b', 20, 60)])], [note('loose', 0, 600)], []))

describe('moving on the board', () => {
  test('a note that is let go inside a frame joins it', () => {
    const root = twoFrames()
    moveItems(root, ['loose'], { x: 520, y: -400 })
    expect(frameOfItem(root, 'loose')).toBe('B')
    expect(readModel(root).items.map(({ id }) => id)).toEqual(['A', 'a', 'B', 'b', 'loose'])
  })

  test('a note that is carried out of its frame leaves it', () => {
    const root = twoFrames()
    moveItems(root, ['a'], { x: 0, y: 700 })
    expect(frameOfItem(root, 'a')).toBeUndefined()
  })

  test('a frame takes along what is in it, and nothing else', () => {
    const root = twoFrames()
    moveItems(root, ['A'], { x: 0, y: 2_000 })
    expect(placeOf(root, 'a')).toEqual({ x: 20, y: 2_060 })
    expect(frameOfItem(root, 'a')).toBe('A')
    expect(placeOf(root, 'b')).toEqual({ x: 520, y: 60 })
  })

  test('what is chosen together with its frame moves once', () => {
    const root = twoFrames()
    moveItems(root, ['A', 'a'], { x: 100, y: 0 })
    expect(placeOf(root, 'a')).toEqual({ x: 120, y: 60 })
  })

  test('nothing leaves the board for good', () => {
    const root = twoFrames()
    moveItems(root, ['loose'], { x: 1e300, y: Number.NaN })
    expect(placeOf(root, 'loose')).toEqual({ x: 100_000, y: 600 })
  })
})

describe('adding', () => {
  test('a note added to a frame from the outline stands in it and covers nothing', () => {
    const root = twoFrames()
    const ids = Array.from({ length: 5 }, (_, index) => addItem(root, { type: 'note', text: `uusi ${index}`, frame: 'A' }))
    const boxes = ['a', ...ids].map((id) => itemOf(root, id))
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false)
    }
    expect(ids.map((id) => frameOfItem(root, id))).toEqual(ids.map(() => 'A'))
  })

  test('a note added on the board joins the frame under it', () => {
    const root = twoFrames()
    expect(frameOfItem(root, addItem(root, { type: 'note', at: { x: 600, y: 150 } }))).toBe('B')
  })

  test('two notes added at the same place do not hide each other', () => {
    const root = twoFrames()
    const [first, second] = [1, 2].map(() => addItem(root, { type: 'note', at: { x: 2_000, y: 0 } }))
    expect(placeOf(root, first ?? '')).not.toEqual(placeOf(root, second ?? ''))
  })

  test('words longer than a note takes are cut, and never within a character', () => {
    const root = twoFrames()
    const id = addItem(root, { type: 'note', text: `${'a'.repeat(4_999)}😀` })
    expect(itemOf(root, id)).toMatchObject({ text: 'a'.repeat(4_999) })
  })
})

describe('changing', () => {
  test('two people write in the same note at once, and both texts are kept', () => {
    const one = boardOf(compose([], [note('kunta')], []))
    const other = copyOf(one)
    changeItem(one, 'kunta', { text: 'Jokainen kunta' })
    changeItem(other, 'kunta', { text: 'kunta päättää' })
    meet(one, other)
    expect(itemOf(one, 'kunta')).toMatchObject({ text: 'Jokainen kunta päättää' })
    expect(readModel(one)).toEqual(readModel(other))
  })

  test('a note does not become smaller than a finger can take', () => {
    const root = twoFrames()
    resizeItem(root, 'a', { x: 20, y: 60, width: 1, height: -4 })
    expect(itemOf(root, 'a')).toMatchObject({ width: 96, height: 48 })
  })

  test('what a note has not got cannot be given to it', () => {
    const root = twoFrames()
    changeItem(root, 'a', { name: 'nimi', role: 'rooli', organisationType: 'business' })
    expect(itemOf(root, 'a')).toEqual({ ...itemOf(twoFrames(), 'a') })
  })
})

describe('deleting and copying', () => {
  test('deleting a frame leaves what was in it on the board', () => {
    const root = twoFrames()
    deleteThings(root, ['A'])
    expect(readModel(root).items.map(({ id }) => id)).not.toContain('A')
    expect(frameOfItem(root, 'a')).toBeUndefined()
    expect(placeOf(root, 'a')).toEqual({ x: 20, y: 60 })
  })

  test('deleting an actor deletes its connections, and no others', () => {
    const root = boardOf(compose([], [actor('A'), actor('B', 400), actor('C', 800)], [flow('A', 'B'), flow('B', 'C')]))
    deleteThings(root, ['A'])
    expect(readModel(root).connectors.map(({ id }) => id)).toEqual(['B-C'])
  })

  test('a copied frame holds copies of what is in it, with the connections between them', () => {
    const root = boardOf(compose([frame('A', 0, 0, [actor('x', 10, 60), actor('y', 10, 180)])], [], [flow('x', 'y', 'tieto')]))
    const [copy] = duplicateItems(root, ['A'])
    const { items, connectors } = readModel(root)
    const members = items.filter((item) => 'frame' in item && item.frame === copy)
    expect(members.map((item) => 'name' in item && item.name)).toEqual(['x', 'y'])
    expect(connectors).toHaveLength(2)
    expect(connectors[1]).toMatchObject({ from: members[0]?.id, to: members[1]?.id, label: 'tieto' })
  })
})

describe('the outline', () => {
  const order = (root: ReturnType<typeof twoFrames>) => readModel(root).items.map(({ id }) => id)
  const three = () => boardOf(compose([frame('A', 0, 0, [note('1'), note('2'), note('3')])], [], []))

  test('an item goes up and down among its neighbours, and not beyond them', () => {
    const root = three()
    expect(moveInOutline(root, '3', 'up')).toBe(true)
    expect(order(root)).toEqual(['A', '1', '3', '2'])
    expect(moveInOutline(root, '1', 'up')).toBe(false)
    expect(moveInOutline(root, '1', 'down')).toBe(true)
    expect(order(root)).toEqual(['A', '3', '1', '2'])
  })

  test('items that two people added at the same place can still be told apart', () => {
    const one = three()
    const other = copyOf(one)
    const first = addItem(one, { type: 'note', frame: 'A' })
    const second = addItem(other, { type: 'note', frame: 'A' })
    meet(one, other)
    const before = order(one).slice(-2)
    expect(before.toSorted()).toEqual([first, second].toSorted())
    expect(moveInOutline(one, '3', 'down')).toBe(true)
    expect(order(one).slice(-3)).toEqual([before[0], '3', before[1]])
  })

  test('an item moved into another frame goes to a free place there', () => {
    const root = twoFrames()
    putInFrame(root, ['a', 'loose'], 'B')
    expect(order(root)).toEqual(['A', 'B', 'b', 'a', 'loose'])
    const boxes = ['b', 'a', 'loose'].map((id) => itemOf(root, id))
    expect(boxes.every(({ x }) => x >= 500)).toBe(true)
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false)
    }
  })

  test('an item taken out of its frame no longer stands on it', () => {
    const root = twoFrames()
    putInFrame(root, ['a'], undefined)
    expect(frameOfItem(root, 'a')).toBeUndefined()
    expect(overlaps(itemOf(root, 'a'), itemOf(root, 'A'))).toBe(false)
  })
})

describe('connections', () => {
  test('nothing is connected to itself, or to what is not there', () => {
    const root = twoFrames()
    expect(connect(root, { from: 'a', to: 'a' })).toBeUndefined()
    expect(connect(root, { from: 'a', to: 'nobody' })).toBeUndefined()
    expect(readModel(root).connectors).toEqual([])
  })

  test('a connection is turned round, and keeps its words', () => {
    const root = boardOf(compose([], [note('a'), note('b', 400)], [flow('a', 'b', 'palaute')]))
    reverseConnector(root, 'a-b')
    expect(readModel(root).connectors).toMatchObject([{ from: 'b', to: 'a', label: 'palaute' }])
    changeConnector(root, 'a-b', { to: 'b' })
    expect(readModel(root).connectors).toMatchObject([{ from: 'b', to: 'a' }])
  })
})
