import type { OriginMark } from '../../artefacts/kind'
import type { Block } from '../../exports/tree'
import { translatorFor } from '../../i18n/catalogue.server'
import type { Language } from '../../i18n/languages'
import type { Services } from '../../load-context'
import { originBlocks, type OriginDecision } from './origin-blocks'
import { organisationsThere } from './origin.server'

/** The annex of origins of a document whose parts are marked so: `originBlocks`. */
export async function originAnnex(
  services: Services,
  projectId: string,
  marks: readonly OriginMark[],
  language: Language,
): Promise<Block[]> {
  const decisions = await originDecisions(services, projectId, marks.map(({ origin }) => origin))
  return originBlocks(marks, decisions, translatorFor(language))
}

/** Decisions of a project with these ids; all of them where no ids are given. */
export async function originDecisions(
  services: Services,
  projectId: string,
  ids?: readonly string[],
): Promise<OriginDecision[]> {
  const decisions = await services.database.decision.findMany({
    // An id that was forged into the content names nothing of another project.
    where: { ...(ids ? { id: { in: [...ids] } } : {}), workshop: { projectId } },
    orderBy: { id: 'asc' },
    select: { id: true, text: true, workshop: { select: { id: true, title: true, startsAt: true } } },
  })
  const workshopIds = [...new Set(decisions.map(({ workshop }) => workshop.id))]
  const there = new Map(
    await Promise.all(workshopIds.map(async (id) => [id, await organisationNames(services, id)] as const)),
  )
  return decisions.map(({ id, text, workshop: { id: workshopId, title, startsAt } }) => ({
    id,
    text,
    workshop: { title, startsAt },
    there: there.get(workshopId) ?? [],
  }))
}

async function organisationNames(services: Services, workshopId: string): Promise<string[]> {
  const names = (await organisationsThere(services, workshopId)).map(({ name }) => name)
  return names.filter((name) => name !== '')
}
