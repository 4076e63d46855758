import type fc from 'fast-check'
import type * as Y from 'yjs'
import {
  flowKinds,
  itemColours,
  textSizes,
  type CooperationModel,
} from '../../../app/artefacts/cooperation-model/model/content'
import { readModel } from '../../../app/artefacts/cooperation-model/model/document'
import {
  addItem,
  addNotes,
  changeConnector,
  changeItem,
  colourItems,
  connect,
  deleteThings,
  duplicateItems,
  gather,
  makeFrames,
  moveInOutline,
  moveItems,
  moveToGroup,
  putBack,
  putInFrame,
  resizeItem,
  reverseConnector,
  takeOff,
} from '../../../app/artefacts/cooperation-model/model/operations'
import { organisationTypes } from '../../../app/artefacts/organisation-types'

type Operation = (root: Y.Map<unknown>) => void

/** Picks of a generated number: which of what is there an operation is about. */
const pick = <Thing>(things: readonly Thing[], number: number): Thing | undefined => things[number % things.length]

/** One act of a person on the board, on whatever is there when it is done. */
export function arbitraryOperation(check: typeof fc): fc.Arbitrary<Operation> {
  const number = check.nat(200)
  const distance = check.integer({ min: -2_000, max: 2_000 })
  const point = check.record({ x: distance, y: distance })
  const text = check.oneof(check.string({ maxLength: 40 }), check.constantFrom('', 'ä'.repeat(6_000), 'yksi\nkaksi'))
  const about = <Rest>(rest: fc.Arbitrary<Rest>, act: (root: Y.Map<unknown>, ids: Ids, rest: Rest) => void) =>
    check.tuple(number, number, rest).map(
      ([first, second, more]): Operation =>
        (root) =>
          act(root, idsIn(readModel(root), first, second), more),
    )

  const colour = check.constantFrom(...itemColours)
  const flow = check.constantFrom(...flowKinds)
  const added = check.record(
    {
      type: check.constantFrom('note' as const, 'actor' as const, 'text' as const, 'frame' as const),
      text,
      name: text,
      role: text,
      colour,
      size: check.constantFrom(...textSizes),
      organisationType: check.constantFrom(...organisationTypes),
      at: point,
    },
    { requiredKeys: ['type'] },
  )

  return check.oneof(
    about(check.tuple(added, check.boolean()), (root, { frame }, [item, intoFrame]) => {
      addItem(root, intoFrame ? { ...item, frame } : item)
    }),
    about(text, (root, { one }, words) => changeItem(root, one, { text: words, name: words, role: words })),
    about(colour, (root, { one, other }, wanted) => colourItems(root, [one, other], wanted)),
    about(point, (root, { one, other }, by) => moveItems(root, [one, other], by)),
    about(check.tuple(point, number, number), (root, { one }, [at, width, height]) =>
      resizeItem(root, one, { ...at, width, height }),
    ),
    about(check.boolean(), (root, { one, other, frame }, out) => putInFrame(root, [one, other], out ? undefined : frame)),
    about(check.constantFrom('up' as const, 'down' as const), (root, { one }, direction) => {
      moveInOutline(root, one, direction)
    }),
    about(check.constant(undefined), (root, { one, other }) => duplicateItems(root, [one, other])),
    about(check.boolean(), (root, { one, connector }, both) => deleteThings(root, both ? [one, connector] : [one])),
    about(check.tuple(flow, text), (root, { one, other }, [kind, label]) => {
      connect(root, { from: one, to: other, flow: kind, label })
    }),
    about(check.tuple(number, text), (root, { frame }, [count, words]) => {
      const notes = Array.from({ length: count % 12 }, (_, index) => `${words.length}-${index}`)
      addNotes(root, frame ?? null, notes.map((id) => ({ id: `n${id}`, text: words, author: words, origin: 'step' })))
    }),
    about(text, (root, { one, other }, name) => void gather(root, [one, other], name)),
    about(check.boolean(), (root, { one, other, frame }, out) => moveToGroup(root, [one, other], out ? null : (frame ?? null))),
    about(text, (root, { frame }, name) => makeFrames(root, [{ id: `f${name.length}`, name }], frame ?? null)),
    about(check.boolean(), (root, { one, connector }, back) => {
      const taken = takeOff(root, [one, connector])
      if (back) putBack(root, taken)
    }),
    about(check.tuple(flow, text), (root, { connector, one }, [kind, label]) =>
      changeConnector(root, connector, { flow: kind, label, from: one }),
    ),
    about(check.constant(undefined), (root, { connector }) => reverseConnector(root, connector)),
  )
}

interface Ids {
  one: string
  other: string
  frame: string | undefined
  connector: string
}

function idsIn({ items, connectors }: CooperationModel, first: number, second: number): Ids {
  const frames = items.filter(({ type }) => type === 'frame')
  return {
    one: pick(items, first)?.id ?? 'nothing',
    other: pick(items, second)?.id ?? 'nothing',
    frame: pick(frames, second)?.id,
    connector: pick(connectors, first)?.id ?? 'nothing',
  }
}
