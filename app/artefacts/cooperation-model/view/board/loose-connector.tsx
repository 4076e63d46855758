import { ViewportPortal } from '@xyflow/react'
import { centreOf, contains, type Box, type Point } from '../../model/boxes'
import { frameOf, isFrame, type BoardItem } from '../../model/content'

/** A connector that is being drawn: from an item to the pointer, and what it would meet there. */
export function LooseConnector({ from, at, target }: { from: Box; at: Point; target: Box | undefined }) {
  const start = centreOf(from)
  return (
    <ViewportPortal>
      <svg className="pointer-events-none absolute top-0 left-0 size-px overflow-visible" style={{ zIndex: 950 }} aria-hidden>
        {target ? (
          <rect
            x={target.x - 4}
            y={target.y - 4}
            width={target.width + 8}
            height={target.height + 8}
            rx={10}
            fill="none"
            stroke="var(--color-accent)"
            strokeWidth={3}
          />
        ) : null}
        <line
          x1={start.x}
          y1={start.y}
          x2={at.x}
          y2={at.y}
          stroke="var(--color-accent)"
          strokeWidth={2.5}
          strokeDasharray="6 5"
        />
        <circle cx={at.x} cy={at.y} r={5} fill="var(--color-accent)" />
      </svg>
    </ViewportPortal>
  )
}

/** What a connector from an item would meet at a point: the topmost item there, or the frame that lies open there. */
export function connectorTarget(
  items: readonly BoardItem[],
  boxes: ReadonlyMap<string, Box>,
  from: BoardItem,
  at: Point,
): BoardItem | undefined {
  const under = items.filter((item) => item.id !== from.id && contains(boxes.get(item.id) ?? item, at))
  const member = under.findLast((item) => !isFrame(item))
  return member ?? under.findLast((item) => item.id !== frameOf(from))
}
