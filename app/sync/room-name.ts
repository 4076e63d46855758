/**
 * The rooms there are, by the names under which they are reached, logged and kept on devices (server/sync/SPEC.md, P1).
 * OWNER of a draft is a participant's key with `-` for its colon: a name is a path.
 */
export type RoomName = `artefact/${string}` | `workshop/${string}` | `draft/${string}/${string}`

/** `user:ID` or `seat:ID`: one for all windows of a person or seat. */
export type ParticipantKey = `user:${string}` | `seat:${string}`

export type Room =
  | { of: 'artefact'; artefactId: string }
  /** What everybody who may see an artefact says about it. */
  | { of: 'remarks'; artefactId: string }
  /** What the members of one organisation say about it among themselves. */
  | { of: 'internal'; artefactId: string; organisationId: string }
  /** What everybody in a workshop is told; it holds no content. */
  | { of: 'workshop'; workshopId: string }
  /** What one participant writes privately in one step of a workshop. */
  | { of: 'draft'; stepId: string; owner: ParticipantKey }

const NAME = /^(artefact|workshop|draft)\/([0-9a-z]{8,32})(?:\/(user|seat)-([0-9a-z]{1,32}))?$/
const REMARKS_NAME = /^artefact\/([0-9a-z]{8,32})\/(?:remarks|org\/([0-9a-z]{8,32}))$/

/** Undefined for what no room can be called. */
export function readRoomName(name: string): Room | undefined {
  return readRemarksName(name) ?? readOtherName(name)
}

function readRemarksName(name: string): Room | undefined {
  const [, artefactId, organisationId] = REMARKS_NAME.exec(name) ?? []
  if (artefactId === undefined) return undefined
  return organisationId === undefined ? { of: 'remarks', artefactId } : { of: 'internal', artefactId, organisationId }
}

function readOtherName(name: string): Room | undefined {
  const [, of, id = '', kind, ownerId] = NAME.exec(name) ?? []
  if (of === 'draft') {
    return kind === undefined ? undefined : { of, stepId: id, owner: `${kind as 'user' | 'seat'}:${ownerId ?? ''}` }
  }
  if (kind !== undefined) return undefined
  if (of === 'artefact') return { of, artefactId: id }
  return of === 'workshop' ? { of, workshopId: id } : undefined
}

export function isRoomName(name: string): name is RoomName {
  return readRoomName(name) !== undefined
}

export function artefactRoom(artefactId: string): RoomName {
  return `artefact/${artefactId}`
}

/** What is said about an artefact: by everybody, or within one organisation. */
export function remarksRoom(artefactId: string, organisationId: string | null): RoomName {
  const artefact = artefactRoom(artefactId)
  return organisationId === null ? `${artefact}/remarks` : `${artefact}/org/${organisationId}`
}

/** How the names of the rooms around an artefact begin: its own is without the slash. */
export function roomsAround(artefactId: string): `artefact/${string}/` {
  return `artefact/${artefactId}/`
}

export function workshopRoom(workshopId: string): RoomName {
  return `workshop/${workshopId}`
}

export function draftRoom(stepId: string, owner: ParticipantKey): RoomName {
  return `${draftsOf(stepId)}${owner.replace(':', '-')}`
}

/** How the names of all drafts of a step begin. */
export function draftsOf(stepId: string): `draft/${string}/` {
  return `draft/${stepId}/`
}
