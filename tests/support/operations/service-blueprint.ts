import type fc from 'fast-check'
import type * as Y from 'yjs'
import {
  addCard,
  changeCard,
  duplicateCard,
  moveCard,
  removeCard,
} from '../../../app/artefacts/service-blueprint/model/card-operations'
import {
  blueprintLines,
  cardMarks,
  laneKinds,
  type ServiceBlueprint,
} from '../../../app/artefacts/service-blueprint/model/content'
import { readServiceBlueprint } from '../../../app/artefacts/service-blueprint/model/document'
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
} from '../../../app/artefacts/service-blueprint/model/operations'

type Operation = (root: Y.Map<unknown>) => void

/**
 * What people do to a service blueprint, aimed at whatever stands in it at that moment, or at what is gone.
 */
export function arbitraryOperation(check: typeof fc): fc.Arbitrary<Operation> {
  const at = check.nat(60)
  const words = check.constantFrom(
    '',
    'Kela',
    'Asiakas saa ajan',
    'x'.repeat(6_000),
    '😀 ja §\nuusi rivi',
    '<b>',
  )
  const value = check.constantFrom(null, -2, -0.5, 0, 1.5, 7, Number.NaN, 1e308)
  const line = check.constantFrom(undefined, ...blueprintLines)
  const acts = [
    check.tuple(words, at).map(
      ([name, index]): Operation =>
        (root) =>
          void addPhase(root, name, index),
    ),
    aimed(
      check,
      ({ phases }) => phases,
      words,
      (root, id, name) => renamePhase(root, id, name),
    ),
    aimed(
      check,
      ({ phases }) => phases,
      at,
      (root, id, index) => movePhase(root, id, index % 9),
    ),
    aimed(
      check,
      ({ phases }) => phases,
      at,
      (root, id) => removePhase(root, id),
    ),
    check.tuple(words, check.constantFrom(...laneKinds), at).map(
      ([name, kind, index]): Operation =>
        (root) =>
          void addLane(root, { name, kind }, index),
    ),
    aimed(
      check,
      ({ lanes }) => lanes,
      words,
      (root, id, name) => renameLane(root, id, name),
    ),
    aimed(
      check,
      ({ lanes }) => lanes,
      check.constantFrom(...laneKinds),
      (root, id, kind) => changeLaneKind(root, id, kind),
    ),
    aimed(
      check,
      ({ lanes }) => lanes,
      line,
      (root, id, below) => drawLineBelow(root, id, below),
    ),
    aimed(
      check,
      ({ lanes }) => lanes,
      at,
      (root, id, index) => moveLane(root, id, index % 9),
    ),
    aimed(
      check,
      ({ lanes }) => lanes,
      at,
      (root, id) => removeLane(root, id),
    ),
    aimed(
      check,
      ({ phases }) => phases,
      check.record({ value, words }),
      (root, id, feeling) => changeFeeling(root, id, feeling),
    ),
    check.tuple(words, at, at).map(([text, phase, lane]): Operation => (root) => {
      addCard(root, { ...cellAt(readServiceBlueprint(root), phase, lane), index: phase }, { text })
    }),
    aimed(
      check,
      ({ cards }) => cards,
      words,
      (root, id, text) => changeCard(root, id, { text }),
    ),
    aimed(
      check,
      ({ cards }) => cards,
      check.record({ organisation: words, channel: words, mark: check.constantFrom(...cardMarks) }),
      (root, id, changes) => changeCard(root, id, changes),
    ),
    aimed(
      check,
      ({ cards }) => cards,
      check.tuple(at, at),
      (root, id, [phase, lane]) =>
        moveCard(root, id, { ...cellAt(readServiceBlueprint(root), phase, lane), index: lane % 4 }),
    ),
    aimed(
      check,
      ({ cards }) => cards,
      at,
      (root, id) => void duplicateCard(root, id),
    ),
    aimed(
      check,
      ({ cards }) => cards,
      at,
      (root, id) => removeCard(root, id),
    ),
  ]
  return check.oneof(...acts)
}

function aimed<Value>(
  check: typeof fc,
  list: (content: ServiceBlueprint) => readonly { id: string }[],
  value: fc.Arbitrary<Value>,
  act: (root: Y.Map<unknown>, id: string, value: Value) => void,
): fc.Arbitrary<Operation> {
  return check.tuple(check.nat(60), value).map(([index, given]): Operation => (root) => {
    const items = list(readServiceBlueprint(root))
    act(root, items[index % Math.max(1, items.length)]?.id ?? 'gone', given)
  })
}

function cellAt({ phases, lanes }: ServiceBlueprint, phase: number, lane: number) {
  return {
    phase: phases[phase % Math.max(1, phases.length)]?.id ?? 'gone',
    lane: lanes[lane % Math.max(1, lanes.length)]?.id ?? 'gone',
  }
}
