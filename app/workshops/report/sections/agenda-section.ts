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

function ranRows({ planned, ran }: AgendaFacts, closedAt: Date | null, translator: Translator): string[][] {
  const t = translator.in('report')
  return ran.map(({ stepId, type, title, startedAt, endedAt }) => {
    const minutes = planned.find(({ id }) => id === stepId)?.minutes
    const end = endedAt ?? closedAt
    return [
      title || sayType(type, translator),
      sayType(type, translator),
      minutes ? t('agenda.minutes', { count: minutes }) : t('none'),
      end ? sayRun(startedAt, end, translator) : t('agenda.from', { start: sayClock(startedAt, translator.language) }),
    ]
  })
}

function sayRun(start: Date, end: Date, translator: Translator): string {
  const { language } = translator
  const minutes = Math.max(1, Math.round((end.getTime() - start.getTime()) / 60_000))
  const times = { start: sayClock(start, language), end: sayClock(end, language) }
  return translator.in('report')('agenda.ranFor', { ...times, count: minutes })
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
