import type * as Y from 'yjs'
import { z } from 'zod'
import { defineArtefactKind } from '../../../app/artefacts/kind'
import { notesFace } from './notes-face'

/** A kind as small as can be, so that the server is tested without any real one: notes by id. */
const schema = z.object({ notes: z.record(z.string(), z.string()) })

export type Notes = z.infer<typeof schema>

function readNotes(root: Y.Map<unknown>): Notes {
  const notes: Notes['notes'] = {}
  for (const [id, note] of [...root].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (typeof note === 'string') notes[id] = note
  }
  return { notes }
}

function writeNotes(root: Y.Map<unknown>, { notes }: Notes): void {
  for (const id of [...root.keys()]) if (!Object.hasOwn(notes, id)) root.delete(id)
  for (const [id, note] of Object.entries(notes)) if (root.get(id) !== note) root.set(id, note)
}

/** In its second version, notes are written in capitals. */
export function notesKind(version: 1 | 2) {
  const capitals = ({ notes }: Notes): Notes => ({
    notes: Object.fromEntries(Object.entries(notes).map(([id, note]) => [id, note.toUpperCase()])),
  })
  return defineArtefactKind<Notes>({
    id: 'notes',
    version,
    content: schema,
    read: readNotes,
    seed: writeNotes,
    restore: writeNotes,
    migrations:
      version === 1
        ? []
        : [
            {
              to: 2,
              content: (before) => capitals(schema.parse(before)),
              document: (root) => writeNotes(root, capitals(readNotes(root))),
            },
          ],
    loadMessages: () => Promise.resolve({}),
    loadTemplates: () => Promise.resolve([]),
    loadExport: () => Promise.reject(new Error('Notes are never exported')),
    loadWorkshopFace: () => Promise.resolve(notesFace),
    loadView: () => Promise.reject(new Error('Notes are never shown')),
  })
}
