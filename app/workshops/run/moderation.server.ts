import { z } from 'zod'
import { isKindId, loadKind, type KindId } from '../../artefacts/registry'
import type { BoardNote } from '../../artefacts/workshop-face'
import { newId } from '../../lib/id'
import { jsonText } from '../../lib/json-text'
import type { Services } from '../../load-context'
import { boardOf } from './board.server'

/** A note that was taken off, as the facilitator's list shows it. */
export interface HiddenNote {
  id: string
  name: string
}

const mostWordsShown = 200

/** The notes of a step's place, in reading order; empty for a step that happens on nothing that holds notes. */
export async function notesOf(
  services: Services,
  step: { artefactId: string | null; place: string | null },
): Promise<BoardNote[]> {
  const board = await boardOf(services, step)
  if (!board?.face.notes) return []
  const { content } = await services.live.read(board.artefactId, board.kind)
  return board.face.notes.notes(content, board.place)
}

/** What was taken off an artefact, the last first. */
export async function hiddenNotesOf({ database }: Services, artefactId: string): Promise<HiddenNote[]> {
  return database.takenOff.findMany({
    where: { artefactId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}

/**
 * Takes a note off its board; `keep`: to be put back as it was. False where it is not there. `words`: what the list of
 * hidden notes calls it.
 */
export async function takeOff(
  services: Services,
  artefactId: string,
  note: { id: string; words: string },
  keep: boolean,
): Promise<boolean> {
  const kind = await kindOf(services, artefactId)
  if (!kind) return false
  const { taken = [] } = await services.liveWorkshops.change(artefactId, kind, { do: 'take-off', ids: [note.id] })
  if (taken.length === 0) return false
  if (!keep) return true
  try {
    await services.database.takenOff.create({
      data: {
        id: newId(),
        artefactId,
        thing: JSON.stringify(taken),
        name: note.words.slice(0, mostWordsShown),
        at: new Date(services.now()),
      },
    })
  } catch (cause) {
    // Off the board and in no list, nobody could bring it back.
    await services.liveWorkshops.change(artefactId, kind, { do: 'put-back', things: taken })
    throw cause
  }
  return true
}

/** Puts a hidden note back as it was. Put back twice it is there once: its id is the same. */
export async function putBack(services: Services, artefactId: string, takenOffId: string): Promise<boolean> {
  const row = await services.database.takenOff.findFirst({ where: { id: takenOffId, artefactId } })
  const kind = await kindOf(services, artefactId)
  if (!row || !kind) return false
  const things = jsonText(z.array(z.unknown())).parse(row.thing)
  await services.liveWorkshops.change(artefactId, kind, { do: 'put-back', things })
  await services.database.takenOff.deleteMany({ where: { id: row.id } })
  return true
}

async function kindOf({ database }: Services, artefactId: string): Promise<KindId | null> {
  const artefact = await database.artefact.findFirst({ where: { id: artefactId, deletedAt: null, lockedAt: null } })
  if (!artefact || !isKindId(artefact.kind)) return null
  const face = await (await loadKind(artefact.kind)).loadWorkshopFace()
  return face.notes ? artefact.kind : null
}
