import { generateKeyBetween } from 'fractional-indexing'

/** Something that stands in a list by a fractional index. */
export interface Ordered {
  id: string
  order: string
}

/**
 * Reading order, the same on every replica: two people who insert at the same place get equal keys,
 * and then the ids decide.
 */
export function byOrder(first: Ordered, second: Ordered): number {
  if (first.order !== second.order) return first.order < second.order ? -1 : 1
  return first.id < second.id ? -1 : first.id > second.id ? 1 : 0
}

/** No key is longer: kinds' schemas leave out what carries a longer one. */
export const longestOrder = 200

/**
 * A key between two neighbours (either may be absent: the start or the end).
 * Neighbours with equal or damaged keys have nothing between them: the new one then stands after `before`.
 * Where a key would grow past `longestOrder` (some 1,200 insertions into one gap) it shares its neighbour's,
 * and ids decide.
 */
export function orderBetween(before: string | undefined, after: string | undefined): string {
  if (before !== undefined && after !== undefined && before >= after) return orderBetween(before, undefined)
  const key = keyBetween(before, after)
  return key.length <= longestOrder ? key : (before ?? after ?? key).slice(0, longestOrder)
}

function keyBetween(before: string | undefined, after: string | undefined): string {
  try {
    const key = generateKeyBetween(before ?? null, after ?? null)
    if (before === undefined || key > before) return key
  } catch {
    // A damaged neighbour: what it was made by is no key.
  }
  return `${before ?? 'a0'}V`
}

/** The key that puts something at `index` of `siblings`, which stand in order and do not include it. */
export function orderAt(siblings: readonly Ordered[], index: number): string {
  return orderBetween(siblings[index - 1]?.order, siblings[index]?.order)
}

/** Keys for a fresh list. */
export function initialOrders(count: number): string[] {
  const orders: string[] = []
  for (let index = 0; index < count; index += 1) orders.push(orderBetween(orders[index - 1], undefined))
  return orders
}
