import type { TranslateIn } from '../i18n/catalogue'
import { toCsv } from '../lib/csv'
import type { Cell, PositionTable } from './model/position-table'
import { stances } from './model/stance'

/** The table as a file: a row for each clause, a column for each organisation, and how many stand where. */
export function positionsCsv({ organisations, rows }: PositionTable, t: TranslateIn<'positions'>): string {
  const counted = [...stances, 'none'] as const
  const header = [
    t('csv.number'),
    t('csv.clause'),
    ...organisations.map(({ organisation }) => organisation.name),
    ...counted.map((stance) => t(`stance.${stance}`)),
    t('earlier.mark'),
  ]
  return toCsv([
    header,
    ...rows.map(({ clause, cells, tally }) => [
      clause.number,
      clause.title || t('untitled'),
      ...(clause.isHeading ? organisations.map(() => null) : cells.map((cell) => cellWords(cell, t))),
      ...(clause.isHeading ? [...counted, ''].map(() => null) : [...counted.map((stance) => tally[stance]), tally.earlier]),
    ]),
  ])
}

/** "Vastustaa: liian kallis (annettu aiemmasta sanamuodosta)" */
export function cellWords({ stance, statement, isEarlier }: Cell, t: TranslateIn<'positions'>): string {
  const said = stance !== 'none' && statement?.words ? `: ${statement.words}` : ''
  return `${t(`stance.${stance}`)}${said}${isEarlier ? ` (${t('earlier.mark').toLocaleLowerCase()})` : ''}`
}
