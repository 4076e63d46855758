import type { LiveRemarks } from '../../app/load-context'
import { noRemarks, type Remarks } from '../../app/remarks/model/content'
import { remarksRoom } from '../../app/sync/room-name'
import { offerOwn } from './own-changes'
import type { Room } from './room'
import type { Rooms } from './rooms'
import type { SyncServices } from './sync-services'

/** The rooms of remarks, as loaders and actions see them. SPEC R50. */
export function liveRemarks(rooms: Rooms, services: SyncServices): LiveRemarks {
  const { workers } = services
  return {
    read: (artefactId, organisationId) =>
      rooms.use(remarksRoom(artefactId, organisationId), (room) => readOnce(room, services)),
    seed: (artefactId, remarks) =>
      rooms.use(remarksRoom(artefactId, null), (room) =>
        room.alone(async () => {
          const document = room.content.copyUntil(room.content.sequence)
          const { update } = await workers.run('seedRemarks', { document, remarks })
          if (update) await offerOwn(room, update, services)
        }),
      ),
    eraseInternal: (artefactIds, organisationId) =>
      rooms.erase(artefactIds.map((artefactId) => remarksRoom(artefactId, organisationId))),
  }
}

const lastRead = new WeakMap<Room, { sequence: number; remarks: Promise<Remarks> }>()

/** Everybody who opens a project's page while nobody says anything is one reading. */
function readOnce(room: Room, { workers }: SyncServices): Promise<Remarks> {
  const { content } = room
  const { sequence } = content
  if (content.isEmpty()) return Promise.resolve(noRemarks)
  const known = lastRead.get(room)
  if (known?.sequence === sequence) return known.remarks
  const remarks = workers.run('readRemarks', { document: content.copyUntil(sequence) }).then((read) => read.remarks)
  lastRead.set(room, { sequence, remarks })
  remarks.catch(() => lastRead.delete(room))
  return remarks
}
