import type * as Y from 'yjs'
import { record } from '../../../../document/records'
import type { BoardItem } from '../content'
import { mendItem } from '../mend'

/** One item, read by itself. */
export function readItem(root: Y.Map<unknown>, id: string): BoardItem | undefined {
  const found = record(root, 'items', id)
  return found ? mendItem({ ...found.toJSON(), id }) : undefined
}
