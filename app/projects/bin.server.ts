import type { AuditReference } from '../accounts/audit'
import { recordAudit } from '../accounts/audit.server'
import type { Services } from '../load-context'

/** Takes an artefact out of the bin. One that is not there, or another project's, is left alone. */
export async function bringBack(
  services: Services,
  { projectId, id }: { projectId: string; id: string },
  by: AuditReference,
): Promise<void> {
  const { count } = await services.database.artefact.updateMany({
    where: { id, projectId, deletedAt: { not: null } },
    data: { deletedAt: null },
  })
  if (count === 0) return
  await services.live.rightsChanged({ artefactId: id })
  await recordAudit(services, {
    action: 'artefact.brought-back',
    projectId,
    actor: by,
    subject: `artefact:${id}`,
  })
}
