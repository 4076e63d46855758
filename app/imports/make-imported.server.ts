import type { AuditReference } from '../accounts/audit'
import type { Agreement } from '../artefacts/agreement/model/content'
import type { Services } from '../load-context'
import { createArtefact } from '../projects/new-artefact.server'
import type { Remarks } from '../remarks/model/content'

/** Makes an agreement of what a file held, with its comments. Where these cannot be kept, nothing is made. */
export async function makeImported(
  services: Services,
  imported: { projectId: string; title: string; agreement: Agreement; remarks: Remarks },
  by: AuditReference,
): Promise<string> {
  const { projectId, title, agreement, remarks } = imported
  const id = await createArtefact(services, { projectId, kind: 'agreement', title, content: agreement }, by)
  try {
    if (remarks.threads.length > 0) await services.remarks.seed(id, remarks)
  } catch (error) {
    await services.database.artefact.delete({ where: { id } })
    throw error
  }
  return id
}
