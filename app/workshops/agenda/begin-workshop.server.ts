import type { AuditReference } from '../../accounts/audit'
import type { Language } from '../../i18n/languages'
import type { Services } from '../../load-context'
import { createWorkshop, findWorkshop, type WorkshopPlan } from '../workshop.server'
import { applyTemplate } from './apply-template.server'

interface BegunWorkshop {
  projectId: string
  plan: WorkshopPlan
  /** Of the ready agendas; empty: it begins without one. */
  template: string
}

/** Plans a workshop, with a ready agenda where one was chosen. Answers its id. */
export async function beginWorkshop(
  services: Services,
  { projectId, plan, template }: BegunWorkshop,
  { by, language }: { by: AuditReference; language: Language },
): Promise<string> {
  const id = await createWorkshop(services, projectId, plan, by)
  const workshop = template === '' ? undefined : await findWorkshop(services, id)
  if (workshop) await applyTemplate(services, workshop, template, language)
  return id
}
