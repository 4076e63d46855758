import type { LiveRemarks } from '../../app/load-context'
import { remarksRoom } from '../../app/sync/room-name'
import { offerOwn } from './own-changes'
import type { Rooms } from './rooms'
import type { SyncServices } from './sync-services'

/** The rooms of remarks, as loaders and actions see them. SPEC R50. */
export function liveRemarks(rooms: Rooms, services: SyncServices): LiveRemarks {
  const { workers } = services
  return {
    read: (artefactId, organisationId) =>
      rooms.use(remarksRoom(artefactId, organisationId), async ({ content }) => {
        const { sequence } = content
        if (sequence === 0) return { threads: [] }
        return (await workers.run('readRemarks', { document: content.copyUntil(sequence) })).remarks
      }),
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
