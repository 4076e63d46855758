import type { AuditAction, AuditDetail } from '../accounts/audit'
import { actorOf, recordAudit } from '../accounts/audit.server'
import type { Participant } from '../accounts/permissions'
import type { Services } from '../load-context'
import { isKindId, type KindId } from './registry'

/** An artefact as its pages need it, whoever asks: authorise before showing any of it. */
export interface ArtefactRecord {
  id: string
  projectId: string
  projectName: string
  kind: KindId
  title: string
  locked: boolean
  /** Those who do not lead suggest changes instead of making them. */
  suggestOnly: boolean
}

/** Undefined for an unknown id, one in the bin, or of a kind that this installation does not have. */
export async function findArtefact(services: Services, artefactId: string): Promise<ArtefactRecord | undefined> {
  const found = await services.database.artefact.findUnique({
    where: { id: artefactId },
    include: { project: { select: { name: true } } },
  })
  if (!found || found.deletedAt || !isKindId(found.kind)) return undefined
  return {
    id: found.id,
    projectId: found.projectId,
    projectName: found.project.name,
    kind: found.kind,
    title: found.title,
    locked: found.lockedAt !== null,
    suggestOnly: found.suggestOnlyAt !== null,
  }
}

/** Who does it, and to which artefact. */
interface Act {
  participant: Participant
  artefact: Pick<ArtefactRecord, 'id' | 'projectId' | 'title'>
}

export async function renameArtefact(services: Services, act: Act, title: string): Promise<void> {
  await services.database.artefact.update({ where: { id: act.artefact.id }, data: { title } })
  services.live.pageChanged(act.artefact.id)
  await record(services, act, 'artefact.renamed', { from: act.artefact.title })
}

/** Takes writing from everybody, or gives it back; whoever has the artefact open is told at once. */
export async function lockArtefact(services: Services, act: Act, locked: boolean): Promise<void> {
  await services.database.artefact.update({
    where: { id: act.artefact.id },
    data: { lockedAt: locked ? new Date(services.now()) : null },
  })
  await services.live.rightsChanged({ artefactId: act.artefact.id })
  services.live.pageChanged(act.artefact.id)
  await record(services, act, locked ? 'artefact.locked' : 'artefact.unlocked')
}

/** Leaves changes to those who lead, and suggesting to everybody else, or gives them back to all. */
export async function setSuggestOnly(services: Services, act: Act, suggestOnly: boolean): Promise<void> {
  await services.database.artefact.update({
    where: { id: act.artefact.id },
    data: { suggestOnlyAt: suggestOnly ? new Date(services.now()) : null },
  })
  // It binds what is written in the room as well as who may write there.
  await services.liveWorkshops.rulesChanged(act.artefact.id)
  await services.live.rightsChanged({ artefactId: act.artefact.id })
  services.live.pageChanged(act.artefact.id)
  await record(services, act, suggestOnly ? 'artefact.suggest-only' : 'artefact.open-to-edit')
}

/** To the bin: out of sight and closed for everybody, with all its versions kept. */
export async function binArtefact(services: Services, act: Act): Promise<void> {
  await services.database.artefact.update({
    where: { id: act.artefact.id },
    data: { deletedAt: new Date(services.now()) },
  })
  await services.live.rightsChanged({ artefactId: act.artefact.id })
  await record(services, act, 'artefact.deleted')
}

async function record(services: Services, { participant, artefact }: Act, action: AuditAction, detail?: AuditDetail) {
  await recordAudit(services, {
    action,
    projectId: artefact.projectId,
    actor: actorOf(participant),
    subject: `artefact:${artefact.id}`,
    ...(detail ? { detail } : {}),
  })
}
