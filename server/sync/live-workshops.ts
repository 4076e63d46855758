import type { LiveWorkshops, PrivateNote } from '../../app/load-context'
import {
  artefactRoom,
  draftRoom,
  draftsOf,
  isRoomName,
  readRoomName,
  workshopRoom,
  type ParticipantKey,
  type RoomName,
} from '../../app/sync/room-name'
import { closeCodeOf } from './authorise'
import { ChangeRefused, offerOwn } from './own-changes'
import type { Rights } from './rights'
import type { Room } from './room'
import type { Rooms } from './rooms'
import type { Governance } from './rules/governance'
import type { SyncServices } from './sync-services'

/** The rooms around the artefacts, as loaders and actions see them. SPEC R41–R44. */
export function liveWorkshops(rooms: Rooms, rights: Rights, governance: Governance, services: SyncServices): LiveWorkshops {
  const { workers, store, told } = services
  let forgotten = Promise.resolve()
  /** One draft after the other, and nobody waits for it. */
  const forgetDeletedIn = (name: RoomName) => {
    forgotten = forgotten
      .then(() => rooms.use(name, ({ compactor }) => compactor.forgetDeleted()))
      .catch((error: unknown) => services.log.error('sync.not-forgotten', error, { room: name }))
  }
  return {
    tell: (workshopId, news) => {
      const name = workshopRoom(workshopId)
      told.set(name, news)
      rooms.inMemory(name)?.announce(news())
    },
    forget: async (workshopId) => {
      const name = workshopRoom(workshopId)
      told.delete(name)
      // First why, then the rights: guests lose their seats with it, and would hear of an ended session only.
      showOut(rooms.inMemory(name))
      await rights.changed({ workshopId })
    },
    present: (room) => {
      const name = 'workshopId' in room ? workshopRoom(room.workshopId) : artefactRoom(room.artefactId)
      const members = rooms.inMemory(name)?.members ?? []
      return [...new Set([...members].map(({ identity }) => identity.participantKey))]
    },
    drafts: async (stepId) => {
      const names = (await store.names(draftsOf(stepId))).filter(isRoomName)
      const documents = await Promise.all(names.map((name) => rooms.use(name, contentOf)))
      const { drafts } = await workers.run('readDrafts', { documents })
      return names.flatMap((name, index) => {
        const room = readRoomName(name)
        const notes = drafts[index] ?? []
        return room?.of === 'draft' && notes.length > 0 ? [{ owner: room.owner, notes }] : []
      })
    },
    draft: (stepId, owner) => rooms.use(draftOf(stepId, owner), (room) => readDraft(room, services)),
    settleDraft: async (stepId, owner, read, how) => {
      const name = draftOf(stepId, owner)
      await rooms.use(name, (room) => room.alone(() => settleDraft(room, { read: [...read], how }, services)))
      if (how === 'remove') forgetDeletedIn(name)
    },
    eraseDrafts: async (stepId) => {
      const names = (await store.names(draftsOf(stepId))).filter(isRoomName)
      for (const name of names) showOut(rooms.inMemory(name))
      await rooms.erase(names)
    },
    change: (artefactId, kind, change) =>
      rooms.use(artefactRoom(artefactId), (room) =>
        room.alone(async () => {
          const { update, result } = await workers.run('workshopChange', { document: contentOf(room), kind, change })
          if (update) await offerOwn(room, update, services)
          return result
        }),
      ),
    rulesChanged: async (artefactId) => {
      const room = rooms.inMemory(artefactRoom(artefactId))
      if (room) await governance.changed(room)
      await rights.rulesChanged(artefactId)
      // What the page offers follows from the rules too.
      room?.announce({ kind: 'page-changed' })
    },
  }
}

async function readDraft(room: Room, { workers }: SyncServices): Promise<PrivateNote[]> {
  const { drafts } = await workers.run('readDrafts', { documents: [contentOf(room)] })
  return drafts[0] ?? []
}

/** A writer who types just now has a few words more by the time that the change is worked out: then it is anew. */
const mostTriesAtSettling = 20

async function settleDraft(
  room: Room,
  what: { read: PrivateNote[]; how: 'mark' | 'remove' },
  services: SyncServices,
): Promise<void> {
  for (let tries = 0; tries < mostTriesAtSettling; tries++) {
    const { sequence } = room.content
    const { update } = await services.workers.run('settleDraft', { document: room.content.copyUntil(sequence), ...what })
    if (room.content.sequence === sequence) return update && offerOwn(room, update, services)
  }
  throw new ChangeRefused(`${room.name} is written faster than notes in it can be settled`)
}

function contentOf({ content }: Room) {
  return content.copyUntil(content.sequence)
}

/** @throws for what is no participant's key. */
function draftOf(stepId: string, owner: string): RoomName {
  const name = draftRoom(stepId, owner as ParticipantKey)
  if (!isRoomName(name)) throw new Error('No participant has such a key')
  return name
}

function showOut(room: Room | undefined): void {
  for (const member of room?.members ?? []) member.close(closeCodeOf['no-room'], 'no-room')
}
