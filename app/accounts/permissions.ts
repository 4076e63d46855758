/**
 * Who may do what. One pure function, asked by loaders, by the sync server and by views.
 */

export const projectRoles = ['owner', 'facilitator', 'member', 'viewer'] as const

export type ProjectRole = (typeof projectRoles)[number]

export interface ProjectMembership {
  projectId: string
  role: ProjectRole
  /** Whose voice a member is. */
  organisationId: string | null
}

/** Somebody with an account. */
export interface MemberParticipant {
  kind: 'member'
  userId: string
  name: string
  installationOwner: boolean
  memberships: ProjectMembership[]
}

/** A guest: a seat in one workshop, which ends when it is revoked or the door is closed. */
export interface GuestParticipant {
  kind: 'guest'
  seatId: string
  workshopId: string
  projectId: string
  name: string
  organisationId: string | null
  /** Exactly what the workshop works on. */
  artefactIds: string[]
  /** False when the seat was revoked or the workshop's door is closed. */
  admitted: boolean
}

export interface Stranger {
  kind: 'stranger'
}

export type Participant = MemberParticipant | GuestParticipant | Stranger

export type Thing =
  | { type: 'installation' }
  | { type: 'project'; projectId: string }
  /** `suggestOnly`: those who do not lead suggest changes instead of making them. */
  | { type: 'artefact'; projectId: string; artefactId: string; locked: boolean; suggestOnly?: boolean }
  | { type: 'workshop'; projectId: string; workshopId: string }

export interface Actions {
  installation: 'startProject'
  project:
    | 'see'
    | 'manage'
    | 'editOrganisations'
    | 'invite'
    | 'createArtefact'
    | 'createWorkshop'
    | 'addToClauseLibrary'
    | 'editClauseLibrary'
  artefact:
    | 'see'
    | 'comment'
    | 'statePosition'
    | 'edit'
    | 'takeVersion'
    | 'restoreVersion'
    | 'propose'
    | 'seeProposals'
    | 'takeInProposal'
    | 'setAsideProposal'
    | 'export'
    | 'publish'
    | 'rename'
    | 'lock'
    | 'delete'
    | 'circulate'
  workshop: 'see' | 'takePart' | 'facilitate'
}

type ActionOn<T extends Thing> = Actions[T['type']]

const memberActions: { [Type in Thing['type']]: Record<Actions[Type], readonly ProjectRole[]> } = {
  installation: { startProject: ['owner', 'facilitator'] },
  project: {
    see: ['owner', 'facilitator', 'member', 'viewer'],
    manage: ['owner'],
    editOrganisations: ['owner', 'facilitator'],
    invite: ['owner', 'facilitator'],
    createArtefact: ['owner', 'facilitator'],
    createWorkshop: ['owner', 'facilitator'],
    // Whoever writes agreements keeps what is worth keeping; names and tidies what all of them use: those who lead.
    addToClauseLibrary: ['owner', 'facilitator', 'member'],
    editClauseLibrary: ['owner', 'facilitator'],
  },
  artefact: {
    see: ['owner', 'facilitator', 'member', 'viewer'],
    comment: ['owner', 'facilitator', 'member'],
    // For one's own organisation alone: whoever has none is told so (app/positions/voice.ts).
    statePosition: ['owner', 'facilitator', 'member'],
    edit: ['owner', 'facilitator', 'member'],
    takeVersion: ['owner', 'facilitator', 'member'],
    restoreVersion: ['owner', 'facilitator'],
    // Edits that came too late to be merged. Whoever may edit otherwise, also while a lock stops them.
    propose: ['owner', 'facilitator', 'member'],
    seeProposals: ['owner', 'facilitator', 'member'],
    takeInProposal: ['owner', 'facilitator', 'member'],
    setAsideProposal: ['owner', 'facilitator'],
    export: ['owner', 'facilitator', 'member'],
    // A final version as a page that anybody may read.
    publish: ['owner', 'facilitator'],
    rename: ['owner', 'facilitator'],
    lock: ['owner', 'facilitator'],
    delete: ['owner', 'facilitator'],
    // To put a version to the parties. What an organisation decides is recorded by whoever has its mandate.
    circulate: ['owner', 'facilitator'],
  },
  workshop: {
    see: ['owner', 'facilitator', 'member', 'viewer'],
    // Write, vote, raise a hand, give feedback.
    takePart: ['owner', 'facilitator', 'member'],
    facilitate: ['owner', 'facilitator'],
  },
}

/** The roles that somebody may invite others to: never one above their own. */
export function rolesToInviteTo(participant: Participant, projectId: string): readonly ProjectRole[] {
  if (!can(participant, 'invite', { type: 'project', projectId })) return []
  if (can(participant, 'manage', { type: 'project', projectId })) return projectRoles
  return projectRoles.filter((role) => role !== 'owner')
}

/** Whether a role lets one edit what is not locked. */
export function roleMayEdit(role: string): boolean {
  return memberActions.artefact.edit.some((one) => one === role)
}

/** Decisions are recorded by somebody of an organisation, who does more than read. */
export function mayHoldMandate({ role, organisationId }: { role: string; organisationId: string | null }): boolean {
  return organisationId !== null && roleMayEdit(role)
}

/** Whether a role lets one facilitate workshops. */
export function roleMayFacilitate(role: string): boolean {
  return memberActions.workshop.facilitate.some((one) => one === role)
}

/** What a lock on an artefact takes from everybody. */
const stoppedByLock: readonly string[] = ['edit', 'restoreVersion', 'takeInProposal', 'rename']

/** What only those who lead do where the others suggest. */
const madeBySuggesting: readonly string[] = ['edit', 'takeInProposal']

function leads(participant: Participant, { projectId }: { projectId: string }): boolean {
  if (participant.kind !== 'member') return false
  const membership = participant.memberships.find((one) => one.projectId === projectId)
  return membership !== undefined && memberActions.artefact.lock.includes(membership.role)
}

export function can<T extends Thing>(participant: Participant, action: ActionOn<T>, thing: T): boolean {
  if (thing.type === 'artefact' && thing.locked && stoppedByLock.includes(action)) return false
  if (thing.type === 'artefact' && thing.suggestOnly && madeBySuggesting.includes(action) && !leads(participant, thing)) return false
  switch (participant.kind) {
    case 'stranger':
      return false
    case 'guest':
      return guestCan(participant, action, thing)
    case 'member':
      return memberCan(participant, action, thing)
  }
}

const guestActions: readonly string[] = ['see', 'comment', 'edit', 'propose'] satisfies Actions['artefact'][]

const guestWorkshopActions: readonly string[] = ['see', 'takePart'] satisfies Actions['workshop'][]

function guestCan(guest: GuestParticipant, action: string, thing: Thing): boolean {
  if (!guest.admitted) return false
  if (thing.type === 'artefact') {
    return (
      thing.projectId === guest.projectId &&
      guest.artefactIds.includes(thing.artefactId) &&
      guestActions.includes(action)
    )
  }
  return thing.type === 'workshop' && thing.workshopId === guest.workshopId && guestWorkshopActions.includes(action)
}

function memberCan(member: MemberParticipant, action: string, thing: Thing): boolean {
  const allowed: readonly ProjectRole[] =
    (memberActions[thing.type] as Record<string, readonly ProjectRole[]>)[action] ?? []
  if (thing.type === 'installation') {
    return member.installationOwner || member.memberships.some(({ role }) => allowed.includes(role))
  }
  const membership = member.memberships.find(({ projectId }) => projectId === thing.projectId)
  return membership !== undefined && allowed.includes(membership.role)
}
