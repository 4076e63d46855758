import type { Services } from '../load-context'
import { readAsked } from './model/asked'
import { readLeftOut } from './model/left-out'
import { newestDecisions } from './model/newest-decisions'
import { shownRecord, type ApprovalRecord } from './model/record'
import { standingFrom, type Standing, type StoredCirculation } from './model/standing'

/** Which version is circulating, who has approved what, and which version is final. Authorise before showing any of it. */
export async function standingOf(services: Services, artefactId: string): Promise<Standing> {
  const standings = await standingsOf(services, [artefactId])
  return standings.get(artefactId) ?? { circulation: null, final: null, all: [] }
}

/** The same of several artefacts, by their ids. */
export async function standingsOf(services: Services, artefactIds: readonly string[]): Promise<Map<string, Standing>> {
  const where = { artefactId: { in: [...artefactIds] } }
  const [circulations, records] = await Promise.all([
    storedCirculations(services, where),
    services.database.approvalRecord.findMany({ where, orderBy: { number: 'asc' } }),
  ])
  const shown = records.map(shownRecord)
  const of = (artefactId: string) => ({
    circulations: circulations.filter((one) => one.artefactId === artefactId),
    records: shown.filter((one) => one.artefactId === artefactId),
  })
  return new Map(
    artefactIds.map((artefactId) => {
      const own = of(artefactId)
      return [artefactId, standingFrom(own.circulations, own.records)]
    }),
  )
}

/** By organisation: what it decided last on an artefact, on whatever version. */
export async function decisionsNow({ database }: Services, artefactId: string): Promise<Map<string, ApprovalRecord>> {
  const records = await database.approvalRecord.findMany({ where: { artefactId }, orderBy: { number: 'asc' } })
  return newestDecisions(records.map(shownRecord))
}

async function storedCirculations(
  { database }: Services,
  where: { artefactId: { in: string[] } },
): Promise<StoredCirculation[]> {
  const rows = await database.circulation.findMany({
    where,
    // Two within one millisecond: one of them has been withdrawn.
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    include: {
      version: { select: { id: true, number: true, name: true, title: true, hash: true } },
      parties: { orderBy: [{ order: 'asc' }, { organisationId: 'asc' }] },
    },
  })
  return rows.map(({ versionId: _versionId, parties, leftOut, ...circulation }) => ({
    ...circulation,
    leftOut: readLeftOut(leftOut),
    parties: parties.map(({ organisationId, organisationName, knownVersion, yesRecord, asked }) => ({
      organisationId,
      organisationName,
      knownVersion,
      yesRecord,
      asked: readAsked(asked),
    })),
  }))
}
