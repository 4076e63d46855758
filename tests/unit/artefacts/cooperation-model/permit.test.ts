import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { arbitraryOperation } from '../../../support/operations/cooperation-model'
import { frameOf, isGroup, type CooperationModel } from '../../../../app/artefacts/cooperation-model/model/content'
import { restoreModel } from '../../../../app/artefacts/cooperation-model/model/document'
import {
  addItem,
  changeItem,
  connect,
  deleteThings,
  moveItems,
  putInFrame,
  resizeItem,
} from '../../../../app/artefacts/cooperation-model/model/operations'
import { permit } from '../../../../app/artefacts/cooperation-model/model/permit/permit'
import { noteBoard } from '../../../../app/artefacts/cooperation-model/model/workshop-notes'
import { allowances, type Allowance, type EditRule } from '../../../../app/artefacts/edit-rule'
import { actor, boardOf, compose, docOf, flow, frame, note, readModel } from './board'
import { covered, newNotes } from './scenes'

const rule = (may: Allowance[], place: string | null = null, closed: string[] = []): EditRule => ({ may, place, closed })

/** Two frames, the first with a group that gathers its notes; what begins with "own" was written by the one who is judged. */
function workshopBoard() {
  const root = boardOf(
    compose(
      [
        frame('Ideat', 0, 0, [note('own1', 16, 60), note('muu1', 220, 60)]),
        frame('Toinen', 500, 0, [note('own2', 16, 60), note('muu2', 220, 60)]),
      ],
      [note('own3', 0, 500), actor('Kunta', 300, 500)],
      [flow('muu1', 'muu2')],
    ),
  )
  noteBoard.addNotes(root, 'Ideat', [{ id: 'own4', text: 'ryhmässä', author: 'Kunta', origin: 'askel' }])
  const group = noteBoard.gather(root, ['own4'], 'Ryhmä') ?? ''
  return { root, group }
}

const isOwn = (id: string) => id.startsWith('own')

/** What is left of an act, and why the rest was taken back. */
function judged(root: Y.Map<unknown>, wanted: EditRule, act: (root: Y.Map<unknown>) => unknown) {
  const before = readModel(root)
  act(root)
  const after = readModel(root)
  const { content, undone, added } = permit(before, after, wanted, isOwn)
  const item = (id: string, of = content) => of.items.find((candidate) => candidate.id === id)
  return { before, after, content, undone, added, item }
}

describe('who may write', () => {
  test('adds notes, and changes and deletes their own', () => {
    const { root } = workshopBoard()
    const { content, after, undone, added } = judged(root, rule(['add']), () => {
      addItem(root, { type: 'note', text: 'uusi', frame: 'Ideat' })
      changeItem(root, 'own1', { text: 'muutettu' })
      deleteThings(root, ['own3'])
    })
    expect(undone).toEqual([])
    expect(content).toBe(after)
    expect(added).toHaveLength(1)
  })

  test('does not change, move or delete what others wrote, and what they did beside it stays', () => {
    const { root } = workshopBoard()
    const { before, content, undone, item } = judged(root, rule(['add']), () => {
      changeItem(root, 'muu1', { text: 'väärin' })
      moveItems(root, ['muu2'], { x: -30, y: 10 })
      deleteThings(root, ['Kunta'])
      changeItem(root, 'own1', { text: 'oikein' })
    })
    expect([...undone].sort()).toEqual(['delete', 'edit', 'move'])
    expect(item('own1')).toMatchObject({ text: 'oikein' })
    const others = (model: CooperationModel) => ({ ...model, items: model.items.filter(({ id }) => id !== 'own1') })
    expect(others(content)).toEqual(others(before))
  })

  test('does not move even their own without being allowed to', () => {
    const { root } = workshopBoard()
    const act = () => moveItems(root, ['own3'], { x: 40, y: 40 })
    expect(judged(root, rule(['add']), act).undone).toEqual(['move'])
    expect(judged(root, rule(['add', 'move-own']), act).undone).toEqual([])
  })

  test('makes a full frame grow, and what stands in its way steps aside', () => {
    const { root } = workshopBoard()
    const before = new Set(covered(readModel(root).items))
    const { content, after, undone } = judged(root, rule(['add'], 'Ideat'), () => {
      for (let index = 0; index < 8; index += 1) addItem(root, { type: 'note', text: `${index}`, frame: 'Ideat' })
    })
    expect(undone).toEqual([])
    expect(content).toBe(after)
    expect(covered(content.items).filter((pair) => !before.has(pair))).toEqual([])
  })

  test('does not make a frame larger than its notes need, nor push aside more than that', () => {
    const { root } = workshopBoard()
    const { before, content, undone } = judged(root, rule(['add']), () => {
      resizeItem(root, 'Ideat', { x: 0, y: 0, width: 9_000, height: 9_000 })
      moveItems(root, ['Kunta'], { x: 0, y: 8_700 })
    })
    expect([...undone].sort()).toEqual(['edit', 'move'])
    expect(content).toEqual(before)
  })

  test('does not put another’s name on a note, nor take it off', () => {
    const { root } = workshopBoard()
    const { content, before, undone } = judged(root, rule(['add']), () => {
      const stored = readModel(root)
      const items = stored.items.map((item) => (item.id === 'own4' ? { ...item, author: 'Joku muu' } : item))
      restoreModel(root, { ...stored, items })
    })
    expect(undone).toEqual(['edit'])
    expect(content).toEqual(before)
  })

  test('makes no groups', () => {
    const { root } = workshopBoard()
    const { content, before, undone } = judged(root, rule(['add', 'move-own']), () => noteBoard.gather(root, ['own1'], 'Oma'))
    expect([...undone].sort()).toEqual(['add', 'move'])
    expect(content).toEqual(before)
  })

  test('connects what is there, and deletes such a connection of their own only', () => {
    const { root } = workshopBoard()
    const { undone, added } = judged(root, rule(['add']), () => connect(root, { from: 'own1', to: 'Kunta' }))
    expect([undone, added.length]).toEqual([[], 1])
    const deleted = judged(root, rule(['add']), () => deleteThings(root, ['muu1-muu2']))
    expect([deleted.undone, deleted.content.connectors]).toEqual([['delete'], deleted.before.connectors])
  })
})

