import { orderBetween } from '../../../../document/order'
import { noFrame, siblingsKey, type BoardItem } from '../content'

/** The order that puts something last among its siblings (`siblingsKey`). */
export function orderAtEnd(items: readonly BoardItem[], siblings: string): string {
  return orderBetween(lastOrder(items, siblings), undefined)
}

/** Answers the next order at the end of a frame, or of what is in none, each time it is asked. */
export function ordersAtEnd(items: readonly BoardItem[]): (frame: string | undefined) => string {
  const last = new Map<string, string>()
  return (frame) => {
    const siblings = frame ?? noFrame
    const known = last.get(siblings)
    const order = known === undefined ? orderAtEnd(items, siblings) : orderBetween(known, undefined)
    last.set(siblings, order)
    return order
  }
}

export function lastOrder(items: readonly BoardItem[], siblings: string): string | undefined {
  return items.findLast((item) => siblingsKey(item) === siblings)?.order
}
