import { useState } from 'react'
import { boxAround, type Box, type Point } from '../../model/boxes'
import type { CooperationModel } from '../../model/content'
import { useBoard } from '../board-context'
import { Floating } from './floating'
import { ItemSheet } from './item-editor'
import { connectorTarget, LooseConnector } from './loose-connector'
import { SelectionHandles } from './selection-handles'
import { SelectionToolbar } from './selection-toolbar'
import type { BoardChoice, Resizing, Scene } from './use-board-scene'

interface BoardOverlaysProps {
  content: CooperationModel
  scene: Scene
  choice: BoardChoice
  /** What is being written in is written where it stands. */
  writesInPlace: boolean
  onResizing(resizing: Resizing | undefined): void
  onDuplicate(): void
  onDelete(): void
}

/** What stands around the chosen things: handles, the toolbar, and a connector while it is being drawn. */
export function BoardOverlays(props: BoardOverlaysProps) {
  const { content, scene, choice, writesInPlace, onResizing, onDuplicate, onDelete } = props
  const { acts, edit } = useBoard()
  const [looseEnd, setLooseEnd] = useState<Point>()
  const items = content.items.filter(({ id }) => choice.selection.has(id))
  const connectors = content.connectors.filter(({ id }) => choice.selection.has(id))
  const around = boxAround([
    ...items.flatMap(({ id }) => scene.boxes.get(id) ?? []),
    ...connectors.flatMap(({ id }) => scene.routes.get(id)?.label.box ?? []),
  ])
  const edited = scene.itemsById.get(choice.editing ?? '')
  const editedBox = edited && scene.boxes.get(edited.id)
  if (edited && editedBox && !writesInPlace) {
    return (
      <Floating box={editedBox}>
        <ItemSheet key={edited.id} item={edited} />
      </Floating>
    )
  }
  if (!around || edited) return null

  const only = items.length === 1 && connectors.length === 0 ? items[0] : undefined
  const box = only && scene.boxes.get(only.id)
  const target = only && looseEnd && connectorTarget(content.items, scene.boxes, only, looseEnd)
  const connect = (at: Point) => {
    setLooseEnd(undefined)
    const met = only && connectorTarget(content.items, scene.boxes, only, at)
    if (!only || !met) return
    const id = acts.connect({ from: only.id, to: met.id, flow: 'information' })
    if (id !== undefined) edit(id, 'board')
  }
  return (
    <>
      {only && box ? (
        <SelectionHandles
          key={only.id}
          item={only}
          box={box}
          onResizing={(resized) => onResizing(resized && { id: only.id, box: resized })}
          onResize={(resized: Box) => {
            acts.resize(only.id, resized)
            onResizing(undefined)
          }}
          onConnecting={setLooseEnd}
          onConnect={connect}
        />
      ) : null}
      {only && box && looseEnd ? (
        <LooseConnector from={box} at={looseEnd} target={target && scene.boxes.get(target.id)} />
      ) : null}
      {looseEnd ? null : (
        <Floating box={around}>
          <SelectionToolbar
            items={items}
            connectors={connectors}
            allItems={content.items}
            boxOf={(id) => scene.boxes.get(id)}
            onDuplicate={onDuplicate}
            onDelete={onDelete}
            editing={choice.editing}
          />
        </Floating>
      )}
    </>
  )
}
