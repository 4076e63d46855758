import type { AuditReference } from '../accounts/audit'
import { recordAudit } from '../accounts/audit.server'
import type { Services } from '../load-context'
import { forgetLive } from './run/live-run.server'
import { tellRules } from './run/tell-rules.server'
import type { WorkshopRecord } from './workshop.server'

/** What goes with a workshop that is deleted. */
export interface LostWithWorkshop {
  seats: number
  decisions: number
  feedback: number
  /** In it at this moment. */
  here: number
}

export async function lostWith({ database, liveWorkshops }: Services, workshopId: string): Promise<LostWithWorkshop> {
  const where = { workshopId }
  const [seats, decisions, feedback] = await Promise.all([
    database.seat.count({ where: { workshopId, revokedAt: null } }),
    database.decision.count({ where }),
    database.feedback.count({ where }),
  ])
  return { seats, decisions, feedback, here: liveWorkshops.present({ workshopId }).length }
}

/** What somebody has read before they agreed to lose it. */
export type SeenLoss = Pick<LostWithWorkshop, 'decisions' | 'feedback'>

/**
 * Deletes a workshop with its agenda, seats, votes, private notes, decisions and feedback. Whoever is in it is told,
 * and guests are shown out. Artefacts stay, its report among them. Where more would be lost than `seen` says, nothing
 * is done and false is the answer.
 */
export async function deleteWorkshop(
  services: Services,
  workshop: Pick<WorkshopRecord, 'id' | 'projectId' | 'title'>,
  seen: SeenLoss,
  by: AuditReference,
): Promise<boolean> {
  const { id, projectId, title } = workshop
  const { decisions, feedback } = await lostWith(services, id)
  if (decisions > seen.decisions || feedback > seen.feedback) return false
  const { database, liveWorkshops } = services
  const written = await database.workshopStep.findMany({ where: { workshopId: id, type: 'write' }, select: { id: true } })
  const artefacts = await database.workshopArtefact.findMany({ where: { workshopId: id }, select: { artefactId: true } })
  const { count } = await database.workshop.deleteMany({ where: { id } })
  if (count === 0) return true
  await recordAudit(services, {
    action: 'workshop.deleted',
    projectId,
    actor: by,
    subject: `workshop:${id}`,
    detail: { name: title },
  })
  await forgetLive(services, id)
  // What its step bound the project's people to ends with it.
  await tellRules(services, artefacts.map(({ artefactId }) => artefactId))
  for (const step of written) await liveWorkshops.eraseDrafts(step.id)
  return true
}

/** Whether there was a workshop with this id: the audit remembers those that were deleted. */
export async function wasDeleted({ database }: Services, workshopId: string): Promise<boolean> {
  return (await database.auditEntry.count({ where: { action: 'workshop.deleted', subject: `workshop:${workshopId}` } })) > 0
}
