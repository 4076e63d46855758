import type { OriginMark } from '../../artefacts/kind'
import { originAnnexId } from '../../exports/docx/clause-bookmark'
import { heading, paragraph, plainTable, type Block } from '../../exports/tree'
import type { Translator } from '../../i18n/translator'
import { sayDay } from '../wall-time'

/** A decision as an annex tells of it. */
export interface OriginDecision {
  id: string
  text: string
  workshop: { title: string; startsAt: Date }
  /** Names of the organisations that were in the room. */
  there: string[]
}

/**
 * An annex that tells of each part of an artefact that a workshop brought, from which decision it came, and which
 * organisations were in the room. Nothing where no part came from one of the decisions. Names no person.
 */
export function originBlocks(
  marks: readonly OriginMark[],
  decisions: readonly OriginDecision[],
  translator: Translator,
): Block[] {
  const known = new Map(decisions.map((decision) => [decision.id, decision]))
  const rows = marks.flatMap(({ origin, name }) => {
    const decision = known.get(origin)
    if (!decision) return []
    const { text, workshop, there } = decision
    return [[name, text, `${workshop.title} ${sayDay(workshop.startsAt, translator.language)}`, there.join(', ')]]
  })
  if (rows.length === 0) return []
  const t = translator.in('decisions')
  const header = [t('annex.part'), t('annex.decision'), t('annex.workshop'), t('annex.there')]
  return [
    heading(1, t('annex.title'), { id: originAnnexId }),
    paragraph(t('annex.lead')),
    plainTable(t('annex.caption'), header, rows, { rowHeaders: true, widths: [3, 5, 3, 4] }),
  ]
}
