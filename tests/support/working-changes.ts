import * as Y from 'yjs'
import { contentRoot } from '../../app/document/layout'
import { loadKind } from '../../app/artefacts/registry'
import type { TemporaryServices } from './temporary-services'

/** Lets a workshop's changes to artefacts happen, as the server's workers do it, in the rooms that a test remembers. */
export function workOutChanges(services: TemporaryServices): void {
  services.liveWorkshops.change = async (artefactId, kindId, change) => {
    const kind = await loadKind(kindId)
    const face = await kind.loadWorkshopFace()
    const room = services.rooms.get(artefactId)
    if (!room) throw new Error('This room holds nothing')
    const doc = new Y.Doc()
    const root = contentRoot(doc)
    doc.transact(() => kind.seed(root, kind.content.parse(room.content)))
    const result = doc.transact(() => face.change(root, change))
    services.rooms.set(artefactId, { ...room, content: kind.read(root), sequence: room.sequence + 1 })
    return result
  }
}
