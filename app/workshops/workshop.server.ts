import { isTaken } from '../accounts/account.server'
import type { AuditAction, AuditReference } from '../accounts/audit'
import { recordAudit } from '../accounts/audit.server'
import type { KindId } from '../artefacts/registry'
import { isKindId } from '../artefacts/registry'
import { newId } from '../lib/id'
import type { Services } from '../load-context'
import { newCode } from './code'
import { tellRules } from './run/tell-rules.server'

/** What a facilitator plans. */
export interface WorkshopPlan {
  title: string
  purpose: string
  startsAt: Date
  endsAt: Date | null
  /** What it works on, in order: exactly what its guests may see. Others' and binned ones are left out. */
  artefactIds: readonly string[]
}

export interface WorkshopArtefact {
  id: string
  title: string
  kind: KindId
}

export interface WorkshopRecord {
  id: string
  projectId: string
  projectName: string
  title: string
  purpose: string
  startsAt: Date
  endsAt: Date | null
  code: string
  doorOpen: boolean
  summary: string
  /** Null until it is begun. `stage`: running | closed. `closedAt`: null while it runs. */
  run: { stage: string; startedAt: Date; closedAt: Date | null } | null
  artefacts: WorkshopArtefact[]
}

/** A workshop, whoever asks: authorise before showing any of it. Undefined for an unknown id. */
export async function findWorkshop(
  services: Services,
  workshopId: string,
): Promise<WorkshopRecord | undefined> {
  const found = await services.database.workshop.findUnique({
    where: { id: workshopId },
    include: {
      project: { select: { name: true } },
      run: { select: { stage: true, startedAt: true, closedAt: true } },
      artefacts: {
        where: { artefact: { deletedAt: null } },
        orderBy: { order: 'asc' },
        select: { artefact: { select: { id: true, title: true, kind: true } } },
      },
    },
  })
  if (!found) return undefined
  const { project, artefacts, createdAt: _, ...workshop } = found
  return {
    ...workshop,
    projectName: project.name,
    artefacts: artefacts.flatMap(({ artefact: { id, title, kind } }) =>
      isKindId(kind) ? [{ id, title, kind }] : [],
    ),
  }
}

/** Plans a workshop, its door closed. Answers its id. */
export async function createWorkshop(
  services: Services,
  projectId: string,
  plan: WorkshopPlan,
  by: AuditReference,
): Promise<string> {
  const id = newId()
  await withNewCode((code) =>
    services.database.workshop.create({
      data: { ...detailsOf(plan), id, projectId, code, createdAt: new Date(services.now()) },
    }),
  )
  await setArtefacts(services, projectId, id, plan.artefactIds)
  await record(services, 'workshop.created', { id, projectId }, by)
  return id
}

export async function changeWorkshop(
  services: Services,
  workshop: Pick<WorkshopRecord, 'id' | 'projectId'>,
  plan: WorkshopPlan,
  by: AuditReference,
): Promise<void> {
  await services.database.workshop.update({ where: { id: workshop.id }, data: detailsOf(plan) })
  const otherwise = await setArtefacts(services, workshop.projectId, workshop.id, plan.artefactIds)
  await record(services, 'workshop.changed', workshop, by)
  await services.live.rightsChanged({ workshopId: workshop.id })
  await tellRules(services, otherwise)
}

/** Opens the door to guests, or closes it: then whoever sits in the workshop's artefacts is shown out at once. */
export async function setDoor(
  services: Services,
  workshop: Pick<WorkshopRecord, 'id' | 'projectId'>,
  open: boolean,
  by: AuditReference,
): Promise<void> {
  const { count } = await services.database.workshop.updateMany({
    where: { id: workshop.id, doorOpen: !open },
    data: { doorOpen: open },
  })
  if (count === 0) return
  await services.live.rightsChanged({ workshopId: workshop.id })
  await record(services, open ? 'workshop.door-opened' : 'workshop.door-closed', workshop, by)
}

/** A new code and link in place of one that went too far. Seats already taken stay. */
export async function renewCode(
  services: Services,
  workshop: Pick<WorkshopRecord, 'id' | 'projectId'>,
  by: AuditReference,
): Promise<void> {
  await withNewCode((code) =>
    services.database.workshop.update({ where: { id: workshop.id }, data: { code } }),
  )
  await record(services, 'workshop.code-renewed', workshop, by)
}

/** What came out of the workshop, in the facilitator's words. */
export async function saveSummary(services: Services, workshopId: string, summary: string): Promise<void> {
  await services.database.workshop.update({ where: { id: workshopId }, data: { summary } })
}

function detailsOf({ title, purpose, startsAt, endsAt }: WorkshopPlan) {
  return { title, purpose, startsAt, endsAt }
}

/** Answers those that it works on and did not, or did and does not any more. */
async function setArtefacts(
  services: Services,
  projectId: string,
  workshopId: string,
  artefactIds: readonly string[],
): Promise<string[]> {
  const { database } = services
  const rows = await database.workshopArtefact.findMany({ where: { workshopId }, select: { artefactId: true } })
  const before = rows.map(({ artefactId }) => artefactId)
  const known = await database.artefact.findMany({
    where: { id: { in: [...artefactIds] }, projectId, deletedAt: null },
    select: { id: true },
  })
  const ids = [...new Set(artefactIds)].filter((id) => known.some((artefact) => artefact.id === id))
  await database.$transaction([
    database.workshopArtefact.deleteMany({ where: { workshopId } }),
    database.workshopArtefact.createMany({
      data: ids.map((artefactId, order) => ({ workshopId, artefactId, order })),
    }),
  ])
  return [...new Set([...before, ...ids])].filter((id) => before.includes(id) !== ids.includes(id))
}

/** Tries codes until one is free. */
export async function withNewCode(write: (code: string) => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await write(newCode())
      return
    } catch (error) {
      if (!isTaken(error) || attempt === 5) throw error
    }
  }
}

function record(
  services: Services,
  action: AuditAction,
  { id, projectId }: Pick<WorkshopRecord, 'id' | 'projectId'>,
  actor: AuditReference,
): Promise<void> {
  return recordAudit(services, { action, projectId, actor, subject: `workshop:${id}` })
}
