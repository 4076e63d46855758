import type { LiveRemarks } from '../../app/load-context'
import { noRemarks, type Remarks } from '../../app/remarks/model/content'
import { remarksRoom } from '../../app/sync/room-name'

/** Rooms of remarks without a server: by their names, as they were seeded. */
export function rememberedRemarks(rooms = new Map<string, Remarks>()): LiveRemarks {
  return {
    async read(artefactId, organisationId) {
      return rooms.get(remarksRoom(artefactId, organisationId)) ?? noRemarks
    },
    async seed(artefactId, { threads }) {
      const name = remarksRoom(artefactId, null)
      const there = rooms.get(name)?.threads ?? []
      const fresh = threads.filter(({ id }) => there.every((thread) => thread.id !== id))
      rooms.set(name, { threads: [...there, ...fresh] })
    },
    async eraseInternal(artefactIds, organisationId) {
      for (const artefactId of artefactIds) rooms.delete(remarksRoom(artefactId, organisationId))
    },
  }
}
