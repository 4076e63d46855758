import type { Services } from '../load-context'
import type { AuditAction, AuditDetail, AuditReference } from './audit'
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
  const { detail, ...rest } = entry
  await services.database.auditEntry.create({
    data: { ...rest, at: new Date(services.now()), detail: detail ? JSON.stringify(detail) : '' },
  })
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
