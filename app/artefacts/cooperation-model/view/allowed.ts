import type { EditRule } from '../../edit-rule'
import { isFrame, type BoardItem, type Connector, type CooperationModel, type Group, type ItemType, type Note } from '../model/content'
import { barrier, connectorBarrier, framesAmong, type Frames } from '../model/permit/places'
import { rightsOf } from '../model/permit/rights'

/** What one may do with what is on the board just now: what is not allowed is not offered. */
export interface Allowed {
  /** Null where nothing but the right in the room counts. */
  rule: EditRule | null
  /** Anything at all. */
  anything: boolean
  add(type: ItemType): boolean
  /** Whether something may be put there; undefined: into no frame. */
  putIn(frame: string | undefined): boolean
  edit(item: BoardItem): boolean
  move(item: BoardItem): boolean
  remove(item: BoardItem): boolean
  /** To make, name and order groups. */
  group: boolean
  /** To draw connectors. */
  connect: boolean
  changeConnector(connector: Connector): boolean
}

interface Asked {
  canEdit: boolean
  rule: EditRule | null
  isOwn(id: string): boolean
  /** As it stands when one asks. */
  content(): CooperationModel
}

/** The same judgement that the server makes of a change (model/permit), asked beforehand. */
export function allowedTo({ canEdit, rule, isOwn, content }: Asked): Allowed {
  if (!canEdit || !rule) return everything(canEdit)
  const rights = rightsOf(rule, isOwn)
  const isOpen = (item: BoardItem) => barrier(item, known(content()).frames, rule) === undefined
  const group = rights.add(anyGroup)
  return {
    rule,
    anything: rights.add(anyNote) || group || rule.may.includes('move-own'),
    // A new frame would stand beside the place where alone one may be.
    add: (type) => rights.add(anyNote) && (type !== 'frame' || rule.place === null),
    putIn: (id) => {
      const frame = id === undefined ? undefined : known(content()).frames.get(id)
      return frame ? isOpen(frame) : rule.place === null
    },
    edit: (item) => rights.edit(item, item) && isOpen(item),
    move: (item) => rights.move(item.id) && isOpen(item),
    remove: (item) => rights.remove(item) && isOpen(item) && item.id !== rule.place,
    group,
    connect: rights.addConnector,
    changeConnector: (connector) => {
      const { itemsById, frames } = known(content())
      return rights.editConnector(connector.id) && connectorBarrier(connector, itemsById, frames, rule) === undefined
    },
  }
}

const place = { x: 0, y: 0, width: 0, height: 0, order: '' }
const anyNote: Note = { ...place, id: 'note', type: 'note', text: '', colour: 'yellow' }
const anyGroup: Group = { ...place, id: 'group', type: 'frame', name: '', colour: 'paper', gathers: '' }

function everything(canEdit: boolean): Allowed {
  const all = () => canEdit
  return {
    ...{ rule: null, anything: canEdit, group: canEdit, connect: canEdit },
    ...{ add: all, putIn: all, edit: all, move: all, remove: all, changeConnector: all },
  }
}

interface Known {
  frames: Frames
  itemsById: ReadonlyMap<string, BoardItem>
}

// Every item that is drawn asks: one look at the board serves them all.
const knownOf = new WeakMap<readonly BoardItem[], Known>()

function known({ items }: CooperationModel): Known {
  const before = knownOf.get(items)
  if (before) return before
  const made = { frames: framesAmong(items), itemsById: new Map(items.map((item) => [item.id, item])) }
  knownOf.set(items, made)
  return made
}

/** What may be chosen as a place to put things: frames and groups that are open to whoever asks. */
export const framesToPutIn = (items: readonly BoardItem[], may: Allowed): BoardItem[] =>
  items.filter((item) => isFrame(item) && may.putIn(item.id))
