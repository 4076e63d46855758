import type { GuestParticipant, MemberParticipant } from '../accounts/permissions'
import type { Services } from '../load-context'

/** The workshop that runs on an artefact, for those who are in it: a guest's own, or one of the project. */
export async function runningWorkshopOn(
  { database }: Services,
  participant: MemberParticipant | GuestParticipant,
  artefact: { id: string; projectId: string },
): Promise<string | null> {
  const workshop = await database.workshop.findFirst({
    where: {
      ...(participant.kind === 'guest' ? { id: participant.workshopId } : { projectId: artefact.projectId }),
      artefacts: { some: { artefactId: artefact.id } },
      run: { stage: 'running' },
    },
    orderBy: { run: { startedAt: 'desc' } },
    select: { id: true },
  })
  return workshop?.id ?? null
}
