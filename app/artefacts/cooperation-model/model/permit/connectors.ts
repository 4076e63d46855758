import type { BoardItem, Connector } from '../content'
import { isSame, takenBack, type Judgement } from './judgement'
import { connectorBarrier } from './places'

export type Items = ReadonlyMap<string, BoardItem>

/** The connectors that stay, between the things that stay. One whose end is gone is gone with it. */
export function judgeConnectors(
  before: readonly Connector[],
  after: readonly Connector[],
  items: { before: Items; stay: Items },
  judgement: Judgement,
): Connector[] {
  const earlier = new Map(before.map((connector) => [connector.id, connector]))
  const present = new Set(after.map(({ id }) => id))
  const stay = after.flatMap((is) => {
    const was = earlier.get(is.id)
    return (was ? judgeChange(was, is, items, judgement) : judgeNew(is, items.stay, judgement)) ?? []
  })
  const back = before.filter((was) => !present.has(was.id) && comesBack(was, items, judgement))
  return [...stay, ...back].filter((connector) => hasEnds(connector, items.stay))
}

function judgeNew(connector: Connector, stay: Items, judgement: Judgement): Connector | undefined {
  if (!hasEnds(connector, stay)) return undefined
  const { rights, frames, rule, added } = judgement
  const against = rights.addConnector ? connectorBarrier(connector, stay, frames, rule) : 'add'
  if (against) return takenBack(judgement, against, undefined)
  added.push(connector.id)
  return connector
}

function judgeChange(was: Connector, is: Connector, items: { before: Items; stay: Items }, judgement: Judgement): Connector {
  if (isSame(was, is)) return is
  const { rights, rule, frames, framesBefore } = judgement
  const isKept = rule.may.includes('edit-all') || isSame(was.origins ?? [], is.origins ?? [])
  const against =
    connectorBarrier(was, items.before, framesBefore, rule) ??
    connectorBarrier(is, items.stay, frames, rule) ??
    (rights.editConnector(was.id) && isKept && hasEnds(is, items.stay) ? undefined : 'edit')
  return against ? takenBack(judgement, against, was) : is
}

function comesBack(was: Connector, items: { before: Items; stay: Items }, judgement: Judgement): boolean {
  if (!hasEnds(was, items.stay)) return false
  const { rights, rule, framesBefore } = judgement
  const against =
    connectorBarrier(was, items.before, framesBefore, rule) ?? (rights.editConnector(was.id) ? undefined : 'delete')
  if (against) judgement.undone.add(against)
  return against !== undefined
}

const hasEnds = ({ from, to }: Connector, items: Items): boolean => items.has(from) && items.has(to)
