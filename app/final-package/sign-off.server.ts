import { standingOf } from '../approvals/standing.server'
import type { Services } from '../load-context'
import type { SignOff } from './model/sources'

/** What the parties have decided on exactly this version. One that was taken back counts only while there is no other. */
export async function signOffOf(services: Services, artefactId: string, versionId: string): Promise<SignOff> {
  const { all } = await standingOf(services, artefactId)
  const own = all.filter(({ version }) => version.id === versionId)
  const circulation = own.find(({ state }) => state !== 'withdrawn') ?? own[0] ?? null
  const carried = (circulation?.parties ?? []).flatMap(({ answer, earlierYes }) =>
    answer === 'carried' && earlierYes ? [earlierYes.number] : [],
  )
  const records = await services.database.approvalRecord.findMany({
    where: { OR: [{ versionId }, { number: { in: carried } }] },
    orderBy: { number: 'asc' },
  })
  return { circulation, records }
}
