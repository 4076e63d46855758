import { plainLine } from '../../lib/plain-text'
import { toCsv, type CsvCell } from '../../lib/csv'
import type { Translator } from '../../i18n/translator'
import { composeReport, type SectionDraft } from '../../workshops/report/compose'
import { attendanceByOrganisation, attendanceSections } from '../../workshops/report/sections/attendance-section'
import type { WorkshopReport } from '../../artefacts/workshop-report/model/content'
import { sayDay } from '../../workshops/wall-time'
import type { WorkshopSource } from '../model/sources'

/** Who was in the workshops behind the document, by organisation and role; names of those alone who gave leave. */
export function attendanceReport(workshops: readonly WorkshopSource[], translator: Translator): WorkshopReport {
  const t = translator.in('finalPackage')
  const lead: SectionDraft = {
    id: 'attendance',
    heading: t('attendance.title'),
    text: workshops.length === 0 ? t('attendance.none') : t('attendance.lead', { count: workshops.length }),
  }
  const each = workshops.flatMap(({ title, startedAt, attendance }, index) =>
    attendanceSections(attendance, translator).map(
      (section): SectionDraft => ({
        ...section,
        id: `workshop-${index + 1}`,
        heading: `${plainLine(title)} ${sayDay(startedAt, translator.language)}`,
        depth: 2,
      }),
    ),
  )
  return composeReport([lead, ...each])
}

/** The same as a table: a row for each organisation in each workshop. Names no person. */
export function attendanceCsv(workshops: readonly WorkshopSource[], translator: Translator): string {
  const t = translator.in('finalPackage')
  const header = ['workshop', 'day', 'organisation', 'type', 'people', 'roles'] as const
  const rows = workshops.flatMap(({ title, startedAt, attendance }) =>
    attendanceByOrganisation(attendance.people, translator).map(({ name, type, people, roles }): CsvCell[] => [
      plainLine(title),
      sayDay(startedAt, translator.language),
      name,
      type,
      people,
      roles,
    ]),
  )
  return toCsv([header.map((column) => t(`attendance.${column}`)), ...rows])
}
