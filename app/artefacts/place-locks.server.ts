import type { Services } from '../load-context'
import { closedForWhom, type ClosedPlace, type ForWhom } from './closed-places'

/** What is closed in an artefact, and for whom. */
export async function closedPlacesOf({ database }: Services, artefactId: string): Promise<ClosedPlace[]> {
  const rows = await database.placeLock.findMany({ where: { artefactId }, orderBy: { lockedAt: 'asc' } })
  return rows.map(({ place, forWhom }) => ({
    place: place === '' ? null : place,
    forWhom: closedForWhom.find((one) => one === forWhom) ?? 'participants',
  }))
}

/** Closes a place, or with null all of the artefact; what is there stays to be seen. Closed again, it is for whom is said last. */
export async function closePlace(
  services: Services,
  artefactId: string,
  { place, forWhom }: { place: string | null; forWhom: ForWhom },
): Promise<void> {
  const columns = { forWhom, lockedAt: new Date(services.now()) }
  await services.database.placeLock.upsert({
    where: { artefactId_place: { artefactId, place: place ?? '' } },
    create: { artefactId, place: place ?? '', ...columns },
    update: columns,
  })
  await tell(services, artefactId)
}

export async function openPlace(services: Services, artefactId: string, place: string | null): Promise<void> {
  await services.database.placeLock.deleteMany({ where: { artefactId, place: place ?? '' } })
  await tell(services, artefactId)
}

async function tell({ live, liveWorkshops }: Services, artefactId: string): Promise<void> {
  await liveWorkshops.rulesChanged(artefactId)
  live.pageChanged(artefactId)
}
