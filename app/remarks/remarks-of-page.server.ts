import { actorOf } from '../accounts/audit.server'
import type { Participant } from '../accounts/permissions'
import type { Services } from '../load-context'
import type { Mention, RemarkAuthor } from './model/content'

/** What a page needs so that people can say something about an artefact. What was said comes by its rooms alone. */
export interface RemarksOfPage {
  /** As the remarks of whoever asks are signed. */
  by: RemarkAuthor
  /** Whose internal remarks they may see: a member's own organisation. Guests have none. */
  organisation: { id: string; name: string } | null
  /** Who can be called by a remark. Guests are told of organisations only. */
  mentionable: Mention[]
}

export async function remarksOfPage(services: Services, participant: Participant, projectId: string): Promise<RemarksOfPage> {
  const organisations = await services.database.organisation.findMany({
    where: { projectId },
    orderBy: [{ order: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true },
  })
  const spokenFor = organisationOf(participant, projectId)
  const own = organisations.find(({ id }) => id === spokenFor) ?? null
  return {
    by: authorOf(participant, own?.name ?? ''),
    organisation: participant.kind === 'member' ? own : null,
    mentionable: [
      ...(participant.kind === 'member' ? await peopleOf(services, projectId) : []),
      ...organisations.map(({ id, name }) => ({ kind: 'organisation', id, name }) as const),
    ],
  }
}

/** The organisation that somebody speaks for in a project. */
export function organisationOf(participant: Participant, projectId: string): string | null {
  if (participant.kind === 'guest') return participant.organisationId
  if (participant.kind === 'stranger') return null
  return participant.memberships.find((one) => one.projectId === projectId)?.organisationId ?? null
}

/** As remarks of a participant are signed: the same here and where the server looks at what came (sync/SPEC.md, R50). */
export function authorOf(participant: Participant, organisation: string): RemarkAuthor {
  const name = participant.kind === 'stranger' ? '' : participant.name
  return { key: actorOf(participant), name: name.slice(0, 200), organisation: organisation.slice(0, 200) }
}

async function peopleOf({ database }: Services, projectId: string): Promise<Mention[]> {
  const members = await database.membership.findMany({
    where: { projectId },
    select: { user: { select: { id: true, name: true } } },
    orderBy: { user: { name: 'asc' } },
  })
  return members.map(({ user }) => ({ kind: 'person', id: `user:${user.id}`, name: user.name.slice(0, 200) }))
}
