import { MessageSquare } from 'lucide-react'
import { Card } from '../../../components/card'
import { EmptyState } from '../../../components/empty-state'
import { Notice } from '../../../components/notice'
import { useLanguage, useTranslate } from '../../../i18n/use-translate'
import { sayNumber } from '../../../lib/say-number'
import { feedbackScale } from '../questions'
import { fewestShown, type FeedbackSummary, type QuestionSummary } from '../summarise'

/** What all of them said together. */
export function FeedbackSummaryView({ summary }: { summary: FeedbackSummary }) {
  const t = useTranslate('feedback')
  if (summary.given === 0) {
    return (
      <EmptyState icon={MessageSquare} title={t('summary.emptyTitle')}>
        {t('summary.empty')}
      </EmptyState>
    )
  }
  return (
    <div className="flex flex-col gap-6">
      <p className="text-lg font-semibold">{t('summary.given', { count: summary.given })}</p>
      {summary.given < fewestShown ? <Notice>{t('summary.tooFew', { count: fewestShown })}</Notice> : null}
      <div className="grid gap-6 md:grid-cols-3">
        {summary.questions.map((question) => (
          <Question key={question.question} summary={question} />
        ))}
      </div>
      <Words words={summary.words} />
    </div>
  )
}

function Question({ summary }: { summary: QuestionSummary }) {
  const t = useTranslate('feedback')
  const language = useLanguage()
  const { question, answers, shown } = summary
  return (
    <Card>
      <h2 className="text-lg font-bold">{t(`question.${question}`)}</h2>
      {shown ? (
        <>
          <p className="mt-2">
            <span className="text-3xl font-bold">{sayNumber(shown.mean, language, 1)}</span>{' '}
            <span className="text-ink-soft">{t('summary.mean', { count: answers })}</span>
          </p>
          <Distribution counts={shown.counts} />
        </>
      ) : (
        <p className="mt-2 text-ink-soft">{t('summary.answers', { count: answers })}</p>
      )}
    </Card>
  )
}

/** How many chose each point: bars for the eye, numbers for everybody. */
function Distribution({ counts }: { counts: readonly number[] }) {
  const t = useTranslate('feedback')
  const most = Math.max(1, ...counts)
  return (
    <ol className="mt-3 flex flex-col gap-1" aria-label={t('summary.distribution')}>
      {feedbackScale.map((point, index) => {
        const count = counts[index] ?? 0
        return (
          <li key={point} className="grid grid-cols-[1.5rem_1fr_2rem] items-center gap-2">
            <span className="font-semibold">{point}</span>
            <span aria-hidden className="h-4 rounded-sm bg-sunken">
              <span className="block h-full rounded-sm bg-accent" style={{ width: `${(100 * count) / most}%` }} />
            </span>
            <span className="text-right">
              {count}
              <span className="sr-only"> {t('summary.answersWord', { count })}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function Words({ words }: { words: readonly string[] | null }) {
  const t = useTranslate('feedback')
  if (words === null) return null
  return (
    <section>
      <h2 className="mb-3 text-xl font-bold">{t('summary.words')}</h2>
      {words.length === 0 ? <p className="text-ink-soft">{t('summary.noWords')}</p> : null}
      <ul className="flex flex-col gap-3">
        {words.map((said, index) => (
          <li key={index} className="max-w-prose rounded-md border-l-4 border-line-strong bg-surface p-4 whitespace-pre-line">
            {said}
          </li>
        ))}
      </ul>
    </section>
  )
}
