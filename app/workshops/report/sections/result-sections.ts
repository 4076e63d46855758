import { organisationTypeSchema } from '../../../artefacts/organisation-types'
import type { Translator } from '../../../i18n/translator'
import { plainLine, plainText } from '../../../lib/plain-text'
import type { Tally } from '../../model/live-state'
import { sayDay, wallMoment } from '../../wall-time'
import { paragraphs, points, type SectionDraft, type TableDraft } from '../compose'
import type { BoardFacts, DecisionFacts, ReportFacts, VoteFacts } from '../facts'

type ResultFacts = Pick<ReportFacts, 'summary' | 'boards' | 'votes' | 'decisions'>

/** What came of it: the facilitator's words, decisions, votes, and what was written, group by group. */
export function resultSections({ summary, boards, votes, decisions }: ResultFacts, translator: Translator): SectionDraft[] {
  const t = translator.in('report')
  const parts = [
    ...decisionSection(decisions, translator),
    ...votes.map((vote, index) => voteSection(vote, index, translator)),
    ...boards.map((board, index) => boardSection(board, index, translator)),
  ]
  const own = plainText(summary).trim()
  const text = own || (parts.length === 0 ? t('results.none') : '')
  return [{ id: 'results', heading: t('results.heading'), text }, ...parts]
}

function decisionSection(decisions: readonly DecisionFacts[], translator: Translator): SectionDraft[] {
  if (decisions.length === 0) return []
  const t = translator.in('report')
  const columns = [t('decisions.decision'), t('decisions.owner'), t('decisions.due'), t('decisions.from'), t('decisions.became')]
  const rows = decisions.map((decision) => [
    decision.text,
    plainLine(decision.owner) || t('none'),
    sayDue(decision.due, translator) || t('none'),
    sayFrom(decision, translator) || t('none'),
    decision.became.map((one) => sayBecame(one, translator)).join('\n') || t('none'),
  ])
  return [
    {
      id: 'decisions',
      depth: 2,
      heading: t('decisions.heading'),
      text: t('decisions.count', { count: decisions.length }),
      table: { caption: t('decisions.caption'), columns, rows },
    },
  ]
}

function sayDue(due: string, { language }: Translator): string {
  const day = wallMoment(due, '12:00')
  return day ? sayDay(day, language) : ''
}

function sayFrom({ from, dots }: DecisionFacts, translator: Translator): string {
  const words = plainLine(from)
  if (words === '' || dots === null) return words
  return translator.in('report')('decisions.fromWithDots', { words, count: dots })
}

const whatBecame = ['actor', 'role', 'flow', 'note', 'card', 'clause'] as const

function sayBecame({ what, artefact }: DecisionFacts['became'][number], translator: Translator): string {
  const t = translator.in('report')
  const known = whatBecame.find((one) => one === what)
  return t('decisions.becameIn', { what: known ? t(`decisions.what.${known}`) : t('decisions.what.part'), artefact })
}

function voteSection({ title, voters, tallies }: VoteFacts, index: number, translator: Translator): SectionDraft {
  const t = translator.in('report')
  const tied = tallies.filter(({ tied: isTied, dots }) => isTied && dots > 0)
  return {
    id: `vote-${index + 1}`,
    depth: 2,
    heading: plainLine(title) ? t('votes.headingOf', { title }) : t('votes.heading'),
    text: paragraphs(
      t('votes.voters', { count: voters }),
      tied.length > 0 ? `${t('votes.ties')}\n${points(tied.map((one) => t('votes.tie', { name: plainLine(one.name), count: one.dots })))}` : '',
      tallies.length === 0 ? t('votes.none') : '',
    ),
    table: voteTable(tallies, translator),
  }
}

/** A column for each kind of organisation that gave dots. */
function voteTable(tallies: readonly Tally[], translator: Translator): TableDraft {
  const t = translator.in('report')
  const types = [...new Set(tallies.flatMap(({ byType }) => Object.keys(byType)))].filter((type) =>
    tallies.some(({ byType }) => (byType[type] ?? 0) > 0),
  )
  const sayType = (type: string) => {
    const known = organisationTypeSchema.safeParse(type)
    return known.success ? translator.in('components')(`organisationType.${known.data}`) : t('votes.otherType')
  }
  return {
    caption: t('votes.caption'),
    columns: [t('votes.target'), t('votes.dots'), ...types.map(sayType)],
    rows: tallies.map(({ name, dots, byType, gone }) => [
      gone ? t('votes.gone', { name: plainLine(name) }) : plainLine(name),
      String(dots),
      ...types.map((type) => String(byType[type] ?? 0)),
    ]),
  }
}

function boardSection({ artefact, place, groups, others }: BoardFacts, index: number, translator: Translator): SectionDraft {
  const t = translator.in('report')
  const written = groups.map(({ name, notes }) =>
    [t('boards.group', { name: plainLine(name) || t('boards.unnamedGroup'), count: notes.length }), points(notes)].join('\n'),
  )
  const rest =
    others.length === 0 ? '' : [groups.length > 0 ? t('boards.others', { count: others.length }) : t('boards.notes', { count: others.length }), points(others)].join('\n')
  return {
    id: `board-${index + 1}`,
    depth: 2,
    heading: plainLine(place) ? t('boards.headingOf', { place: plainLine(place), artefact }) : artefact,
    text: paragraphs(...written, rest),
  }
}
