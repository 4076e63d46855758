import { auditActions, auditDetailSchema, type AuditDetail, type NewsAction } from '../accounts/audit'
import type { Services } from '../load-context'

/** One thing that happened in the project, with names as they are now. */
export interface Change {
  id: number
  at: Date
  action: NewsAction
  /** Empty for the server itself and for somebody whose name has been erased. */
  who: string
  /** What it was done to; empty where the sentence needs none, or it is gone. */
  what: string
  /** Its page; null where it has none, or is gone. */
  href: string | null
  detail: AuditDetail
}

const mostShown = 8

/** The newest changes first. Entries that this page has no sentence for are left out. */
export async function recentChanges(services: Services, projectId: string): Promise<Change[]> {
  const entries = await services.database.auditEntry.findMany({
    where: { projectId, action: { in: [...auditActions] } },
    orderBy: { id: 'desc' },
    take: mostShown,
  })
  const names = await namesOf(
    services,
    entries.flatMap(({ actor, subject }) => [actor, subject]),
  )
  return entries.map(({ id, at, action, actor, subject, detail }) => {
    const read = readDetail(detail)
    return {
      id,
      at,
      action: action as NewsAction,
      who: names.get(actor)?.name ?? '',
      what: names.get(subject)?.name ?? String(read.name ?? ''),
      href: names.get(subject)?.href ?? null,
      detail: read,
    }
  })
}

interface Named {
  name: string
  href: string | null
}

async function namesOf(services: Services, references: readonly string[]): Promise<Map<string, Named>> {
  const { database } = services
  const idsOf = (type: string) => [
    ...new Set(
      references.filter((one) => one.startsWith(`${type}:`)).map((one) => one.slice(type.length + 1)),
    ),
  ]
  const where = (type: string) => ({ where: { id: { in: idsOf(type) } } })
  const [users, seats, organisations, artefacts, workshops, versions] = await Promise.all([
    database.user.findMany({ ...where('user'), select: { id: true, name: true } }),
    database.seat.findMany({ ...where('seat'), select: { id: true, displayName: true } }),
    database.organisation.findMany({ ...where('organisation'), select: { id: true, name: true } }),
    database.artefact.findMany({ ...where('artefact'), select: { id: true, title: true, deletedAt: true } }),
    database.workshop.findMany({ ...where('workshop'), select: { id: true, title: true } }),
    database.version.findMany({
      ...where('version'),
      select: {
        id: true,
        number: true,
        name: true,
        artefact: { select: { id: true, title: true, deletedAt: true } },
      },
    }),
  ])
  const names = new Map<string, Named>()
  for (const { id, name } of users) names.set(`user:${id}`, { name, href: null })
  for (const { id, displayName } of seats) names.set(`seat:${id}`, { name: displayName, href: null })
  for (const { id, name } of organisations) names.set(`organisation:${id}`, { name, href: null })
  for (const { id, title, deletedAt } of artefacts) {
    names.set(`artefact:${id}`, { name: title, href: deletedAt ? null : `/artefacts/${id}` })
  }
  for (const { id, title } of workshops)
    names.set(`workshop:${id}`, { name: title, href: `/workshops/${id}` })
  for (const { id, number, artefact } of versions) {
    const href = artefact.deletedAt ? null : `/artefacts/${artefact.id}/versions/${number}`
    names.set(`version:${id}`, { name: artefact.title, href })
  }
  return names
}

function readDetail(detail: string): AuditDetail {
  if (detail === '') return {}
  try {
    return auditDetailSchema.catch({}).parse(JSON.parse(detail))
  } catch {
    return {}
  }
}
