import { data, type AppLoadContext } from 'react-router'
import { can, type MemberParticipant } from '../accounts/permissions'
import type { ArtefactRecord } from '../artefacts/artefacts.server'
import { artefactThing, requireArtefact } from '../artefacts/page/load.server'
import { isKindId } from '../artefacts/registry'
import type { AnnexChoices } from '../artefacts/shared/annex-choices'
import type { Services } from '../load-context'

/** Throws 404 where the artefact is not theirs to know of, and for guests: versions are for people with an account. */
export async function loadAnnexChoices(
  request: Request,
  context: AppLoadContext,
  artefactId: string,
): Promise<AnnexChoices> {
  const { participant, artefact } = await requireArtefact(request, context, artefactId)
  if (participant.kind === 'guest') throw data(null, { status: 404 })
  return annexChoices(context.services, participant, artefact)
}

/** The versions of the project's other artefacts that whoever asks may see, newest first. */
export async function annexChoices(
  { database }: Services,
  participant: MemberParticipant,
  artefact: ArtefactRecord,
): Promise<AnnexChoices> {
  const others = await database.artefact.findMany({
    where: { projectId: artefact.projectId, deletedAt: null, id: { not: artefact.id } },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      title: true,
      lockedAt: true,
      versions: {
        orderBy: { number: 'desc' },
        select: { number: true, name: true, hash: true, takenAt: true },
      },
    },
  })
  return others.flatMap(({ id, kind, title, lockedAt, versions }) => {
    const thing = artefactThing({ ...artefact, id, title, locked: lockedAt !== null })
    if (!isKindId(kind) || !can(participant, 'see', thing)) return []
    const listed = versions.map(({ takenAt, ...version }) => ({ ...version, takenAt: takenAt.toISOString() }))
    return [{ artefact: id, kind, title, versions: listed }]
  })
}
