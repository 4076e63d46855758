import type * as Y from 'yjs'
import { addRecord, changeRecord, record, removeRecord } from '../../../document/records'
import { newId } from '../../../lib/id'
import {
  blueprintLines,
  laneKinds,
  longest,
  type BlueprintLine,
  type Feeling,
  type Lane,
  type LaneKind,
} from './content'
import { orderFor, siblingsIn } from '../../shared/placing'
import { collections, feelingShape, laneShape, mendedFeeling, phaseShape } from './stored'
import { cardsStandingIn, hideCards } from './card-operations'
import { written } from '../../shared/written'

/*
 * What people do to the phases, lanes and feelings of a blueprint: each function is one act, to be called
 * within one transaction. What is aimed at something that is gone does nothing; numbers and texts are brought
 * within bounds.
 */

/** Adds a phase at `index` and answers its id. */
export function addPhase(root: Y.Map<unknown>, name: string, index: number): string {
  const id = newId()
  const order = orderFor(siblingsIn(root, collections.phases), index)
  addRecord(root, collections.phases, phaseShape, { id, order, name: written(name, longest.name) })
  addRecord(root, collections.feelings, feelingShape, { id, words: '' })
  return id
}

export function renamePhase(root: Y.Map<unknown>, id: string, name: string): void {
  const phase = record(root, collections.phases, id)
  if (!phase) return
  changeRecord(root, collections.phases, phaseShape, id, {
    name: written(name, longest.name, phase.get('name')),
  })
}

/** Moves a phase, with its cards, to `index` among the others. */
export function movePhase(root: Y.Map<unknown>, id: string, index: number): void {
  if (!record(root, collections.phases, id)) return
  const order = orderFor(siblingsIn(root, collections.phases, id), index)
  changeRecord(root, collections.phases, phaseShape, id, { order })
}

/** Removes a phase and the cards that stand in it. */
export function removePhase(root: Y.Map<unknown>, id: string): void {
  if (!record(root, collections.phases, id)) return
  hideCards(cardsStandingIn(root, 'phase', id), id)
  removeRecord(root, collections.phases, id)
}

/** Adds a lane at `index` and answers its id. */
export function addLane(root: Y.Map<unknown>, lane: Pick<Lane, 'name' | 'kind'>, index: number): string {
  const id = newId()
  const order = orderFor(siblingsIn(root, collections.lanes), index)
  const kind = laneKinds.includes(lane.kind) ? lane.kind : 'other'
  addRecord(root, collections.lanes, laneShape, { id, order, name: written(lane.name, longest.name), kind })
  return id
}

export function renameLane(root: Y.Map<unknown>, id: string, name: string): void {
  const lane = record(root, collections.lanes, id)
  if (!lane) return
  changeRecord(root, collections.lanes, laneShape, id, {
    name: written(name, longest.name, lane.get('name')),
  })
}

export function changeLaneKind(root: Y.Map<unknown>, id: string, kind: LaneKind): void {
  if (laneKinds.includes(kind)) changeRecord(root, collections.lanes, laneShape, id, { kind })
}

/** Draws a line below a lane, or none. A blueprint has each line once: it leaves the lane where it was. */
export function drawLineBelow(root: Y.Map<unknown>, id: string, line: BlueprintLine | undefined): void {
  if (!record(root, collections.lanes, id)) return
  if (line !== undefined && !blueprintLines.includes(line)) return
  for (const sibling of siblingsIn(root, collections.lanes, id)) {
    if (line !== undefined && sibling.record.get('lineBelow') === line) sibling.record.delete('lineBelow')
  }
  changeRecord(root, collections.lanes, laneShape, id, { lineBelow: line })
}

/** Moves a lane, with its cards and the line below it, to `index` among the others. */
export function moveLane(root: Y.Map<unknown>, id: string, index: number): void {
  if (!record(root, collections.lanes, id)) return
  const order = orderFor(siblingsIn(root, collections.lanes, id), index)
  changeRecord(root, collections.lanes, laneShape, id, { order })
}

/**
 * Removes a lane and the cards that stand in it. The line below it goes to the lane above, if that has none.
 */
export function removeLane(root: Y.Map<unknown>, id: string): void {
  const lane = record(root, collections.lanes, id)
  if (!lane) return
  const line = lane.get('lineBelow')
  const lanes = siblingsIn(root, collections.lanes)
  const above = lanes[lanes.findIndex((sibling) => sibling.id === id) - 1]
  if (line !== undefined && above && above.record.get('lineBelow') === undefined) {
    above.record.set('lineBelow', line)
  }
  hideCards(cardsStandingIn(root, 'lane', id), id)
  removeRecord(root, collections.lanes, id)
}

/** Changes how the client feels in a phase. A value of null takes the judgement back. */
export function changeFeeling(
  root: Y.Map<unknown>,
  phase: string,
  changes: Partial<Pick<Feeling, 'value' | 'words'>>,
): void {
  if (!record(root, collections.phases, phase)) return
  const feeling = record(root, collections.feelings, phase)
  const words =
    changes.words === undefined ? undefined : written(changes.words, longest.words, feeling?.get('words'))
  if (!feeling) addRecord(root, collections.feelings, feelingShape, { id: phase, words: words ?? '' })
  changeRecord(root, collections.feelings, feelingShape, phase, {
    ...(changes.value === undefined ? {} : { value: mendedFeeling(changes.value) ?? undefined }),
    ...(words === undefined ? {} : { words }),
  })
}
