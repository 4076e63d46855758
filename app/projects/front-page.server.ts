import { approvalAtAGlance, type ApprovalAtAGlance } from '../approvals/model/at-a-glance'
import { standingsOf } from '../approvals/standing.server'
import { isKindId, type KindId } from '../artefacts/registry'
import type { ProjectOrganisation } from '../artefacts/view-props'
import type { Services } from '../load-context'
import { whenHeld } from '../workshops/when-held'
import { versionHash, type Hashed } from '../versions/version-hash.server'
import { recentChanges, type Change } from './changes.server'
import { organisationsOf } from './organisations.server'
import {
  nextStep,
  stageStates,
  workshopPhase,
  type NextStep,
  type StageId,
  type StageState,
  type WorkshopPhase,
} from './way'

/** An artefact as the project's page shows where it stands. */
export interface ArtefactStanding {
  id: string
  kind: KindId
  title: string
  locked: boolean
  version: { number: number; name: string; takenAt: Date } | null
  /** Whether the live content differs from that version; null without one, or where it cannot be read now. */
  changedSince: boolean | null
  /** Which version is with the parties, or final; null for neither. */
  approval: ApprovalAtAGlance | null
}

export interface WorkshopStanding {
  id: string
  title: string
  startsAt: Date
  endsAt: Date | null
  phase: WorkshopPhase
  seats: number
}

/** The way from shared will to result, as one project has gone it. */
export interface ProjectPicture {
  name: string
  purpose: string
  organisations: ProjectOrganisation[]
  members: number
  artefacts: ArtefactStanding[]
  binned: { id: string; title: string }[]
  /** Coming ones first, soonest first; then those held, latest first. */
  workshops: WorkshopStanding[]
  stages: Record<StageId, StageState>
  next: NextStep
  changes: Change[]
}

/** Undefined for an unknown id. Authorise before. */
export async function projectPicture(
  services: Services,
  projectId: string,
): Promise<ProjectPicture | undefined> {
  const { database } = services
  const project = await database.project.findUnique({ where: { id: projectId } })
  if (!project) return undefined
  const [organisations, members, openInvitations, artefacts, binned, workshops, changes] = await Promise.all([
    organisationsOf(services, projectId),
    database.membership.count({ where: { projectId } }),
    database.invitation.count({
      where: { projectId, usedAt: null, revokedAt: null, expiresAt: { gt: new Date(services.now()) } },
    }),
    artefactStandings(services, projectId),
    database.artefact.findMany({
      where: { projectId, deletedAt: { not: null } },
      orderBy: { deletedAt: 'desc' },
      select: { id: true, title: true },
    }),
    workshopStandings(services, projectId),
    recentChanges(services, projectId),
  ])
  const facts = { organisations: organisations.length, members, openInvitations, artefacts, workshops }
  return {
    name: project.name,
    purpose: project.purpose,
    organisations,
    members,
    artefacts,
    binned,
    workshops,
    stages: stageStates(facts),
    next: nextStep(facts),
    changes,
  }
}

async function artefactStandings(services: Services, projectId: string): Promise<ArtefactStanding[]> {
  const rows = await services.database.artefact.findMany({
    where: { projectId, deletedAt: null },
    orderBy: [{ order: 'asc' }, { createdAt: 'asc' }],
    include: {
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { number: true, name: true, takenAt: true, hash: true, title: true, kindVersion: true },
      },
    },
  })
  const approvals = await standingsOf(services, rows.map(({ id }) => id))
  return Promise.all(
    rows.flatMap(({ id, kind, title, lockedAt, versions: [latest] }) => {
      const found = approvals.get(id)
      const approval = found ? approvalAtAGlance(found) : null
      return isKindId(kind) ? [standing(services, { id, kind, title, locked: lockedAt !== null, approval }, latest)] : []
    }),
  )
}

interface LatestVersion extends Omit<Hashed, 'kind' | 'content'> {
  number: number
  name: string
  takenAt: Date
  hash: string
}

async function standing(
  services: Services,
  artefact: Omit<ArtefactStanding, 'version' | 'changedSince'>,
  latest: LatestVersion | undefined,
): Promise<ArtefactStanding> {
  if (!latest) return { ...artefact, version: null, changedSince: null }
  const { number, name, takenAt } = latest
  return {
    ...artefact,
    version: { number, name, takenAt },
    changedSince: await differs(services, artefact, latest),
  }
}

/** By content alone: another title is no change. The page must open even where a room cannot. */
async function differs(
  services: Services,
  { id, kind }: Pick<ArtefactStanding, 'id' | 'kind'>,
  { hash, title, kindVersion }: LatestVersion,
): Promise<boolean | null> {
  try {
    const { content } = await services.live.read(id, kind)
    return versionHash({ kind, kindVersion, title, content }) !== hash
  } catch (error) {
    services.log.error('project.artefact-unread', error, { artefactId: id })
    return null
  }
}

async function workshopStandings(services: Services, projectId: string): Promise<WorkshopStanding[]> {
  const rows = await services.database.workshop.findMany({
    where: { projectId },
    orderBy: { startsAt: 'asc' },
    include: { run: { select: { stage: true, startedAt: true, closedAt: true } }, _count: { select: { seats: { where: { revokedAt: null } } } } },
  })
  const now = services.now()
  const all = rows.map((row) => ({
    id: row.id,
    title: row.title,
    ...whenHeld(row),
    phase: workshopPhase(row, now),
    seats: row._count.seats,
  }))
  const coming = all.filter(({ phase }) => phase !== 'held')
  const held = all.filter(({ phase }) => phase === 'held').reverse()
  return [...coming, ...held]
}
