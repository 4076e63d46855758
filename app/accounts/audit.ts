import { z } from 'zod'

/** What is written down for whoever asks later, and told as news on the project's page. Stored; never renamed. */
export const auditActions = [
  'project.created',
  'organisation.added',
  'organisation.changed',
  'organisation.removed',
  'invitation.created',
  'invitation.revoked',
  'invitation.accepted',
  'member.role-changed',
  'member.removed',
  'artefact.created',
  'artefact.renamed',
  'artefact.locked',
  'artefact.unlocked',
  'artefact.suggest-only',
  'artefact.open-to-edit',
  'artefact.deleted',
  'artefact.brought-back',
  'version.taken',
  'version.restored',
  'version.proposed',
  'version.withdrawn',
  'version.decided',
  'version.final',
  'member.mandate-given',
  'member.mandate-taken',
  'proposal.kept',
  'proposal.taken-in',
  'proposal.set-aside',
  'proposal.reopened',
  'version.published',
  'version.unpublished',
  'workshop.created',
  'workshop.copied',
  'workshop.changed',
  'workshop.invited',
  'workshop.door-opened',
  'workshop.door-closed',
  'workshop.code-renewed',
  'workshop.deleted',
  'seat.taken',
  'seat.revoked',
  'seat.readmitted',
] as const

/** For whoever asks what somebody tried; not among the project's news. */
export const refusalActions = ['edit.refused', 'decision.refused'] as const

/** What the project's page has a sentence for. */
export type NewsAction = (typeof auditActions)[number]

/** Done so often that the news would tell nothing else. */
export const quietActions = ['position.stated'] as const

export type AuditAction = NewsAction | (typeof refusalActions)[number] | (typeof quietActions)[number]

/**
 * Who or what an entry is about: "user:ID", "seat:ID", "artefact:ID" … Names are looked up when the entry is
 * shown, so that somebody's erased name does not live on here.
 */
export type AuditReference =
  | `${'user' | 'seat' | 'organisation' | 'invitation'}:${string}`
  | `${'artefact' | 'workshop' | 'project' | 'version'}:${string}`
  | 'server'

/** Plain facts that the sentence needs and that name no person: a role, a version's number, an old title. */
export type AuditDetail = Record<string, string | number>

export const auditDetailSchema = z.record(z.string(), z.union([z.string(), z.number()]))
