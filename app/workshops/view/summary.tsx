import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useFetcher } from 'react-router'
import { SubmitButton, useFormProblems } from '../../accounts/view/form'
import { Button } from '../../components/button'
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
  const [writing, setWriting] = useState(false)
  const form = editable && (writing || summary === '')
  return (
    <Card>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl font-bold">{t('summary.title')}</h2>
        {editable && !form ? (
          <Button size="small" onPress={() => setWriting(true)}>
            <Pencil aria-hidden className="size-4" />
            {t('summary.edit')}
          </Button>
        ) : null}
      </div>
      {form ? (
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
  const saved =
    fetcher.state === 'idle' && answered !== undefined && 'done' in answered && answered.done === 'summary'
  return (
    <fetcher.Form method="post" noValidate ref={problems.form} className="flex flex-col gap-3">
      <input type="hidden" name="intent" value="summary" />
      <TextArea
        {...problems.field('summary', summary)}
        label={t('summary.label')}
        hint={t('summary.hint')}
        className="[&_textarea]:min-h-32"
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="secondary" busy={fetcher.state !== 'idle'}>
          {t('summary.save')}
        </SubmitButton>
        <span role="status" className="text-sm font-semibold text-positive">
          {saved ? t('summary.saved') : ''}
        </span>
      </div>
    </fetcher.Form>
  )
}
