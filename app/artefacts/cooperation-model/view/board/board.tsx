import { ReactFlow, SelectionMode, useReactFlow, useStore, type FitViewOptions, type NodeChange, type Viewport } from '@xyflow/react'
import { useId, useRef, useState, type FocusEvent, type MouseEvent, type PointerEvent, type RefObject } from 'react'
import type { Point } from '../../model/boxes'
import type { CooperationModel, ItemType } from '../../model/content'
import { step } from '../../model/measures'
import { useBoard } from '../board-context'
import './board.css'
import { useKeptFocus } from '../use-kept-focus'
import { boardKeyDown, toggled } from './board-keys'
import { BoardOverlays } from './board-overlays'
import { ConnectorLayer } from './connector-layer'
import { FarBoard, thingUnder, useIsFar } from './far-board'
import { nodeTypes } from './item-node'
import type { ItemNode } from './nodes'
import { Others } from './others'
import { StandingsContext, thingAt } from './standings-context'
import { useBoardScene, type BoardChoice, type Resizing } from './use-board-scene'
import { useDragging } from './use-dragging'
import { usePlaceSharer } from './use-place-sharer'
import { useRevealing } from './use-revealing'

/** Beyond this many, only what is in sight is in the page. */
const mostDrawn = 300

export interface BoardProps {
  content: CooperationModel
  label: string
  choice: BoardChoice
  activate(id: string): void
  mark(marks: readonly { id: string; selected: boolean }[]): void
  add(type: ItemType, at?: Point): void
  /** Dragging on the ground marks an area instead of moving the board. */
  marksArea: boolean
  showPointers: boolean
  /** Where the board stood when it was last seen; kept by the view while only the outline is shown. */
  lastViewport: RefObject<Viewport | undefined>
}

export function Board(props: BoardProps) {
  const { content, label, choice, activate, mark, add, marksArea, showPointers, lastViewport } = props
  const { session, acts, canEdit, choose, edit, t } = useBoard()
  const { screenToFlowPosition, fitView, zoomIn, zoomOut } = useReactFlow()
  const sharer = usePlaceSharer(session, choice.selection)
  const { drag, follow, letGo } = useDragging(acts, sharer)
  const [resizing, setResizing] = useState<Resizing>()
  const [isFocusWithin, setFocusWithin] = useState(false)
  const board = useRef<HTMLDivElement>(null)
  const keysId = useId()
  const keptFocus = useKeptFocus(board)
  const writesInPlace = useWritesInPlace(content, choice)
  const scene = useBoardScene(content, choice, writesInPlace, drag, resizing)
  const isFar = useIsFar(scene.boxes)
  useRevealing(choice, scene)
  const { items, connectors } = content

  const duplicate = () => {
    const copies = acts.duplicate([...choice.selection])
    if (copies.length > 0) choose(copies, copies[0])
  }
  const remove = () => {
    const chosen = choice.selection.size > 0 ? [...choice.selection] : choice.active === undefined ? [] : [choice.active]
    const next = neighbourOf(content, chosen)
    acts.remove(chosen)
    choose(next === undefined ? [] : [next], next)
    if (next === undefined) board.current?.focus()
  }
  const onNodesChange = (changes: NodeChange<ItemNode>[]) => {
    const marks = changes.flatMap((change) => (change.type === 'select' ? [change] : []))
    if (marks.length > 0) mark(marks)
  }
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    setFocusWithin(true)
    const thing = thingAt(event.target)
    if (thing !== undefined) activate(thing)
    // Tab enters the board once: at what was last in hand, or at its beginning.
    else if (event.target === event.currentTarget && !event.currentTarget.contains(event.relatedTarget)) {
      const first = choice.active ?? items[0]?.id
      if (first !== undefined && event.currentTarget.matches(':focus-visible')) choose([...choice.selection], first)
    }
  }
  const onDoubleClick = (event: MouseEvent<HTMLDivElement>) => {
    const thing = thingAt(event.target)
    if (!canEdit) return
    if (thing !== undefined) {
      if (choice.editing !== thing) edit(thing, 'board')
    } else if (event.target instanceof Element && event.target.classList.contains('react-flow__pane')) {
      add('note', screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false }))
    }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.pointerType === 'touch') return
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false })
    sharer.show({ pointer: { x: Math.round(x), y: Math.round(y) } })
  }
  const followViewport = (viewport: Viewport) => {
    lastViewport.current = viewport
    board.current?.style.setProperty('--zoom', String(viewport.zoom))
  }
  const onPaneClick = (event: MouseEvent) => {
    const at = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false })
    const thing = isFar ? thingUnder(items, scene.boxes, at) : undefined
    choose(thing === undefined ? [] : [thing], thing)
  }
  const chooseConnector = (id: string, adding: boolean) => choose(adding ? toggled(choice.selection, id) : [id], id)

  return (
    <StandingsContext value={scene.standings}>
      <ReactFlow<ItemNode>
        ref={board}
        nodes={isFar ? scene.nodes.filter(({ data }) => data.active || data.editing) : scene.nodes}
        nodeTypes={nodeTypes}
        aria-label={label}
        aria-describedby={keysId}
        tabIndex={isFocusWithin ? -1 : 0}
        onKeyDown={(event) =>
          boardKeyDown(event, {
            ...{ acts, canEdit, items, connectors, boxes: scene.boxes },
            ...{ selection: choice.selection, active: choice.active, choose, add, remove, duplicate },
            edit: (id) => edit(id, 'board'),
            zoom: (change) => void (change === 'fit' ? fitView(fitting) : change === 'in' ? zoomIn() : zoomOut()),
          })
        }
        onFocus={(event) => {
          keptFocus.onFocus(event)
          onFocus(event)
        }}
        onBlur={(event) => {
          keptFocus.onBlur(event)
          setFocusWithin(event.currentTarget.contains(event.relatedTarget))
        }}
        onDoubleClick={onDoubleClick}
        onPointerMove={onPointerMove}
        onPointerLeave={() => sharer.show({ pointer: undefined })}
        onNodesChange={onNodesChange}
        onNodeDrag={follow}
        onNodeDragStop={letGo}
        onPaneClick={onPaneClick}
        onMove={(_event, viewport) => followViewport(viewport)}
        onInit={({ getViewport }) => followViewport(getViewport())}
        {...(lastViewport.current ? { defaultViewport: lastViewport.current } : { fitView: true, fitViewOptions: firstFitting() })}
        {...settings}
        nodesDraggable={canEdit}
        selectionOnDrag={marksArea}
        panOnDrag={marksArea ? [1, 2] : true}
        onlyRenderVisibleElements={items.length > mostDrawn}
      >
        {isFar ? <FarBoard items={items} boxes={scene.boxes} selection={choice.selection} /> : null}
        <ConnectorLayer
          connectors={connectors}
          routes={scene.routes}
          itemsById={scene.itemsById}
          selection={choice.selection}
          active={choice.active}
          onChoose={chooseConnector}
        />
        <Others session={session} boxes={scene.boxes} showPointers={showPointers} />
        {canEdit && !drag ? (
          <BoardOverlays
            content={content}
            scene={scene}
            choice={choice}
            writesInPlace={writesInPlace}
            onResizing={setResizing}
            onDuplicate={duplicate}
            onDelete={remove}
          />
        ) : null}
      </ReactFlow>
      <p id={keysId} hidden>
        {t('view.boardKeys')}
      </p>
    </StandingsContext>
  )
}

