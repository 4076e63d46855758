import type { AuditReference } from '../accounts/audit'
import { recordAudit } from '../accounts/audit.server'
import { createKindTranslate } from '../i18n/translator'
import type { Language } from '../i18n/languages'
import { newId } from '../lib/id'
import type { Services } from '../load-context'
import { kindIds, loadKind, type KindId } from '../artefacts/registry'

/** A beginning that somebody may choose, in their words. */
export interface TemplateChoice {
  id: string
  name: string
  description: string
}

export interface KindChoice {
  kind: KindId
  name: string
  description: string
  templates: TemplateChoice[]
}

/** Every kind with its templates, in the order of the registry. */
export function kindChoices(language: Language): Promise<KindChoice[]> {
  return Promise.all(
    kindIds.map(async (id) => {
      const kind = await loadKind(id)
      const [messages, templates] = await Promise.all([kind.loadMessages(language), kind.loadTemplates()])
      const t = createKindTranslate(language, messages)
      return {
        kind: id,
        name: t('name'),
        description: t('description'),
        templates: templates.map((template) => ({
          id: template.id,
          name: t(template.nameKey),
          description: t(template.descriptionKey),
        })),
      }
    }),
  )
}

/** What a new artefact is called unless somebody says otherwise; null for a template that is not there. */
export async function templateName(
  { kind: kindId, templateId }: { kind: KindId; templateId: string },
  language: Language,
): Promise<string | null> {
  const kind = (await kindChoices(language)).find(({ kind: id }) => id === kindId)
  return kind?.templates.find(({ id }) => id === templateId)?.name ?? null
}

export interface NewArtefact {
  projectId: string
  kind: KindId
  templateId: string
  title: string
  /** In which language the template's words are. */
  language: Language
}

/** Makes an artefact from a template. Answers its id; null for a template that the kind does not have. */
export async function createFromTemplate(
  services: Services,
  artefact: NewArtefact,
  by: AuditReference,
): Promise<string | null> {
  const kind = await loadKind(artefact.kind)
  const template = (await kind.loadTemplates()).find(({ id }) => id === artefact.templateId)
  if (!template) return null
  const { projectId, title } = artefact
  return createArtefact(
    services,
    { projectId, kind: artefact.kind, title, content: template.content[artefact.language] },
    by,
  )
}

/**
 * Makes an artefact that holds `content`: the row first, so that the room has somebody to answer to; without
 * its content the row goes again.
 */
export async function createArtefact(
  services: Services,
  artefact: { projectId: string; kind: KindId; title: string; content: unknown },
  by: AuditReference,
): Promise<string> {
  const { projectId, kind, title, content } = artefact
  const id = newId()
  const order = await services.database.artefact.count({ where: { projectId } })
  await services.database.artefact.create({
    data: { id, projectId, kind, title, order, createdAt: new Date(services.now()) },
  })
  try {
    await services.live.create(id, kind, content)
  } catch (error) {
    await services.database.artefact.delete({ where: { id } })
    throw error
  }
  await recordAudit(services, { action: 'artefact.created', projectId, actor: by, subject: `artefact:${id}` })
  return id
}
