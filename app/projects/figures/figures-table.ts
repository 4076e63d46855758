import type { Translator } from '../../i18n/translator'
import { feedbackQuestions } from '../../workshops/feedback/questions'
import { countedTypes, type CountedType, type ProjectFigures, type WorkshopRow } from './figures'

/** A cell of the table as files hold it: real numbers and dates. Null: not known, or too few answers to tell. */
export type FigureCell = string | number | Date | null

/** How a column is set: `text` left, numbers right, `mean` with one decimal. */
export type FigureColumn = { name: string; form: 'text' | 'date' | 'count' | 'hours' | 'mean'; width: number }

export interface FiguresTable {
  columns: FigureColumn[]
  rows: FigureCell[][]
  /** The last row: all of them together. */
  total: FigureCell[]
}

/** One row a workshop, and the total: the same table on the screen, in CSV and in XLSX. */
export function figuresTable({ workshops, total }: ProjectFigures, translator: Translator): FiguresTable {
  const t = translator.in('figures')
  const count = (name: string): FigureColumn => ({ name, form: 'count', width: 13 })
  return {
    columns: [
      { name: t('column.date'), form: 'date', width: 12 },
      { name: t('column.title'), form: 'text', width: 40 },
      { name: t('column.hours'), form: 'hours', width: 10 },
      count(t('column.participants')),
      ...countedTypes.map((type) => count(sayType(type, translator))),
      count(t('column.organisations')),
      count(t('column.facilitators')),
      count(t('column.feedback')),
      ...feedbackQuestions.map((question): FigureColumn => ({ name: t(`column.${question}`), form: 'mean', width: 16 })),
      count(t('column.decisions')),
      count(t('column.artefacts')),
      count(t('column.reports')),
    ],
    rows: workshops.map(rowOf),
    total: [
      null,
      t('total'),
      total.hours,
      total.participations,
      ...countedTypes.map((type) => total.participationsByType[type]),
      total.organisations,
      total.facilitations,
      total.feedback,
      ...feedbackQuestions.map((question) => rounded(total.means[question])),
      total.decisions,
      total.artefacts,
      total.reports,
    ],
  }
}

function rowOf(row: WorkshopRow): FigureCell[] {
  return [
    row.startedAt,
    row.title,
    row.hours,
    row.participants,
    ...countedTypes.map((type) => row.participantsByType[type]),
    row.organisations,
    row.facilitators,
    row.feedback,
    ...feedbackQuestions.map((question) => rounded(row.means[question])),
    row.decisions,
    row.artefacts,
    row.reportId === null ? 0 : 1,
  ]
}

/** What the table's totals do not say by themselves: name and number, for a sheet and a list. */
export function figuresSummary({ total }: ProjectFigures, translator: Translator): { name: string; value: number }[] {
  const t = translator.in('figures')
  const types = countedTypes.filter((type) => total.organisationsByType[type] > 0)
  return [
    { name: t('summary.workshops'), value: total.workshops },
    { name: t('summary.hours'), value: total.hours },
    { name: t('summary.participations'), value: total.participations },
    { name: t('summary.least'), value: total.people.least },
    { name: t('summary.most'), value: total.people.most },
    { name: t('summary.organisations'), value: total.organisations },
    ...types.map((type) => ({
      name: t('summary.organisationsOf', { type: sayType(type, translator) }),
      value: total.organisationsByType[type],
    })),
    { name: t('summary.decisions'), value: total.decisions },
    { name: t('summary.artefacts'), value: total.artefacts },
    { name: t('summary.reports'), value: total.reports },
  ]
}

/** How it was counted, sentence by sentence: stands beside the figures wherever they go. */
export function countingRules(translator: Translator): string[] {
  const t = translator.in('figures')
  return [t('rules.held'), t('rules.participants'), t('rules.people'), t('rules.organisations'), t('rules.hours'), t('rules.feedback')]
}

export function sayType(type: CountedType, translator: Translator): string {
  return type === 'other' ? translator.in('figures')('otherType') : translator.in('components')(`organisationType.${type}`)
}

const rounded = (mean: number | null) => (mean === null ? null : Math.round(mean * 100) / 100)
