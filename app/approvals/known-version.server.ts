import type { Services } from '../load-context'
import { knownVersions, type LastWords } from './model/last-words'
import { decisionsNow } from './standing.server'

/** By organisation: number of the version that it last approved or commented on. */
export async function knownBy(services: Services, artefactId: string): Promise<Map<string, number>> {
  const [versions, ...said] = await Promise.all([
    services.database.version.findMany({ where: { artefactId }, select: { number: true, takenAt: true } }),
    decisionsOf(services, artefactId),
    positionsOf(services, artefactId),
    sharedRemarksOf(services, artefactId),
  ])
  return knownVersions(said.flat(), versions)
}

async function decisionsOf(services: Services, artefactId: string): Promise<LastWords[]> {
  const decisions = await decisionsNow(services, artefactId)
  return [...decisions.values()].map(({ organisationId, recordedAt, versionNumber }) => ({ organisationId, at: recordedAt, versionNumber }))
}

async function positionsOf({ database }: Services, artefactId: string): Promise<LastWords[]> {
  const rows = await database.position.groupBy({ by: ['organisationId'], where: { artefactId }, _max: { statedAt: true } })
  return rows.flatMap(({ organisationId, _max: { statedAt } }) => (statedAt ? [{ organisationId, at: statedAt }] : []))
}

/** What was said to everybody. Internal remarks are nobody else's business, and do not count. */
async function sharedRemarksOf(services: Services, artefactId: string): Promise<LastWords[]> {
  const { threads } = await services.remarks.read(artefactId, null).catch((error: unknown) => {
    // Its room may be damaged: the parties are asked all the same.
    services.log.error('approvals.remarks-unread', error, { artefact: artefactId })
    return { threads: [] }
  })
  const newest = new Map<string, number>()
  for (const { author, at } of threads.flatMap(({ remarks }) => remarks)) {
    newest.set(author.key, Math.max(at, newest.get(author.key) ?? 0))
  }
  const organisations = await organisationsOfKeys(services, artefactId, [...newest.keys()])
  return [...newest].flatMap(([key, at]) => {
    const organisationId = organisations.get(key)
    return organisationId ? [{ organisationId, at: new Date(at) }] : []
  })
}

/** Whose voice people are now, by their keys (`user:ID`, `seat:ID`). */
async function organisationsOfKeys({ database }: Services, artefactId: string, keys: readonly string[]): Promise<Map<string, string>> {
  const idsOf = (of: string) => keys.filter((key) => key.startsWith(of)).map((key) => key.slice(of.length))
  const project = { artefacts: { some: { id: artefactId } } }
  const [members, seats] = await Promise.all([
    database.membership.findMany({ where: { userId: { in: idsOf('user:') }, project }, select: { userId: true, organisationId: true } }),
    database.seat.findMany({ where: { id: { in: idsOf('seat:') }, workshop: { project } }, select: { id: true, organisationId: true } }),
  ])
  const all = [
    ...members.map(({ userId, organisationId }) => [`user:${userId}`, organisationId] as const),
    ...seats.map(({ id, organisationId }) => [`seat:${id}`, organisationId] as const),
  ]
  return new Map(all.flatMap(([key, organisationId]) => (organisationId ? [[key, organisationId] as const] : [])))
}
