import type * as Y from 'yjs'
import { changeRecord, readRecords, removeRecord } from '../../../../document/records'
import { frameOf, isGroup } from '../content'
import { connectorShape, itemShape, readPlaces } from '../document'
import { putInFrame } from './moving'

/**
 * Deletes items and connectors, and the connectors of deleted items. What stood in a deleted group goes back to the
 * frame that the group gathered; what stood in any other deleted frame stays where it is, in no frame. What is named
 * itself goes too.
 */
export function deleteThings(root: Y.Map<unknown>, ids: readonly string[]): void {
  const gone = new Set(ids)
  for (const { id, from, to } of readRecords(root, 'connectors', connectorShape)) {
    if (gone.has(id) || gone.has(from) || gone.has(to)) removeRecord(root, 'connectors', id)
  }
  const items = readPlaces(root)
  const frames = new Set<string>(items.flatMap(({ id, type }) => (type === 'frame' && !gone.has(id) ? [id] : [])))
  for (const group of items) {
    if (!isGroup(group) || !gone.has(group.id) || !frames.has(group.gathers)) continue
    const left = items.filter((item) => frameOf(item) === group.id && !gone.has(item.id))
    putInFrame(root, left.map(({ id }) => id), group.gathers)
  }
  for (const item of readPlaces(root)) {
    if (gone.has(item.id)) removeRecord(root, 'items', item.id)
    else if (gone.has(frameOf(item) ?? '')) changeRecord(root, 'items', itemShape, item.id, { frame: undefined })
  }
}
