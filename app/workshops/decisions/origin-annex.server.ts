import type { OriginMark } from '../../artefacts/kind'
import { heading, paragraph, plainTable, type Block } from '../../exports/tree'
import { translatorFor } from '../../i18n/catalogue.server'
import type { Language } from '../../i18n/languages'
import type { Services } from '../../load-context'
import { sayDay } from '../wall-time'
import { organisationsThere } from './origin.server'

/**
 * An annex that tells of each part of an artefact that a workshop brought, from which decision it came, and which
 * organisations were in the room. Nothing where no part came from a decision of this project. Names no person.
 */
export async function originAnnex(
  services: Services,
  projectId: string,
  marks: readonly OriginMark[],
  language: Language,
): Promise<Block[]> {
  const decisions = await services.database.decision.findMany({
    // An id that was forged into the content names nothing of another project.
    where: { id: { in: marks.map(({ origin }) => origin) }, workshop: { projectId } },
    select: { id: true, text: true, workshop: { select: { id: true, title: true, startsAt: true } } },
  })
  const known = new Map(decisions.map((decision) => [decision.id, decision]))
  const workshopIds = [...new Set(decisions.map(({ workshop }) => workshop.id))]
  const there = new Map(
    await Promise.all(workshopIds.map(async (id) => [id, await organisationNames(services, id)] as const)),
  )
  const rows = marks.flatMap(({ origin, name }) => {
    const decision = known.get(origin)
    if (!decision) return []
    const { id, title, startsAt } = decision.workshop
    return [[name, decision.text, `${title} ${sayDay(startsAt, language)}`, there.get(id) ?? '']]
  })
  if (rows.length === 0) return []
  const t = translatorFor(language).in('decisions')
  const header = [t('annex.part'), t('annex.decision'), t('annex.workshop'), t('annex.there')]
  return [
    heading(1, t('annex.title')),
    paragraph(t('annex.lead')),
    plainTable(t('annex.caption'), header, rows, { rowHeaders: true, widths: [3, 5, 3, 4] }),
  ]
}

async function organisationNames(services: Services, workshopId: string): Promise<string> {
  const names = (await organisationsThere(services, workshopId)).map(({ name }) => name)
  return names.filter((name) => name !== '').join(', ')
}
