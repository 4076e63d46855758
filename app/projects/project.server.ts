import type { AuditReference } from '../accounts/audit'
import { recordAudit } from '../accounts/audit.server'
import type { MemberParticipant } from '../accounts/permissions'
import { newId } from '../lib/id'
import type { Services } from '../load-context'
import { addOrganisations, type NewOrganisation } from './organisations.server'

export interface NewProject {
  name: string
  purpose: string
  organisations: readonly NewOrganisation[]
}

/** Begins a project, whose owner is whoever begins it. Answers its id. */
export async function createProject(
  services: Services,
  project: NewProject,
  byUserId: string,
): Promise<string> {
  const id = newId()
  const { name, purpose, organisations } = project
  const createdAt = new Date(services.now())
  const by: AuditReference = `user:${byUserId}`
  await services.database.project.create({
    data: {
      id,
      name,
      purpose,
      createdAt,
      memberships: { create: { id: newId(), userId: byUserId, role: 'owner', createdAt } },
    },
  })
  await recordAudit(services, {
    action: 'project.created',
    projectId: id,
    actor: by,
    subject: `project:${id}`,
  })
  await addOrganisations(services, id, organisations, by)
  return id
}

export async function changeProject(
  services: Services,
  projectId: string,
  { name, purpose }: { name: string; purpose: string },
): Promise<void> {
  await services.database.project.update({ where: { id: projectId }, data: { name, purpose } })
}

export interface ProjectSummary {
  id: string
  name: string
  purpose: string
  organisations: number
  artefacts: number
  /** Title and time of the next workshop, or of one whose door is open. */
  nextWorkshop: { id: string; title: string; startsAt: Date; doorOpen: boolean } | null
}

/** The projects that somebody is a member of, by name. */
export async function projectsOf(
  services: Services,
  participant: MemberParticipant,
): Promise<ProjectSummary[]> {
  const ids = participant.memberships.map(({ projectId }) => projectId)
  const rows = await services.database.project.findMany({
    where: { id: { in: ids } },
    include: {
      _count: { select: { organisations: true, artefacts: { where: { deletedAt: null } } } },
      workshops: {
        where: { OR: [{ doorOpen: true }, { startsAt: { gt: new Date(services.now()) } }] },
        orderBy: [{ doorOpen: 'desc' }, { startsAt: 'asc' }],
        take: 1,
        select: { id: true, title: true, startsAt: true, doorOpen: true },
      },
    },
  })
  return rows
    .map(({ id, name, purpose, _count, workshops }) => ({
      id,
      name,
      purpose,
      organisations: _count.organisations,
      artefacts: _count.artefacts,
      nextWorkshop: workshops[0] ?? null,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'fi'))
}

/** Where somebody with an account lands: in their project where there is one, else among their projects. */
export async function landingPlace(services: Services, userId: string): Promise<string> {
  const memberships = await services.database.membership.findMany({ where: { userId }, take: 2 })
  const only = memberships.length === 1 ? memberships[0] : undefined
  return only ? `/projects/${only.projectId}` : '/'
}
