import { organisationTypeSchema, type OrganisationType } from '../artefacts/organisation-types'
import { isLanguage, type Language } from '../i18n/languages'
import type { Services } from '../load-context'
import { closedAt } from '../workshops/end-of-workshop'
import { mayGiveAfterwards } from '../workshops/feedback/afterwards'
import { projectRoles, type GuestParticipant, type MemberParticipant, type ProjectRole } from './permissions'
import { sessionHashOf } from './session.server'

/** Why a guest is not let in, though the seat is known. */
export type GuestRefusal = 'removed' | 'workshop-closed'

/** Somebody whose session holds. */
export interface Recognised {
  participant: MemberParticipant | GuestParticipant
  sessionTokenHash: string
  expiresAt: Date
  /** The account's own choice; guests have none. */
  language: Language | null
  refusal: GuestRefusal | null
  /** Of a guest whose workshop is closed: they may still say what they thought of it, and nothing else. */
  mayGiveFeedback: boolean
  /** A guest's organisation, as the others see it. */
  organisation: { name: string; type: OrganisationType | null } | null
}

/** Who a Cookie header belongs to. Null for a stranger: no cookie, a forged one, an ended or expired session. */
export async function recognise(
  services: Services,
  cookieHeader: string | null | undefined,
): Promise<Recognised | null> {
  const sessionTokenHash = sessionHashOf(services, cookieHeader)
  if (!sessionTokenHash) return null
  const session = await services.database.session.findUnique({
    where: { tokenHash: sessionTokenHash },
    include: {
      user: { include: { memberships: true } },
      seat: { include: { organisation: true, workshop: { include: { ...workshopArtefacts, run: true } } } },
    },
  })
  if (!session || session.expiresAt.getTime() <= services.now()) return null
  const common = { sessionTokenHash, expiresAt: session.expiresAt }
  if (session.user) return { ...common, ...recogniseMember(session.user) }
  if (session.seat) return { ...common, ...recogniseGuest(session.seat, services.now()) }
  return null
}

const workshopArtefacts = {
  artefacts: { where: { artefact: { deletedAt: null } }, select: { artefactId: true } },
} as const

interface UserRow {
  id: string
  name: string
  language: string
  installationOwner: boolean
  memberships: { projectId: string; role: string; organisationId: string | null }[]
}

function recogniseMember(user: UserRow): Omit<Recognised, 'sessionTokenHash' | 'expiresAt'> {
  return {
    participant: {
      kind: 'member',
      userId: user.id,
      name: user.name,
      installationOwner: user.installationOwner,
      memberships: user.memberships.map(({ projectId, role, organisationId }) => ({
        projectId,
        role: isProjectRole(role) ? role : 'viewer',
        organisationId,
      })),
    },
    language: isLanguage(user.language) ? user.language : null,
    refusal: null,
    mayGiveFeedback: false,
    organisation: null,
  }
}

interface SeatRow {
  id: string
  displayName: string
  organisationId: string | null
  organisationName: string
  organisation: { name: string; type: string } | null
  revokedAt: Date | null
  workshop: WorkshopRow
}

interface WorkshopRow {
  id: string
  projectId: string
  doorOpen: boolean
  reportId: string | null
  artefacts: { artefactId: string }[]
  endsAt: Date | null
  run: { stage: string; closedAt: Date | null } | null
}

function recogniseGuest(seat: SeatRow, now: number): Omit<Recognised, 'sessionTokenHash' | 'expiresAt'> {
  const refusal = seat.revokedAt ? 'removed' : seat.workshop.doorOpen ? null : 'workshop-closed'
  return {
    participant: {
      kind: 'guest',
      seatId: seat.id,
      workshopId: seat.workshop.id,
      projectId: seat.workshop.projectId,
      name: seat.displayName,
      organisationId: seat.organisationId,
      artefactIds: seat.workshop.artefacts.map(({ artefactId }) => artefactId),
      admitted: refusal === null,
    },
    language: null,
    refusal,
    mayGiveFeedback: refusal === 'workshop-closed' && maySpeakAfterwards(seat.workshop, now),
    organisation: {
      name: seat.organisation?.name ?? seat.organisationName,
      type: organisationTypeSchema.safeParse(seat.organisation?.type).data ?? null,
    },
  }
}

function maySpeakAfterwards(workshop: WorkshopRow, now: number): boolean {
  return mayGiveAfterwards({ closedAt: closedAt(workshop, now), reportId: workshop.reportId }, now)
}

export function isProjectRole(value: string): value is ProjectRole {
  return projectRoles.some((role) => role === value)
}
