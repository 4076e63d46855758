import { useMemo, useState } from 'react'
import { boardBoxes, wordedBoxes, type Box, type Point } from '../../model/boxes'
import type { BoardItem, CooperationModel } from '../../model/content'
import { labelOf } from '../../model/names'
import { movedTogether } from '../../model/operations'
import { routeConnectors, type Route } from '../../model/routes'
import { useBoard } from '../board-context'
import { createNodeMaker, type ItemNode } from './nodes'
import { standingsOf, type Standing } from './siblings'
import { useOthersDrags, type Drags } from './use-others-drags'

/** What is being dragged here, and how far. */
export interface OwnDrag {
  ids: readonly string[]
  by: Point
}

export interface Resizing {
  id: string
  box: Box
}

export interface Scene {
  /** Where everything stands in the document. */
  stored: ReadonlyMap<string, Box>
  /** Where everything is seen: with what is just being dragged and resized. */
  boxes: ReadonlyMap<string, Box>
  routes: ReadonlyMap<string, Route>
  itemsById: ReadonlyMap<string, BoardItem>
  standings: ReadonlyMap<string, Standing>
  nodes: ItemNode[]
}

/** What one is busy with, as far as the board shows it. */
export interface BoardChoice {
  selection: ReadonlySet<string>
  active: string | undefined
  /** What is being written in on the board. */
  editing: string | undefined
}

/** Everything that is drawn, from the content and from what people are doing to it just now. */
export function useBoardScene(
  content: CooperationModel,
  choice: BoardChoice,
  writesInPlace: boolean,
  ownDrag: OwnDrag | undefined,
  resizing: Resizing | undefined,
): Scene {
  const { session, may, t } = useBoard()
  const { items, connectors } = content
  const [makeNodes] = useState(createNodeMaker)
  const othersDrags = useOthersDrags(session)
  const itemsById = useMemo(() => new Map(items.map((item) => [item.id, item])), [items])
  const standings = useMemo(() => standingsOf(items), [items])
  const stored = useMemo(() => boardBoxes(items), [items])
  const boxes = useMemo(() => {
    const drags = ownDrag ? withOwn(othersDrags, ownDrag, items) : othersDrags
    return seenBoxes(stored, drags, resizing)
  }, [stored, othersDrags, ownDrag, resizing, items])
  const routes = useMemo(
    () => routeConnectors(connectors, boxes, wordedBoxes(items, boxes), (connector) => labelOf(connector, t)),
    [connectors, boxes, items, t],
  )
  const nodes = useMemo(() => {
    const editing = writesInPlace ? choice.editing : undefined
    return makeNodes(items, { ...choice, boxes, mayMove: may.move, editing })
  }, [makeNodes, items, boxes, choice, writesInPlace, may])
  return { stored, boxes, routes, itemsById, standings, nodes }
}

function withOwn(others: Drags, { ids, by }: OwnDrag, items: readonly BoardItem[]): Drags {
  const drags = new Map(others)
  for (const id of movedTogether(items, ids)) drags.set(id, by)
  return drags
}

function seenBoxes(stored: ReadonlyMap<string, Box>, drags: Drags, resizing: Resizing | undefined): ReadonlyMap<string, Box> {
  if (drags.size === 0 && !resizing) return stored
  const seen = new Map(stored)
  for (const [id, by] of drags) {
    const box = stored.get(id)
    if (box) seen.set(id, { ...box, x: box.x + by.x, y: box.y + by.y })
  }
  if (resizing) seen.set(resizing.id, resizing.box)
  return seen
}
