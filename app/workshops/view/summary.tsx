import { useFetcher } from 'react-router'
import { SubmitButton, useFormProblems } from '../../accounts/view/form'
import { Card } from '../../components/card'
import { TextArea } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import type { WorkshopAnswer } from '../actions.server'

interface SummaryProps {
  summary: string
  editable: boolean
  answer: WorkshopAnswer | undefined
}

/** What came out of the workshop: written by the facilitator, read by the project. */
export function Summary({ summary, editable, answer }: SummaryProps) {
  const t = useTranslate('workshops')
  return (
    <Card>
      <h2 className="mb-3 text-xl font-bold">{t('summary.title')}</h2>
      {editable ? (
        <SummaryForm summary={summary} answer={answer} />
      ) : (
        <p className="max-w-prose whitespace-pre-line">{summary || t('summary.empty')}</p>
      )}
    </Card>
  )
}

function SummaryForm({ summary, answer }: Omit<SummaryProps, 'editable'>) {
  const t = useTranslate('workshops')
  const fetcher = useFetcher<WorkshopAnswer>()
  const answered = fetcher.data ?? answer
  const problems = useFormProblems(answered)
  const saved = fetcher.state === 'idle' && answered !== undefined && 'done' in answered && answered.done === 'summary'
  return (
    <fetcher.Form method="post" noValidate ref={problems.form} className="flex flex-col gap-3">
      <input type="hidden" name="intent" value="summary" />
      <TextArea {...problems.field('summary', summary)} label={t('summary.label')} hint={t('summary.hint')} rows={5} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="secondary" busy={fetcher.state !== 'idle'}>
          {t('summary.save')}
        </SubmitButton>
        <span role="status" className="text-sm text-positive">
          {saved ? t('summary.saved') : ''}
        </span>
      </div>
    </fetcher.Form>
  )
}
