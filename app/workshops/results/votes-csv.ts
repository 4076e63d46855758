import { organisationTypes } from '../../artefacts/organisation-types'
import { toCsv, type CsvCell } from '../../lib/csv'
import type { TranslateIn } from '../../i18n/catalogue'
import type { Tally } from '../model/live-state'
import { placeOf } from '../votes/tally'

/** A vote whose result has been shown. */
export interface ShownVote {
  title: string
  tallies: readonly Tally[]
}

interface CsvWords {
  votes: TranslateIn<'votes'>
  components: TranslateIn<'components'>
}

/** The results of votes as one table, a row for each thing that was voted for, a column for each kind of organisation. */
export function votesCsv(votes: readonly ShownVote[], { votes: t, components }: CsvWords): string {
  const header = [
    t('results.vote'),
    t('result.place'),
    t('result.target'),
    t('result.all'),
    ...organisationTypes.map((type) => components(`organisationType.${type}`)),
    t('result.noOrganisation'),
    t('result.note'),
  ]
  return toCsv([header, ...votes.flatMap((vote) => rowsOf(vote, t))])
}

function rowsOf({ title, tallies }: ShownVote, t: TranslateIn<'votes'>): CsvCell[][] {
  return tallies.map((tally) => [
    title || t('results.vote'),
    placeOf(tally, tallies),
    tally.name || t('unnamed'),
    tally.dots,
    ...[...organisationTypes, ''].map((type) => tally.byType[type] ?? 0),
    [tally.tied ? t('result.tied') : '', tally.gone ? t('result.gone') : ''].filter(Boolean).join(', '),
  ])
}
