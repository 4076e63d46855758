import { ViewportPortal } from '@xyflow/react'
import { memo, useRef } from 'react'
import type { BoardItem, Connector } from '../../model/content'
import { flowLooks, inks } from '../../model/looks'
import { labelMeasures } from '../../model/measures'
import { connectorInWords } from '../../model/names'
import { headOf, pathOf, type Route } from '../../model/routes'
import { lineHeight } from '../../../shared/text-width'
import { useBoard } from '../board-context'
import { useWishedFocus } from '../focus'
import { layers } from './nodes'

interface ConnectorLayerProps {
  connectors: readonly Connector[]
  routes: ReadonlyMap<string, Route>
  itemsById: ReadonlyMap<string, BoardItem>
  selection: ReadonlySet<string>
  active: string | undefined
  onChoose(id: string, adding: boolean): void
}

/** The connectors between frames and items, and their words above both. */
export function ConnectorLayer(props: ConnectorLayerProps) {
  const { connectors, routes, itemsById, selection, active, onChoose } = props
  const { t } = useBoard()
  const drawn = connectors.flatMap((connector, index) => {
    const route = routes.get(connector.id)
    return route ? [{ connector, route, index }] : []
  })
  return (
    <ViewportPortal>
      <svg
        className="pointer-events-none absolute top-0 left-0 size-px overflow-visible"
        style={{ zIndex: layers.connectors }}
        aria-hidden
      >
        {drawn.map(({ connector, route }) => (
          <Line
            key={connector.id}
            connector={connector}
            route={route}
            selected={selection.has(connector.id)}
            onChoose={onChoose}
          />
        ))}
      </svg>
      {drawn.map(({ connector, route, index }) => (
        <Label
          key={connector.id}
          connector={connector}
          route={route}
          selected={selection.has(connector.id)}
          active={active === connector.id}
          position={index + 1}
          count={connectors.length}
          words={connectorInWords(connector, itemsById, t)}
          onChoose={onChoose}
        />
      ))}
    </ViewportPortal>
  )
}

interface PartProps {
  connector: Connector
  route: Route
  selected: boolean
  onChoose(id: string, adding: boolean): void
}

const Line = memo(function Line({ connector, route, selected, onChoose }: PartProps) {
  const { ink, width, dash, round } = flowLooks[connector.flow]
  const path = pathOf(route, 9)
  return (
    <g>
      {selected ? <path d={path} fill="none" stroke="var(--color-accent-soft)" strokeWidth={width + 10} /> : null}
      <path
        d={path}
        fill="none"
        stroke={ink}
        strokeWidth={width}
        {...(dash ? { strokeDasharray: dash } : {})}
        {...(round ? { strokeLinecap: 'round' } : {})}
      />
      <path d={headOf(route)} fill={ink} />
      <path
        d={path}
        className="nopan pointer-events-auto cursor-pointer"
        fill="none"
        stroke="transparent"
        strokeWidth={24}
        onClick={(event) => onChoose(connector.id, event.shiftKey || event.ctrlKey || event.metaKey)}
      />
    </g>
  )
})

interface LabelProps extends PartProps {
  active: boolean
  position: number
  count: number
  /** "Haapavesi → TE-palvelut: Tieto – …". */
  words: string
}

const Label = memo(function Label(props: LabelProps) {
  const { connector, route, selected, active, position, count, words, onChoose } = props
  const { t, edit } = useBoard()
  const element = useRef<HTMLDivElement>(null)
  useWishedFocus('board', connector.id, element, active)
  const { box, lines } = route.label
  const name = [
    words,
    t('place.connector', { position, count }),
    ...(selected ? [t('place.selected')] : []),
  ]
  return (
    // Within role="application" a named group is focused like a control; its keys are the board's (board-keys.ts).
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={element}
      data-thing={connector.id}
      role="group"
      aria-roledescription={t('item.connector')}
      aria-label={name.join('. ')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={active ? 0 : -1}
      data-chosen={selected ? '' : undefined}
      className="board-item nopan pointer-events-auto absolute cursor-pointer rounded-[5px] border bg-surface text-center whitespace-nowrap"
      style={{
        transform: `translate(${box.x}px, ${box.y}px)`,
        width: box.width,
        height: box.height,
        zIndex: layers.labels,
        padding: `${labelMeasures.paddingY - 1}px 0`,
        fontSize: labelMeasures.text,
        lineHeight,
        color: flowLooks[connector.flow].ink,
        borderColor: inks.line,
      }}
      onClick={(event) => onChoose(connector.id, event.shiftKey || event.ctrlKey || event.metaKey)}
      onDoubleClick={() => edit(connector.id, 'board')}
    >
      {lines.map((line, index) => (
        <span key={index} className="block">
          {line}
        </span>
      ))}
    </div>
  )
})
