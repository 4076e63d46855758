import type { Services } from '../load-context'
import type { AuditAction, AuditDetail, AuditReference } from './audit'
import type { RoomIdentity } from '../sync/admission'
import { readRoomName, type RoomName } from '../sync/room-name'
import type { Participant } from './permissions'

interface AuditRecord {
  action: AuditAction
  projectId: string
  actor: AuditReference
  subject: AuditReference
  detail?: AuditDetail
}

/** Appends to the audit. Entries are never changed or deleted. */
export async function recordAudit(services: Services, entry: AuditRecord): Promise<void> {
  await recordAudits(services, [entry])
}

/** Appends several at once, in their order. */
export async function recordAudits(services: Services, entries: readonly AuditRecord[]): Promise<void> {
  const at = new Date(services.now())
  await services.database.auditEntry.createMany({
    data: entries.map(({ detail, ...rest }) => ({ ...rest, at, detail: detail ? JSON.stringify(detail) : '' })),
  })
}

/** An edit that was sent without the right to, or made to do harm: refused at a room's door. */
export async function recordRefusedEdit(
  services: Services,
  refused: { room: RoomName; identity: RoomIdentity; reason: string },
): Promise<void> {
  const { room, identity, reason } = refused
  await recordAudit(services, {
    action: 'edit.refused',
    projectId: identity.projectId,
    actor: identity.participantKey,
    subject: subjectOf(room, identity),
    detail: { reason },
  })
}

/** Whose draft it was is told by the actor already. */
function subjectOf(name: RoomName, { workshopId = '' }: RoomIdentity): AuditReference {
  const room = readRoomName(name)
  return room && 'artefactId' in room ? `artefact:${room.artefactId}` : `workshop:${workshopId}`
}

export function actorOf(participant: Participant): AuditReference {
  switch (participant.kind) {
    case 'member':
      return `user:${participant.userId}`
    case 'guest':
      return `seat:${participant.seatId}`
    case 'stranger':
      return 'server'
  }
}
