import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isGroup } from '../../../../app/artefacts/cooperation-model/model/content'
import { deleteThings } from '../../../../app/artefacts/cooperation-model/model/operations'
import { noteBoard } from '../../../../app/artefacts/cooperation-model/model/workshop-notes'
import { boardOf, compose, docOf, flow, frame, frameOfItem, itemOf, note, placeOf, readModel } from './board'
import { covered, newNotes, outside } from './scenes'

/** Three frames with one below and one beside the first, and a loose note under it. */
const workshopBoard = () =>
  boardOf(
    compose(
      [
        frame('Ideat', 0, 0, [note('ennen', 16, 60)]),
        frame('Oikealla', 424, 0, [note('o', 16, 60)]),
        frame('Alla', 0, 324, [note('a', 16, 60)]),
      ],
      [note('irrallaan', 0, 700)],
      [],
    ),
  )

describe('notes that come to a board all at once', () => {
  test('stand in even rows in the order given, and cover nothing', () => {
    const root = boardOf(compose([frame('Ideat', 0, 0)], [], []))
    noteBoard.addNotes(root, 'Ideat', newNotes(25))
    const places = newNotes(25).map(({ id }) => placeOf(root, id))
    const columns = new Set(places.map(({ x }) => x))
    const rows = [...new Set(places.map(({ y }) => y))]
    expect(columns.size * rows.length).toBe(25)
    expect(new Set(rows.slice(1).map((y, index) => y - (rows[index] ?? 0))).size).toBe(1)
    expect(places).toEqual(places.toSorted((one, other) => one.y - other.y || one.x - other.x))
    expect(readModel(root).items.map(({ id }) => id)).toEqual(['Ideat', ...newNotes(25).map(({ id }) => id)])
  })

  test('make their frame grow, and what is beside and below it steps aside', () => {
    const root = workshopBoard()
    noteBoard.addNotes(root, 'Ideat', newNotes(40))
    const { items } = readModel(root)
    expect(covered(items)).toEqual([])
    expect(outside(items)).toEqual([])
    expect([frameOfItem(root, 'o'), frameOfItem(root, 'a')]).toEqual(['Oikealla', 'Alla'])
    expect(placeOf(root, 'ennen')).toEqual({ x: 16, y: 60 })
  })

  test('of all lengths, wherever else things stand, cover nothing that was free', () => {
    const length = fc.integer({ min: 0, max: 400 })
    const spot = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) })
    fc.assert(
      fc.property(fc.array(length, { maxLength: 30 }), fc.array(spot, { maxLength: 6 }), (lengths, spots) => {
        const loose = spots.map(({ x, y }, index) => note(`irto${index}`, x, y))
        const root = boardOf(compose([frame('A', 0, 0, [note('a', 16, 60)]), frame('B', 500, 100), frame('C', 0, 420)], loose, []))
        const before = new Set(covered(readModel(root).items))
        const notes = newNotes(lengths.length, (index) => 'sana '.repeat((lengths[index] ?? 0) / 5))
        noteBoard.addNotes(root, 'A', notes)
        const after = covered(readModel(root).items)
        expect(after.filter((pair) => !before.has(pair))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('come again, and are there once: a reveal that broke off is finished by doing it again', () => {
    const root = workshopBoard()
    noteBoard.addNotes(root, 'Ideat', newNotes(5))
    noteBoard.changeNote(root, 'n1', 'Muutettu')
    const before = readModel(root)
    noteBoard.addNotes(root, 'Ideat', newNotes(5))
    expect(readModel(root)).toEqual(before)
    noteBoard.addNotes(root, 'Ideat', newNotes(6))
    expect(noteBoard.notes(readModel(root), 'Ideat')).toHaveLength(7)
    expect(covered(readModel(root).items)).toEqual([])
  })

  test('whose frame was deleted meanwhile are on the board all the same', () => {
    const root = workshopBoard()
    deleteThings(root, ['Ideat'])
    noteBoard.addNotes(root, 'Ideat', newNotes(9))
    expect(frameOfItem(root, 'n0')).toBeUndefined()
    expect(covered(readModel(root).items)).toEqual([])
  })

  test('keep their author where one is shown, and where they came from', () => {
    const root = workshopBoard()
    noteBoard.addNotes(root, null, [
      { id: 'nimetty', text: 'Yhteinen päivystys', author: 'Kaupunki', origin: 'askel1' },
      { id: 'nimetön', text: 'ei tule', author: '', origin: '' },
      { id: 'nimeton', text: 'Palvelut lähelle', author: '', origin: '' },
    ])
    expect(itemOf(root, 'nimetty')).toMatchObject({ author: 'Kaupunki', origins: ['askel1'] })
    expect(itemOf(root, 'nimeton')).not.toHaveProperty('author')
    expect(itemOf(root, 'nimeton')).not.toHaveProperty('origins')
    expect(noteBoard.notes(readModel(root), null).find(({ id }) => id === 'nimetty')?.author).toBe('Kaupunki')
  })

  test('three hundred are laid out well within a second', () => {
    const root = workshopBoard()
    const start = performance.now()
    docOf(root).transact(() => noteBoard.addNotes(root, 'Ideat', newNotes(300, (index) => `Ajatus ${index} `.repeat(4))))
    expect(performance.now() - start).toBeLessThan(1_000)
    const { items } = readModel(root)
    expect(items.filter(({ type }) => type === 'note')).toHaveLength(304)
    expect([covered(items), outside(items)]).toEqual([[], []])
  })
})

describe('grouping', () => {
  const ideas = () => {
    const root = workshopBoard()
    noteBoard.addNotes(root, 'Ideat', newNotes(12))
    return root
  }

  test('a group gathers notes beside the frame they come from, and nothing else moves', () => {
    const root = ideas()
    const before = readModel(root).items
    const id = noteBoard.gather(root, ['n3', 'n1', 'n7'], 'Yhteiset tilat') ?? ''
    const { items } = readModel(root)
    expect(items.filter((item) => !['n3', 'n1', 'n7', id].includes(item.id))).toEqual(
      before.filter((item) => !['n3', 'n1', 'n7'].includes(item.id)),
    )
    expect([covered(items), outside(items)]).toEqual([[], []])
    expect(noteBoard.groups(readModel(root), 'Ideat')).toEqual([{ id, name: 'Yhteiset tilat', frame: 'Ideat' }])
  })

  test('is read after the frame that it gathers, and a list of notes begins with its groups', () => {
    const root = ideas()
    const id = noteBoard.gather(root, ['n3', 'n1'], 'Tilat') ?? ''
    const ids = readModel(root).items.map((item) => item.id)
    expect(ids.indexOf(id)).toBe(ids.indexOf('Oikealla') - 3)
    const notes = noteBoard.notes(readModel(root), 'Ideat')
    expect(notes.slice(0, 3)).toEqual([
      { id: 'n3', text: 'Ajatus 3', frame: 'Ideat', group: id, author: '', origin: 'step1' },
      { id: 'n1', text: 'Ajatus 1', frame: 'Ideat', group: id, author: '', origin: 'step1' },
      { id: 'ennen', text: 'ennen', frame: 'Ideat', group: null, author: '', origin: '' },
    ])
  })

  test('a note moves from group to group, and out of its group back to its frame', () => {
    const root = ideas()
    const tilat = noteBoard.gather(root, ['n0', 'n1'], 'Tilat') ?? ''
    const raha = noteBoard.gather(root, ['n2'], 'Raha') ?? ''
    noteBoard.moveToGroup(root, ['n0', 'n3', 'n4', 'n5', 'n6', 'n7'], raha)
    expect(noteBoard.notes(readModel(root), 'Ideat').filter(({ group }) => group === raha)).toHaveLength(7)
    noteBoard.moveToGroup(root, ['n0', 'n1', 'ennen'], null)
    expect(frameOfItem(root, 'n0')).toBe('Ideat')
    expect(noteBoard.notes(readModel(root), null).filter(({ group }) => group === tilat)).toEqual([])
    const { items } = readModel(root)
    expect([covered(items), outside(items)]).toEqual([[], []])
  })

  test('a deleted group gives its notes back to the frame', () => {
    const root = ideas()
    const id = noteBoard.gather(root, ['n0', 'n1'], 'Tilat') ?? ''
    deleteThings(root, [id])
    expect([frameOfItem(root, 'n0'), frameOfItem(root, 'n1')]).toEqual(['Ideat', 'Ideat'])
    expect(covered(readModel(root).items)).toEqual([])
  })

  test('a group whose frame is deleted stays, as a group of the whole board', () => {
    const root = ideas()
    const id = noteBoard.gather(root, ['n0', 'n1'], 'Tilat') ?? ''
    deleteThings(root, ['Ideat'])
    expect(noteBoard.groups(readModel(root), null)).toEqual([{ id, name: 'Tilat', frame: null }])
    expect(noteBoard.notes(readModel(root), null)[0]).toMatchObject({ id: 'n0', frame: null, group: id })
  })

  test('notes that stand in no frame are gathered too', () => {
    const root = boardOf(compose([], [note('yksi'), note('kaksi', 300)], [flow('yksi', 'kaksi')]))
    const id = noteBoard.gather(root, ['yksi', 'kaksi'], '') ?? ''
    expect(readModel(root).items.filter(isGroup)).toMatchObject([{ id, gathers: '' }])
    expect(covered(readModel(root).items)).toEqual([])
  })

  test('nothing comes of gathering what is not there', () => {
    const root = ideas()
    const before = readModel(root)
    expect(noteBoard.gather(root, ['poissa', 'Ideat'], 'Tyhjä')).toBeUndefined()
    noteBoard.moveToGroup(root, ['n0'], 'Alla')
    noteBoard.renameGroup(root, 'Alla', 'Toinen nimi')
    expect(readModel(root)).toEqual(before)
  })

  test('names are changed, and notes taken off', () => {
    const root = ideas()
    const id = noteBoard.gather(root, ['n0'], '') ?? ''
    noteBoard.renameGroup(root, id, 'Kuljetukset')
    noteBoard.removeNotes(root, ['n0', 'Alla'])
    expect(noteBoard.groups(readModel(root), 'Ideat')).toMatchObject([{ name: 'Kuljetukset' }])
    expect(readModel(root).items.map((item) => item.id)).toEqual(expect.arrayContaining(['Alla']))
    expect(readModel(root).items.map((item) => item.id)).not.toContain('n0')
  })

  test('any number of groups cover nothing', () => {
    const root = boardOf(compose([frame('Ideat', 0, 0), frame('Muut', 500, 0)], [], []))
    noteBoard.addNotes(root, 'Ideat', newNotes(60))
    for (let start = 0; start < 60; start += 5) noteBoard.gather(root, newNotes(60).slice(start, start + 5).map(({ id }) => id), `R${start}`)
    const { items } = readModel(root)
    expect([covered(items), outside(items)]).toEqual([[], []])
    expect(noteBoard.groups({ items, connectors: [] }, 'Ideat')).toHaveLength(12)
  })
})
