import type { Services } from '../../load-context'

/**
 * What may be done where is asked for anew in each of these artefacts' rooms: a step has begun or ended there, or no
 * longer counts. Never rejects: what was changed before is changed.
 */
export async function tellRules({ liveWorkshops, log }: Services, artefactIds: readonly string[]): Promise<void> {
  await Promise.all(
    artefactIds.map((artefactId) =>
      liveWorkshops.rulesChanged(artefactId).catch((error: unknown) => log.error('workshop.rules', error)),
    ),
  )
}
