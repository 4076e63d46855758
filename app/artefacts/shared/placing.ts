import * as Y from 'yjs'
import { byOrder, initialOrders, orderAt, type Ordered } from '../../document/order'

// Inserting again and again at one spot makes keys longer; at this length the list gets fresh, short ones.
const grownOrder = 80

interface Sibling extends Ordered {
  record: Y.Map<unknown>
}

/** The records of a collection that `belongs` accepts, in reading order, without the one being placed. */
export function siblingsIn(
  root: Y.Map<unknown>,
  name: string,
  placed?: string,
  belongs: (record: Y.Map<unknown>) => boolean = () => true,
): Sibling[] {
  const siblings: Sibling[] = []
  const records = root.get(name)
  if (!(records instanceof Y.Map)) return siblings
  for (const [id, record] of records as Y.Map<unknown>) {
    if (id === placed || !(record instanceof Y.Map) || !belongs(record)) continue
    const order: unknown = record.get('order')
    siblings.push({ id, order: typeof order === 'string' && order ? order : 'zz', record })
  }
  return siblings.sort(byOrder)
}

/**
 * The key that puts something at `index` of `siblings`. Where neighbours share a key (two people inserted at
 * once) or keys have grown long, the siblings get fresh ones first, so that there is a place between them.
 */
export function orderFor(siblings: readonly Sibling[], index: number): string {
  const at = Math.min(Math.max(Math.trunc(index) || 0, 0), siblings.length)
  const order = orderAt(siblings, at)
  const before = siblings[at - 1]?.order
  const after = siblings[at]?.order
  const fits = (before === undefined || before < order) && (after === undefined || order < after)
  if (fits && order.length <= grownOrder) return order
  const fresh = initialOrders(siblings.length + 1)
  for (const [position, sibling] of siblings.entries()) {
    sibling.record.set('order', fresh[position < at ? position : position + 1])
  }
  return fresh[at] ?? order
}