/** Letters smaller than this on the screen are not written in: a sheet beside the item then takes the words. */
const leastWritingZoom = 0.7

function useWritesInPlace({ items }: CooperationModel, { editing }: BoardChoice): boolean {
  const isLegible = useStore(({ transform }) => transform[2] >= leastWritingZoom)
  return isLegible && editing !== undefined && items.find(({ id }) => id === editing)?.type !== 'actor'
}

/** All of the board, clear of the bar at its foot. */
export const fitting: FitViewOptions<ItemNode> = {
  padding: { top: '20px', right: '20px', bottom: '72px', left: '20px' },
  maxZoom: 1.25,
}

/** On a phone the whole board would be too small to make anything of: it begins with its middle. */
const firstFitting = () => (window.innerWidth < 640 ? { ...fitting, minZoom: 0.4 } : fitting)

/** The keys, the focus and what is deleted are the board's own matter, not the library's. */
const settings = {
  nodesFocusable: false,
  nodesConnectable: false,
  disableKeyboardA11y: true,
  deleteKeyCode: null,
  panActivationKeyCode: null,
  multiSelectionKeyCode: ['Shift', 'Control', 'Meta'],
  elevateNodesOnSelect: false,
  zIndexMode: 'manual' as const,
  selectionMode: SelectionMode.Full,
  snapToGrid: true,
  snapGrid: [step, step] as [number, number],
  nodeDragThreshold: 3,
  zoomOnDoubleClick: false,
  minZoom: 0.04,
  maxZoom: 3,
  proOptions: { hideAttribution: true },
}

/** What takes the focus when things are deleted: what follows the last of them, or else what is before. */
function neighbourOf({ items, connectors }: CooperationModel, gone: readonly string[]): string | undefined {
  const order = [...items, ...connectors].map(({ id }) => id)
  const isGone = new Set(gone)
  const last = order.findLastIndex((id) => isGone.has(id))
  return order.slice(last + 1).find((id) => !isGone.has(id)) ?? order.slice(0, last).findLast((id) => !isGone.has(id))
}
