import type { Translate } from '../../kind'
import type { ChangeResult, Place, WorkshopChange, WorkshopFace } from '../../workshop-face'
import type * as Y from 'yjs'
import { isFrame, isGroup, type BoardItem, type CooperationModel } from './content'
import { readItems } from './document'
import { nameOf } from './names'
import {
  addNotes,
  carryActor,
  carryFlow,
  carryNote,
  carryRole,
  makeFrames,
  putBack,
  takeOff,
} from './operations'
import { permit } from './permit/permit'
import { noteBoard } from './workshop-notes'

/** The board in a workshop: its frames are the places, and a decision becomes an actor, a role, a flow or a note. */
export const workshopFace: WorkshopFace<CooperationModel> = {
  places: framesOf,
  permit,
  notes: noteBoard,
  carries: [
    { what: 'actor', places: framesOf },
    { what: 'role', places: actorsOf },
    { what: 'flow', places: actorsOf, others: actorsOf },
    { what: 'note', places: framesOf },
  ],
  change(root, change) {
    switch (change.do) {
      case 'add-notes':
        addNotes(root, change.frame, change.notes)
        return { ids: ofThose(readItems(root), change.notes) }
      case 'make-frames':
        makeFrames(root, change.frames, change.copyOf)
        return { ids: ofThose(readItems(root), change.frames) }
      case 'take-off': {
        const taken = takeOff(root, change.ids)
        return { ids: taken.map((thing) => (thing.kind === 'item' ? thing.item.id : thing.connector.id)), taken }
      }
      case 'put-back':
        return { ids: putBack(root, change.things) }
      case 'carry':
        return carry(root, change)
    }
  },
}

/** The ids are empty where the place, or the other end, is gone. */
function carry(root: Y.Map<unknown>, change: Extract<WorkshopChange, { do: 'carry' }>): ChangeResult {
  const id = carryOne(root, change)
  return { ids: id === undefined ? [] : [id] }
}

function carryOne(root: Y.Map<unknown>, change: Extract<WorkshopChange, { do: 'carry' }>): string | undefined {
  const { what, place, other, carried } = change
  switch (what) {
    case 'actor':
      return carryActor(root, place, carried)
    case 'role':
      return carryRole(root, place, carried)
    case 'flow':
      return carryFlow(root, place, other, carried)
    case 'note':
      return carryNote(root, place, carried)
    default:
      throw new Error(`A decision becomes no ${what} on a board`)
  }
}

/** Those of the ids that are on the board, in the order given. */
function ofThose(items: readonly BoardItem[], wanted: readonly { id: string }[]): string[] {
  const there = new Set(items.map(({ id }) => id))
  return wanted.flatMap(({ id }) => (there.has(id) ? [id] : []))
}

function framesOf({ items }: CooperationModel, t: Translate): Place[] {
  return items.flatMap((item) => (isFrame(item) && !isGroup(item) ? [{ id: item.id, name: nameOf(item, t) }] : []))
}

function actorsOf({ items }: CooperationModel, t: Translate): Place[] {
  return items.flatMap((item) => (item.type === 'actor' ? [{ id: item.id, name: nameOf(item, t) }] : []))
}
