import { isFrame, type BoardItem } from '../../model/content'
import { borders, frameGrounds, noteGrounds, organisationLooks } from '../../model/looks'

/** The colours of an item where it is painted small, without words. */
export function lookOf(item: BoardItem): { fill: string; stroke: string } {
  if (item.type === 'actor') {
    const { ground, ink } = organisationLooks[item.organisationType]
    return { fill: ground, stroke: ink }
  }
  if (item.type === 'text') return { fill: 'transparent', stroke: 'transparent' }
  return { fill: (isFrame(item) ? frameGrounds : noteGrounds)[item.colour], stroke: borders[item.colour] }
}
