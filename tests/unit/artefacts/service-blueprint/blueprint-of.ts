import * as Y from 'yjs'
import { serviceBlueprint } from '../../../../app/artefacts/service-blueprint'
import type { ServiceBlueprint } from '../../../../app/artefacts/service-blueprint/model/content'
import { contentRoot } from '../../../../app/document/layout'

/** A small path: two phases, three lanes, three cards. */
export const smallPath: ServiceBlueprint = {
  phases: [
    { id: 'contact', order: 'a0', name: 'Ensikontakti' },
    { id: 'plan', order: 'a1', name: 'Suunnitelma' },
  ],
  lanes: [
    {
      id: 'client',
      order: 'a0',
      name: 'Asiakkaan toiminta',
      kind: 'client-actions',
      lineBelow: 'interaction',
    },
    { id: 'feelings', order: 'a1', name: 'Tunteet', kind: 'feelings' },
    { id: 'work', order: 'a2', name: 'Näkyvä työ', kind: 'visible-work', lineBelow: 'visibility' },
  ],
  cards: [
    card('call', 'contact', 'client', 'a0', 'Soittaa palveluun'),
    card('wait', 'contact', 'client', 'a1', 'Odottaa vastausta'),
    card('write', 'plan', 'work', 'a0', 'Kirjaa suunnitelman'),
  ],
  feelings: [{ phase: 'contact', value: -1, words: 'Jännittää' }],
}

function card(id: string, phase: string, lane: string, order: string, text: string) {
  return { id, order, phase, lane, text, organisation: '', channel: '', mark: 'none' as const }
}

/** A document of its own that holds `content`. */
export function blueprintOf(content: ServiceBlueprint = smallPath): Y.Map<unknown> {
  const doc = new Y.Doc()
  const root = contentRoot(doc)
  doc.transact(() => serviceBlueprint.seed(root, content))
  return root
}

/** Another person's copy of the same document. */
export function copyOf(root: Y.Map<unknown>): Y.Map<unknown> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(documentOf(root)))
  return contentRoot(doc)
}

/** Brings what two people did apart together. */
export function merge(one: Y.Map<unknown>, other: Y.Map<unknown>): void {
  Y.applyUpdate(documentOf(one), Y.encodeStateAsUpdate(documentOf(other)))
  Y.applyUpdate(documentOf(other), Y.encodeStateAsUpdate(documentOf(one)))
}

export function documentOf(root: Y.Map<unknown>): Y.Doc {
  if (!root.doc) throw new Error('The root belongs to no document')
  return root.doc
}

export const read = (root: Y.Map<unknown>) => serviceBlueprint.read(root)
