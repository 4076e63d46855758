import * as Y from 'yjs'
import { compose, type FrameDraft, type MemberDraft } from '../../../../app/artefacts/cooperation-model/model/compose'
import type { Connector, CooperationModel } from '../../../../app/artefacts/cooperation-model/model/content'
import { readModel, seedModel } from '../../../../app/artefacts/cooperation-model/model/document'
import { contentRoot } from '../../../../app/document/layout'

/** A note at a place; its id is its text. */
export const note = (text: string, x = 0, y = 0): MemberDraft => ({ id: text, type: 'note', text, colour: 'yellow', x, y })

export const actor = (name: string, x = 0, y = 0): MemberDraft => ({
  ...{ id: name, type: 'actor', name, organisationType: 'municipality', role: '', x, y },
})

export const frame = (name: string, x: number, y: number, members: MemberDraft[] = []): FrameDraft => ({
  ...{ id: name, name, colour: 'paper', x, y, width: 400, height: 300, members },
})

export const flow = (from: string, to: string, label = ''): Connector => ({
  ...{ id: `${from}-${to}`, from, to, flow: 'information', label },
})

/** A live document that holds a board. */
export function boardOf(content: CooperationModel): Y.Map<unknown> {
  const doc = new Y.Doc()
  doc.transact(() => seedModel(contentRoot(doc), content))
  return contentRoot(doc)
}

/** Another person's copy of the same document. */
export function copyOf(root: Y.Map<unknown>): Y.Map<unknown> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(docOf(root)))
  return contentRoot(doc)
}

/** Brings what two people did apart together. */
export function meet(one: Y.Map<unknown>, other: Y.Map<unknown>): void {
  Y.applyUpdate(docOf(other), Y.encodeStateAsUpdate(docOf(one)))
  Y.applyUpdate(docOf(one), Y.encodeStateAsUpdate(docOf(other)))
}

export function docOf(root: Y.Map<unknown>): Y.Doc {
  if (!root.doc) throw new Error('The board belongs to no document')
  return root.doc
}

export function itemOf(root: Y.Map<unknown>, id: string) {
  const item = readModel(root).items.find((candidate) => candidate.id === id)
  if (!item) throw new Error(`There is no ${id} on the board`)
  return item
}

export const placeOf = (root: Y.Map<unknown>, id: string) => {
  const { x, y } = itemOf(root, id)
  return { x, y }
}

export const frameOfItem = (root: Y.Map<unknown>, id: string) => {
  const item = itemOf(root, id)
  return 'frame' in item ? item.frame : undefined
}

export { compose, readModel }
