import type { Translator } from '../../../i18n/translator'
import { stepTypeSchema } from '../../model/steps'
import { sayClock, sayPeriod } from '../../wall-time'
import { paragraphs, type SectionDraft } from '../compose'
import type { AgendaFacts, ReportFacts } from '../facts'

/** When it was held, and its agenda as it was planned and as it ran. */
export function agendaSection({ planned, held, agenda }: ReportFacts, translator: Translator): SectionDraft {
  const { language } = translator
  const t = translator.in('report')
  const period = (start: Date, end: Date | null) =>
    t(end ? 'agenda.period' : 'agenda.periodOpen', sayPeriod(start, end, language))
  const plannedFor = period(planned.startsAt, planned.endsAt)
  const when = held
    ? t('agenda.held', { held: period(held.startedAt, held.closedAt), planned: plannedFor })
    : t('agenda.heldAsPlanned', { planned: plannedFor })
  const none = agenda.planned.length === 0 && agenda.ran.length === 0 ? t('agenda.none') : ''
  return {
    id: 'agenda',
    heading: t('agenda.heading'),
    text: paragraphs(when, none),
    table: {
      caption: t('agenda.caption'),
      columns: [t('agenda.step'), t('agenda.type'), t('agenda.planned'), t('agenda.ran')],
      rows: [...ranRows(agenda, held?.closedAt ?? null, translator), ...notRunRows(agenda, translator)],
    },
  }
}

/** A row for each step, in the order in which they were begun, with all its time: one may have gone back to it. */
function ranRows({ planned, ran }: AgendaFacts, closedAt: Date | null, translator: Translator): string[][] {
  const t = translator.in('report')
  const byStep = new Map<string, AgendaFacts['ran']>()
  for (const run of ran) byStep.set(run.stepId, [...(byStep.get(run.stepId) ?? []), run])
  return [...byStep].map(([stepId, runs]) => {
    const { type, title } = runs.at(-1) ?? { type: '', title: '' }
    const minutes = planned.find(({ id }) => id === stepId)?.minutes
    return [
      title || sayType(type, translator),
      sayType(type, translator),
      minutes ? t('agenda.minutes', { count: minutes }) : t('none'),
      sayRuns(runs, closedAt, translator),
    ]
  })
}

function sayRuns(runs: AgendaFacts['ran'], closedAt: Date | null, translator: Translator): string {
  const { language } = translator
  const t = translator.in('report')
  const start = runs[0]?.startedAt ?? new Date(0)
  const end = runs.at(-1)?.endedAt ?? closedAt
  if (!end) return t('agenda.from', { start: sayClock(start, language) })
  const spent = runs.reduce((sum, { startedAt, endedAt }) => sum + ((endedAt ?? end).getTime() - startedAt.getTime()), 0)
  const minutes = Math.max(1, Math.round(spent / 60_000))
  const ranFor = t('agenda.ranFor', { start: sayClock(start, language), end: sayClock(end, language), count: minutes })
  return runs.length > 1 ? t('agenda.returned', { ranFor, count: runs.length }) : ranFor
}

/** What was planned and never begun, after what ran. */
function notRunRows({ planned, ran }: AgendaFacts, translator: Translator): string[][] {
  const t = translator.in('report')
  const begun = new Set(ran.map(({ stepId }) => stepId))
  return planned
    .filter(({ id }) => !begun.has(id))
    .map(({ type, title, minutes }) => [
      title || sayType(type, translator),
      sayType(type, translator),
      minutes ? t('agenda.minutes', { count: minutes }) : t('none'),
      t('agenda.notRun'),
    ])
}

function sayType(type: string, translator: Translator): string {
  const known = stepTypeSchema.safeParse(type)
  return known.success ? translator.in('workshops')(`stepType.${known.data}`) : type
}
