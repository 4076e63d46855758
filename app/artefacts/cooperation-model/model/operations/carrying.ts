import type * as Y from 'yjs'
import { changeRecord, record } from '../../../../document/records'
import type { Carried } from '../../../workshop-face'
import { isFrame, longestLabel, longestText, mostOrigins } from '../content'
import { connectorShape, itemShape } from '../document'
import { mendConnector, mendItem, shortened } from '../mend'
import { connect } from './connectors'
import { addItem, changeItem } from './items'
import { addNotes } from './notes'
import { newId } from '../../../../lib/id'
import { readItem } from './read-item'

/** An actor of the organisation that owns a decision, whose role is what was decided. Answers its id. */
export function carryActor(root: Y.Map<unknown>, frame: string | null, { text, owner, origin }: Carried): string {
  const id = addItem(root, {
    type: 'actor',
    name: owner?.name ?? text,
    role: owner ? text : '',
    ...(owner?.type ? { organisationType: owner.type } : {}),
    ...(frame !== null && isFrameThere(root, frame) ? { frame } : {}),
  })
  addOrigin(root, 'items', id, origin)
  return id
}

/** Adds what was decided to an actor's role. Answers the actor's id; undefined where there is none. */
export function carryRole(root: Y.Map<unknown>, actorId: string | null, { text, origin }: Carried): string | undefined {
  const actor = readItem(root, actorId ?? '')
  if (actor?.type !== 'actor') return undefined
  const before = actor.role.trimEnd()
  changeItem(root, actor.id, { role: before === '' ? text : `${before}\n${text}` })
  addOrigin(root, 'items', actor.id, origin)
  return actor.id
}

/** What was decided, as something that flows between two actors. Answers the connector's id; undefined without both. */
export function carryFlow(root: Y.Map<unknown>, from: string | null, to: string | null, carried: Carried): string | undefined {
  const id = connect(root, { from: from ?? '', to: to ?? '', label: shortened(carried.text, longestLabel) })
  if (id !== undefined) addOrigin(root, 'connectors', id, carried.origin)
  return id
}

export function carryNote(root: Y.Map<unknown>, frame: string | null, { text, origin }: Carried): string {
  const id = newId()
  addNotes(root, frame, [{ id, text: shortened(text, longestText), author: '', origin }])
  return id
}

/** Says of a thing once more where it came from. The newest are kept. */
function addOrigin(root: Y.Map<unknown>, collection: 'items' | 'connectors', id: string, origin: string): void {
  const stored = { ...record(root, collection, id)?.toJSON(), id }
  const before = (collection === 'items' ? mendItem(stored) : mendConnector(stored))?.origins ?? []
  const origins = [...before.filter((known) => known !== origin), origin].slice(-mostOrigins)
  if (collection === 'items') changeRecord(root, 'items', itemShape, id, { origins })
  else changeRecord(root, 'connectors', connectorShape, id, { origins })
}

function isFrameThere(root: Y.Map<unknown>, id: string): boolean {
  const frame = readItem(root, id)
  return frame !== undefined && isFrame(frame)
}
