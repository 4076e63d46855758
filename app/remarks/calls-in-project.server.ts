import type { AppLoadContext } from 'react-router'
import { actorOf } from '../accounts/audit.server'
import type { Participant } from '../accounts/permissions'
import type { Services } from '../load-context'
import { enterProject } from '../projects/enter.server'
import type { ArtefactCalls } from './calls'
import { noRemarks, type Remarks, type Thread } from './model/content'
import { waitingFor } from './model/mentions'
import { organisationOf } from './remarks-of-page.server'

/** Where whoever asks is called, in the order of the project's artefacts. Throws 404 to whoever is not in the project. */
export async function loadProjectCalls(request: Request, context: AppLoadContext, projectId: string) {
  const { participant } = await enterProject(request, context, projectId)
  return { calls: await callsInProject(context.services, participant, projectId) }
}

/** In shared remarks, and in the internal ones of the participant's own organisation. */
export async function callsInProject(services: Services, participant: Participant, projectId: string): Promise<ArtefactCalls[]> {
  const organisationId = participant.kind === 'member' ? organisationOf(participant, projectId) : null
  const called = { participantKey: actorOf(participant), organisationId }
  const artefacts = await services.database.artefact.findMany({
    where: { projectId, deletedAt: null },
    orderBy: [{ order: 'asc' }, { createdAt: 'asc' }],
    select: { id: true, title: true },
  })
  const calls = await Promise.all(
    artefacts.map(async ({ id, title }): Promise<ArtefactCalls[]> => {
      const rooms = organisationId === null ? [null] : [null, organisationId]
      const read = await Promise.all(rooms.map((room) => readOrNothing(services, id, room)))
      const waiting = read.flatMap((remarks) => waitingFor(remarks, called))
      const latest = waiting.reduce<Thread | undefined>((one, other) => (one && lastAt(one) > lastAt(other) ? one : other), undefined)
      return latest ? [{ artefactId: id, title, threads: waiting.length, latest: latest.id }] : []
    }),
  )
  return calls.flat()
}

/** One room that cannot be read keeps nobody from the others. */
async function readOrNothing({ remarks, log }: Services, artefactId: string, organisationId: string | null): Promise<Remarks> {
  try {
    return await remarks.read(artefactId, organisationId)
  } catch (error) {
    log.error('remarks.unread', error, { artefactId })
    return noRemarks
  }
}

function lastAt({ remarks }: Thread): number {
  return remarks.at(-1)?.at ?? 0
}
