import type { Participant } from '../accounts/permissions'
import { can } from '../accounts/permissions'
import type { Voice } from './model/answers'

/** For which organisation somebody says where it stands on an artefact's clauses, or why for none. */
export function voiceOf(participant: Participant, artefact: { id: string; projectId: string; locked: boolean }): Voice {
  if (participant.kind !== 'member') return { may: false, why: 'guest' }
  const { id: artefactId, projectId, locked } = artefact
  if (!can(participant, 'statePosition', { type: 'artefact', artefactId, projectId, locked })) return { may: false, why: 'viewer' }
  const organisation = participant.memberships.find((one) => one.projectId === projectId)?.organisationId
  return organisation ? { may: true, organisation } : { may: false, why: 'no-organisation' }
}