describe('who may group', () => {
  test('gathers, names, orders and breaks up groups, and changes no words', () => {
    const { root, group } = workshopBoard()
    const { content, after, undone } = judged(root, rule(['move-all']), () => {
      noteBoard.gather(root, ['muu1', 'own1'], 'Tilat')
      noteBoard.renameGroup(root, group, 'Toinen nimi')
      noteBoard.moveToGroup(root, ['own4'], null)
      noteBoard.moveToGroup(root, ['muu2'], group)
    })
    expect(undone).toEqual([])
    expect(content).toBe(after)
    const broken = judged(root, rule(['move-all']), () => deleteThings(root, [group]))
    expect(broken.undone).toEqual([])
    const written = judged(root, rule(['move-all']), () => changeItem(root, 'own1', { text: 'sana' }))
    expect(written.undone).toEqual(['edit'])
  })

  test('adds no notes, and renames no frames', () => {
    const { root } = workshopBoard()
    const { before, content, undone } = judged(root, rule(['move-all']), () => {
      addItem(root, { type: 'note', frame: 'Ideat' })
      changeItem(root, 'Ideat', { name: 'Muu' })
    })
    expect([...undone].sort()).toEqual(['add', 'edit'])
    expect(content).toEqual(before)
  })

  test('does not carry notes out of the place of the step', () => {
    const { root } = workshopBoard()
    const { content, before, undone } = judged(root, rule(['move-all'], 'Ideat'), () => putInFrame(root, ['own1'], 'Toinen'))
    expect(undone).toEqual(['elsewhere'])
    expect(content).toEqual(before)
  })
})

describe('a place', () => {
  test('is a frame with the groups that gather its notes, and nothing else', () => {
    const { root, group } = workshopBoard()
    const act = (id: string) => judged(root, rule(['edit-all'], 'Ideat'), () => changeItem(root, id, { text: `${id} muutettu`, name: 'n' }))
    expect(['own4', 'muu1', group, 'Ideat'].map((id) => act(id).undone)).toEqual([[], [], [], []])
    expect(['muu2', 'own3', 'Toinen'].map((id) => act(id).undone)).toEqual([['elsewhere'], ['elsewhere'], ['elsewhere']])
  })

  test('that is a group is that group alone', () => {
    const { root, group } = workshopBoard()
    expect(judged(root, rule(['edit-all'], group), () => changeItem(root, 'own4', { text: 'a' })).undone).toEqual([])
    expect(judged(root, rule(['edit-all'], group), () => changeItem(root, 'own1', { text: 'a' })).undone).toEqual(['elsewhere'])
  })

  test('stays, whoever works in it', () => {
    const { root } = workshopBoard()
    const { content, before, undone } = judged(root, rule(['edit-all'], 'Ideat'), () => deleteThings(root, ['Ideat']))
    expect(undone).toContain('delete')
    expect(content.items.find(({ id }) => id === 'Ideat')).toEqual(before.items.find(({ id }) => id === 'Ideat'))
  })

  test('that is closed is left alone, with its groups, whatever else is allowed', () => {
    const { root, group } = workshopBoard()
    const closed = rule(['edit-all'], null, ['Ideat'])
    for (const act of [
      () => changeItem(root, 'own1', { text: 'a' }),
      () => changeItem(root, group, { name: 'a' }),
      () => addItem(root, { type: 'note', frame: 'Ideat', at: { x: 20, y: 200 } }),
      () => deleteThings(root, ['own4']),
      () => connect(root, { from: 'own1', to: 'Kunta' }),
      () => moveItems(root, ['own3'], { x: 20, y: -350 }),
    ]) {
      const copy = boardOf(readModel(root))
      const result = judged(root, closed, act)
      expect(result.undone).toEqual(['closed-place'])
      expect(result.content).toEqual(result.before)
      restoreModel(root, readModel(copy))
    }
    expect(judged(root, closed, () => changeItem(root, 'muu2', { text: 'a' })).undone).toEqual([])
  })
})

