import type { WorkshopReport } from '../../artefacts/workshop-report/model/content'
import type { Translator } from '../../i18n/translator'
import { composeReport } from './compose'
import type { ReportFacts } from './facts'
import { agendaSection } from './sections/agenda-section'
import { attendanceSections } from './sections/attendance-section'
import { feedbackSections } from './sections/feedback-section'
import { materialsSection } from './sections/materials-section'
import { resultSections } from './sections/result-sections'

/** Writes a workshop's report from its facts, in the translator's language. */
export function buildReport(facts: ReportFacts, translator: Translator): WorkshopReport {
  const t = translator.in('report')
  return composeReport([
    { id: 'purpose', heading: t('purpose.heading'), text: facts.purpose || t('purpose.none') },
    agendaSection(facts, translator),
    ...attendanceSections(facts.attendance, translator),
    ...resultSections(facts, translator),
    ...feedbackSections(facts.feedback, translator),
    materialsSection(facts.materials, translator),
  ])
}
