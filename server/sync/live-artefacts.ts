import type { KindId } from '../../app/artefacts/registry'
import type { LiveArtefacts, LiveContent } from '../../app/load-context'
import { artefactRoom } from '../../app/sync/room-name'
import { examineCopy, mergeCopy, previewMerge } from './kept-copies'
import { offerOwn } from './own-changes'
import type { Rights } from './rights'
import type { Room } from './room'
import type { Rooms } from './rooms'
import type { SyncServices } from './sync-services'

/** How often a restore starts over because people went on editing while it was worked out. */
const MOST_TRIES = 4

/** A room that was to be filled for the first time holds something already. */
export class RoomHoldsContent extends Error {
  override name = 'RoomHoldsContent'
  constructor(artefactId: string) {
    super(`The room of artefact ${artefactId} holds something already`)
  }
}

/** The live rooms as loaders and actions see them. */
export function liveArtefacts(rooms: Rooms, rights: Rights, services: SyncServices): LiveArtefacts {
  const { workers } = services
  return {
    create: (artefactId, kind, content) =>
      rooms.use(artefactRoom(artefactId), (room) =>
        room.alone(async () => {
          if (!room.content.isEmpty()) throw new RoomHoldsContent(artefactId)
          const { update } = await workers.run('seed', { kind, content })
          if (!room.content.isEmpty()) throw new RoomHoldsContent(artefactId)
          await offerOwn(room, update, services)
        }),
      ),
    read: (artefactId, kind) =>
      rooms.use(artefactRoom(artefactId), async (room) => {
        const { content, sequence } = await readOnce(room, kind, services)
        return { content, sequence }
      }),
    quotePassages: (artefactId, kind, anchors) =>
      rooms.use(artefactRoom(artefactId), async (room) => {
        const document = room.content.copyUntil(room.content.sequence)
        return (await workers.run('quotePassages', { document, kind, anchors: [...anchors] })).quotes
      }),
    capture: (artefactId, kind) =>
      rooms.use(artefactRoom(artefactId), async (room) => {
        const { sequence } = room.content
        const document = room.content.copyUntil(sequence)
        await room.onDisk(sequence)
        return { ...(await workers.run('capture', { document, kind })), sequence }
      }),
    restore: (artefactId, kind, content) =>
      rooms.use(artefactRoom(artefactId), (room) => room.alone(() => restore(room, kind, content, services))),
    examineCopy: (artefactId, kind, copy) => rooms.use(artefactRoom(artefactId), (room) => examineCopy(room, kind, copy, services)),
    previewMerge: (artefactId, kind, copy) => rooms.use(artefactRoom(artefactId), (room) => previewMerge(room, kind, copy, services)),
    mergeCopy: (artefactId, copy) => rooms.use(artefactRoom(artefactId), (room) => room.alone(() => mergeCopy(room, copy, services))),
    rightsChanged: (change) => rights.changed(change),
    pageChanged: (artefactId) => rooms.inMemory(artefactRoom(artefactId))?.announce({ kind: 'page-changed' }),
    attendance: (participantKey) => services.attendance.of(participantKey),
    people: (artefactId) => rooms.inMemory(artefactRoom(artefactId))?.presence.people() ?? [],
  }
}

/** A hundred who open the same page at once are one reading. */
function readOnce(room: Room, kind: KindId, services: SyncServices): Promise<LiveContent> {
  const { sequence } = room.content
  const { reading } = room
  if (reading?.kind === kind && reading.sequence === sequence) return reading.content
  const content = read(room, kind, services)
  room.reading = { kind, sequence, content }
  content.catch(() => {
    if (room.reading?.content === content) room.reading = undefined
  })
  return content
}

/** Also brings a document that an older version of the kind wrote up to date, before an editor can open it. */
async function read(room: Room, kind: KindId, services: SyncServices): Promise<LiveContent> {
  const { sequence } = room.content
  const document = room.content.copyUntil(sequence)
  const { content, outdated } = await services.workers.run('read', { document, kind })
  if (outdated && !room.content.damage && sequence > 0) await room.alone(() => migrate(room, kind, services))
  return { content, sequence }
}

async function migrate(room: Room, kind: KindId, services: SyncServices): Promise<void> {
  const document = room.content.copyUntil(room.content.sequence)
  const { outdated } = await services.workers.run('read', { document, kind })
  if (!outdated) return
  const { update } = await services.workers.run('migrate', { document, kind })
  if (update) await offerOwn(room, update, services)
}

/**
 * Worked out on a copy. If people have edited meanwhile it is worked out again; after some tries it is
 * applied as it is, and merges with what they did as any two people's edits do.
 */
async function restore(room: Room, kind: KindId, content: unknown, services: SyncServices): Promise<void> {
  for (let time = 1; ; time += 1) {
    const { sequence } = room.content
    const document = room.content.copyUntil(sequence)
    const { update } = await services.workers.run('restore', { document, kind, content })
    if (room.content.sequence !== sequence && time < MOST_TRIES) continue
    if (update) await offerOwn(room, update, services)
    return
  }
}
