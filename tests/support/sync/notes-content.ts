import type { AnyKind } from '../../../app/artefacts/registry'
import { serveContent } from '../../../server/sync/serve-content'
import { notesKind } from './notes-kind'

declare const NOTES_VERSION: 1 | 2

serveContent(async (id) => {
  if (id !== 'notes') throw new Error(`No kind is called ${id}`)
  return notesKind(NOTES_VERSION) as unknown as AnyKind
})
