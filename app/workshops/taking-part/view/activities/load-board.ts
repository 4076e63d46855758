import * as Y from 'yjs'
import { isKindId, loadKind, type AnyKind } from '../../../../artefacts/registry'
import type { NoteBoard } from '../../../../artefacts/workshop-face'

/** What is needed to work on a board's notes without its view. */
export interface LoadedBoard {
  kind: AnyKind
  notes: NoteBoard<unknown>
  /** What is shown until the live document is here. */
  empty: unknown
}

/** Undefined for a kind that holds no notes, or that this installation does not have. */
export async function loadBoard(kindId: string): Promise<LoadedBoard | undefined> {
  if (!isKindId(kindId)) return undefined
  const kind = await loadKind(kindId)
  const { notes } = await kind.loadWorkshopFace()
  return notes ? { kind, notes, empty: kind.read(new Y.Doc().getMap('empty')) } : undefined
}
