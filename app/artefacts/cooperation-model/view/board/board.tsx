import { ReactFlow, SelectionMode, useReactFlow, useStore, useStoreApi, type FitViewOptions, type NodeChange, type Viewport } from '@xyflow/react'
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
import { DropCue } from './drop-cue'
import { FarBoard, thingUnder, useIsFar } from './far-board'
import { nodeTypes } from './item-node'
import { OwnLaser } from './laser-trace'
import type { ItemNode } from './nodes'
import { Others } from './others'
import type { PlaceSharer } from './place'
import { StandingsContext, thingAt } from './standings-context'
import { useBoardScene, type BoardChoice, type Resizing } from './use-board-scene'
import { useDragging } from './use-dragging'
import { firstViewport, usePlaceInSight } from './use-first-sight'
import type { Following } from './use-following'
import { useLaser } from './use-laser'
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
  /** The pointer is a laser. */
  pointsLaser: boolean
  following: Following
  sharer: PlaceSharer
  /** Where the board stood when it was last seen; kept by the view while only the outline is shown. */
  lastViewport: RefObject<Viewport | undefined>
}

export function Board(props: BoardProps) {
  const { content, label, choice, activate, mark, add, marksArea, showPointers, following, sharer, lastViewport } = props
  const { session, acts, canEdit, choose, edit, gather, may, t } = useBoard()
  const { screenToFlowPosition, fitView, zoomIn, zoomOut } = useReactFlow()
  const store = useStoreApi()
  const laser = useLaser(props.pointsLaser, sharer)
  const { drag, drop, follow, letGo } = useDragging(content.items, sharer)
  const [resizing, setResizing] = useState<Resizing>()
  const [isFocusWithin, setFocusWithin] = useState(false)
  const board = useRef<HTMLDivElement>(null)
  const keysId = useId()
  const keptFocus = useKeptFocus(board)
  const writesInPlace = useWritesInPlace(content, choice)
  const scene = useBoardScene(content, choice, writesInPlace, drag, resizing)
  const isFar = useIsFar(scene.boxes)
  useRevealing(choice, scene)
  usePlaceInSight(scene, following.stop)
  const { items, connectors } = content

  const duplicate = () => {
    const copies = acts.duplicate([...choice.selection])
    if (copies.length > 0) choose(copies, copies[0])
  }
  const remove = () => {
    const chosen = chosenOrActive(choice)
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
    if (!canEdit || laser.isOn) return
    if (thing !== undefined) {
      if (choice.editing !== thing) edit(thing, 'board')
    } else if (may.add('note') && event.target instanceof Element && event.target.classList.contains('react-flow__pane')) {
      add('note', screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false }))
    }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.pointerType === 'touch' && !laser.isOn) return
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false })
    const pointer = { x: Math.round(x), y: Math.round(y) }
    laser.point(pointer)
    sharer.show({ pointer })
  }
  const followViewport = (viewport: Viewport) => {
    lastViewport.current = viewport
    board.current?.style.setProperty('--zoom', String(viewport.zoom))
    const { width, height } = store.getState()
    // Who follows shows nothing to follow: two who follow each other would drift away.
    const view = following.followed === null && width > 0 ? seenIn(viewport, { width, height }) : undefined
    sharer.show({ view })
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
        onKeyDown={(event) => {
          if (laser.keyDown(event)) return
          boardKeyDown(event, {
            ...{ acts, canEdit, items, connectors, boxes: scene.boxes },
            ...{ selection: choice.selection, active: choice.active, choose, add, remove, duplicate },
            edit: (id) => edit(id, 'board'),
            gather: () => gather(chosenOrActive(choice), 'board'),
            zoom: (change) => {
              following.stop()
              void (change === 'fit' ? fitView(fitting) : change === 'in' ? zoomIn() : zoomOut())
            },
          })
        }}
        onKeyUp={laser.keyUp}
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
        onPointerLeave={() => {
          laser.point(undefined)
          sharer.show({ pointer: undefined })
        }}
        onNodesChange={onNodesChange}
        onNodeDrag={follow}
        onNodeDragStop={letGo}
        onPaneClick={onPaneClick}
        onMove={(event, viewport) => {
          // Without an event it is not one's own hand that moved it.
          if (event) following.stop()
          followViewport(viewport)
        }}
        onInit={({ getViewport, setViewport }) => {
          if (!lastViewport.current) void setViewport(firstViewport(scene.boxes, store.getState()))
          followViewport(getViewport())
        }}
        {...(lastViewport.current ? { defaultViewport: lastViewport.current } : {})}
        {...settings}
        nodesDraggable={canEdit && !laser.isOn}
        selectionOnDrag={marksArea}
        panOnDrag={laser.isOn ? false : marksArea ? [1, 2] : true}
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
        {laser.at ? <OwnLaser at={laser.at} /> : null}
        {drop ? <DropCue drop={drop} boxes={scene.boxes} itemsById={scene.itemsById} /> : null}
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

const chosenOrActive = ({ selection, active }: BoardChoice): string[] =>
  selection.size > 0 ? [...selection] : active === undefined ? [] : [active]

/** What of the board is seen, in board units. */
const seenIn = ({ x, y, zoom }: Viewport, window: { width: number; height: number }) => ({
  ...{ x: Math.round(-x / zoom), y: Math.round(-y / zoom) },
  ...{ width: Math.round(window.width / zoom), height: Math.round(window.height / zoom) },
})

/** What takes the focus when things are deleted: what follows the last of them, or else what is before. */
function neighbourOf({ items, connectors }: CooperationModel, gone: readonly string[]): string | undefined {
  const order = [...items, ...connectors].map(({ id }) => id)
  const isGone = new Set(gone)
  const last = order.findLastIndex((id) => isGone.has(id))
  return order.slice(last + 1).find((id) => !isGone.has(id)) ?? order.slice(0, last).findLast((id) => !isGone.has(id))
}