describe('what is deleted', () => {
  test('with a frame stays on the board, whoever wrote it', () => {
    const { root } = workshopBoard()
    const { content, after, undone } = judged(root, rule(['edit-all']), () => deleteThings(root, ['Toinen']))
    expect([undone, content]).toEqual([[], after])
  })

  test('takes its connections along, also those of others', () => {
    const { root } = workshopBoard()
    connect(root, { from: 'muu1', to: 'own3' })
    const { content, undone } = judged(root, rule(['add']), () => deleteThings(root, ['own3']))
    expect(undone).toEqual([])
    expect(content.connectors.map(({ to }) => to)).toEqual(['muu2'])
  })

  test('a group that somebody tears down behind the view’s back gives its notes to the frame, not to nowhere', () => {
    const { root, group } = workshopBoard()
    const { item } = judged(root, rule(['move-all'], 'Ideat'), () => {
      const items = root.get('items') as Y.Map<unknown>
      items.delete(group)
    })
    const left = item('own4')
    expect(left && frameOf(left)).toBe('Ideat')
  })
})

describe('whatever somebody does under whatever rule', () => {
  const rules = fc.record({
    may: fc.uniqueArray(fc.constantFrom(...allowances)),
    place: fc.constantFrom(null, 'Ideat', 'Toinen', 'poissa'),
    closed: fc.constantFrom([], ['Toinen'], ['Ideat']),
  })
  const acts = fc.array(arbitraryOperation(fc), { minLength: 1, maxLength: 8 })

  test('what is left is allowed, and judging it again takes nothing back', () => {
    fc.assert(
      fc.property(acts, rules, (operations, wanted) => {
        const { root } = workshopBoard()
        const { before, after, content, undone } = judged(root, wanted, () => {
          docOf(root).transact(() => operations.forEach((operation) => operation(root)))
        })
        if (undone.length === 0) expect(content).toBe(after)
        const again = permit(before, content, wanted, isOwn)
        expect(again.undone).toEqual([])
        expect(again.content).toEqual(content)
        // What is left can be stored and is read as the same board.
        restoreModel(root, content)
        expect(readModel(root)).toEqual(content)
      }),
      { numRuns: 150 },
    )
  })

  test('the words of others are what they were, unless everything may be edited', () => {
    fc.assert(
      fc.property(acts, rules, (operations, wanted) => {
        const { root, group } = workshopBoard()
        const may = wanted.may.filter((allowance) => allowance !== 'edit-all')
        const { before, item } = judged(root, { ...wanted, may }, () => operations.forEach((operation) => operation(root)))
        for (const was of before.items) {
          if (isOwn(was.id) || was.id === group) continue
          const is = item(was.id)
          expect(is).toBeDefined()
          expect([is && 'text' in is && is.text, is && 'name' in is && is.name]).toEqual(['text' in was && was.text, 'name' in was && was.name])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('nothing changes in a closed place, but that it may step aside for a frame that grows', () => {
    fc.assert(
      fc.property(acts, rules, (operations, wanted) => {
        const { root } = workshopBoard()
        const { before, content } = judged(root, { ...wanted, closed: ['Toinen'] }, () =>
          operations.forEach((operation) => operation(root)),
        )
        const inside = (model: CooperationModel) =>
          model.items
            .filter((item) => item.id === 'Toinen' || frameOf(item) === 'Toinen' || (isGroup(item) && item.gathers === 'Toinen'))
            .map(({ x: _x, y: _y, ...rest }) => rest)
        expect(inside(content)).toEqual(inside(before))
      }),
      { numRuns: 100 },
    )
  })

  test('who may only look leaves the board as it was', () => {
    fc.assert(
      fc.property(acts, (operations) => {
        const { root } = workshopBoard()
        const { before, content } = judged(root, rule(['look', 'vote']), () => operations.forEach((operation) => operation(root)))
        expect(content).toEqual(before)
      }),
      { numRuns: 100 },
    )
  })

  test('three hundred notes are judged in a few milliseconds', () => {
    const { root } = workshopBoard()
    noteBoard.addNotes(root, 'Ideat', newNotes(300))
    const before = readModel(root)
    changeItem(root, 'n7', { text: 'muutos' })
    const after = readModel(root)
    const start = performance.now()
    for (let round = 0; round < 10; round += 1) permit(before, after, rule(['add'], 'Ideat'), isOwn)
    expect((performance.now() - start) / 10).toBeLessThan(100)
  })
})
