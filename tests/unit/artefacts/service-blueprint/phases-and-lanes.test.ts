import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { linesDrawn } from '../../../../app/artefacts/service-blueprint/model/arrangement'
import { changeCard } from '../../../../app/artefacts/service-blueprint/model/card-operations'
import {
  addLane,
  addPhase,
  changeFeeling,
  changeLaneKind,
  drawLineBelow,
  moveLane,
  movePhase,
  removeLane,
  removePhase,
  renameLane,
  renamePhase,
} from '../../../../app/artefacts/service-blueprint/model/operations'
import { blueprintOf, copyOf, documentOf, merge, read } from './blueprint-of'

describe('phases of a service blueprint', () => {
  it('are added, renamed and moved', () => {
    const root = blueprintOf()
    const id = addPhase(root, 'Arviointi', 1)
    renamePhase(root, 'plan', 'Yhteinen suunnitelma')
    expect(read(root).phases.map(({ name }) => name)).toEqual([
      'Ensikontakti',
      'Arviointi',
      'Yhteinen suunnitelma',
    ])
    movePhase(root, id, 2)
    expect(read(root).phases.map((phase) => phase.id)).toEqual(['contact', 'plan', id])
    movePhase(root, id, 0)
    expect(read(root).phases.map((phase) => phase.id)).toEqual([id, 'contact', 'plan'])
  })

  it('keep both names apart when two people add one at once', () => {
    const one = blueprintOf()
    const other = copyOf(one)
    addPhase(one, 'Arviointi', 1)
    addPhase(other, 'Ohjaus', 1)
    merge(one, other)
    expect(
      read(one)
        .phases.map(({ name }) => name)
        .sort(),
    ).toEqual(['Arviointi', 'Ensikontakti', 'Ohjaus', 'Suunnitelma'])
    expect(read(other)).toEqual(read(one))
  })

  it('take their cards and feelings with them, and undo brings everything back', () => {
    const root = blueprintOf()
    const before = read(root)
    const undo = new Y.UndoManager(root, { trackedOrigins: new Set(['me']) })
    documentOf(root).transact(() => removePhase(root, 'contact'), 'me')
    expect(read(root).cards.map(({ id }) => id)).toEqual(['write'])
    expect(read(root).feelings).toEqual([])
    undo.undo()
    expect(read(root)).toEqual(before)
    undo.redo()
    expect(read(root).phases.map(({ id }) => id)).toEqual(['plan'])
  })

  it('come back by undo with what others wrote on their cards meanwhile', () => {
    const root = blueprintOf()
    const other = copyOf(root)
    const undo = new Y.UndoManager(root, { trackedOrigins: new Set(['me']) })
    documentOf(root).transact(() => removePhase(root, 'contact'), 'me')
    changeCard(other, 'wait', { text: 'Odottaa viikon' })
    merge(root, other)
    undo.undo()
    expect(read(root).cards.find(({ id }) => id === 'wait')?.text).toBe('Odottaa viikon')
  })
})

describe('lanes of a service blueprint', () => {
  it('are added with what they hold, renamed, given another purpose and moved', () => {
    const root = blueprintOf()
    const id = addLane(root, { name: 'Ideat', kind: 'ideas' }, 3)
    renameLane(root, 'work', 'Työ')
    changeLaneKind(root, 'work', 'back-office')
    moveLane(root, id, 0)
    expect(read(root).lanes.map(({ name, kind }) => [name, kind])).toEqual([
      ['Ideat', 'ideas'],
      ['Asiakkaan toiminta', 'client-actions'],
      ['Tunteet', 'feelings'],
      ['Työ', 'back-office'],
    ])
  })

  it('have each line once: it leaves the lane where it was', () => {
    const root = blueprintOf()
    drawLineBelow(root, 'feelings', 'interaction')
    expect(linesDrawn(read(root).lanes).map(({ lane, line }) => [lane.id, line])).toEqual([
      ['feelings', 'interaction'],
      ['work', 'visibility'],
    ])
    drawLineBelow(root, 'feelings', undefined)
    expect(linesDrawn(read(root).lanes).map(({ line }) => line)).toEqual(['visibility'])
  })

  it('leave their line to the lane above when they go', () => {
    const root = blueprintOf()
    removeLane(root, 'work')
    expect(linesDrawn(read(root).lanes).map(({ lane, line }) => [lane.id, line])).toEqual([
      ['client', 'interaction'],
      ['feelings', 'visibility'],
    ])
  })

  it('take their cards with them, and undo brings everything back', () => {
    const root = blueprintOf()
    const before = read(root)
    const undo = new Y.UndoManager(root, { trackedOrigins: new Set(['me']) })
    documentOf(root).transact(() => removeLane(root, 'client'), 'me')
    expect(read(root).cards).toHaveLength(1)
    undo.undo()
    expect(read(root)).toEqual(before)
  })
})

describe('feelings of a service blueprint', () => {
  it('stand on the scale, in half steps', () => {
    const root = blueprintOf()
    const valueAfter = (value: number | null) => {
      changeFeeling(root, 'plan', { value, words: 'Sanoin' })
      return read(root).feelings.find(({ phase }) => phase === 'plan')?.value
    }
    expect(valueAfter(1.3)).toBe(1.5)
    expect(valueAfter(-9)).toBe(-2)
    expect(valueAfter(1e308)).toBe(2)
    expect(valueAfter(-0.1)).toBe(0)
    expect(valueAfter(Number.NaN)).toBeNull()
    expect(valueAfter(null)).toBeNull()
  })

  it('keep one person’s judgement and another’s words', () => {
    const one = blueprintOf()
    const other = copyOf(one)
    changeFeeling(one, 'plan', { value: 1 })
    changeFeeling(other, 'plan', { words: 'Toiveikas' })
    merge(one, other)
    expect(read(one).feelings[1]).toEqual({ phase: 'plan', value: 1, words: 'Toiveikas' })
  })

  it('are not told of a phase that is gone', () => {
    const root = blueprintOf()
    changeFeeling(root, 'gone', { value: 1 })
    removePhase(root, 'contact')
    expect(read(root).feelings).toEqual([])
  })
})
