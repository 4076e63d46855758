import { useEffect, useRef } from 'react'
import { useFetcher } from 'react-router'
import { FormProblemsNotice, NotSentNotice, SubmitButton, useFormProblems } from '../../../accounts/view/form'
import { Checkbox } from '../../../components/checkbox'
import { Notice } from '../../../components/notice'
import { TextArea } from '../../../components/text-field'
import { useTranslate } from '../../../i18n/use-translate'
import type { FeedbackAnswer } from '../feedback-page.server'
import { feedbackQuestions, longestFeedback, type OwnFeedback } from '../questions'
import { ScaleField } from './scale-field'
import { useBegunFeedback } from './use-begun-feedback'

interface FeedbackFormProps {
  workshopId: string
  own: OwnFeedback
  /** What a post without JavaScript answered. */
  answer?: FeedbackAnswer | undefined
}

/** Three questions and a word. Stands on a page of its own and on the participant's page. */
export function FeedbackForm({ workshopId, own, answer }: FeedbackFormProps) {
  const t = useTranslate('feedback')
  const fetcher = useFetcher<FeedbackAnswer>()
  const answered = fetcher.data ?? answer
  const problems = useFormProblems(answered)
  const idle = fetcher.state === 'idle'
  const { begun, onInput } = useBegunFeedback(workshopId, own, idle && answered !== undefined && 'kept' in answered)
  const outcome = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Below the button it would come to stand behind the workshop's bar.
    if (idle && fetcher.data) outcome.current?.scrollIntoView({ block: 'nearest' })
  }, [idle, fetcher.data])
  if (own.time !== 'open') return <Notice>{t(`time.${own.time}`)}</Notice>
  return (
    <fetcher.Form
      method="post"
      action={`/workshops/${workshopId}/feedback`}
      noValidate
      ref={problems.form}
      onInput={onInput}
      className="flex flex-col gap-7"
    >
      <FormProblemsNotice shown={problems.hasProblems} />
      <p className="text-ink-soft">{t('privacy')}</p>
      {feedbackQuestions.map((question) => (
        <ScaleField
          key={question}
          name={question}
          label={t(`question.${question}`)}
          defaultValue={problems.valueOf(question, begun[question])}
          low={t('scale.low')}
          high={t('scale.high')}
          none={t('scale.none')}
          error={problems.errorOf(question)}
        />
      ))}
      <TextArea
        {...problems.field('words', begun.words)}
        label={t('words')}
        hint={t('wordsHint', { count: longestFeedback })}
        maxLength={longestFeedback}
      />
      <Checkbox
        name="mayBeNamed"
        defaultChecked={begun.mayBeNamed}
        label={t('mayBeNamed')}
        hint={t('mayBeNamedHint')}
      />
      <div className="flex flex-col gap-3">
        <SubmitButton size="large" busy={!idle} className="w-full sm:w-fit">
          {own.given ? t('change') : t('send')}
        </SubmitButton>
        <div role="status" ref={outcome} className="scroll-mb-[calc(var(--bar-height,0px)+1rem)]">
          {idle ? <Outcome answer={answered} /> : null}
        </div>
      </div>
    </fetcher.Form>
  )
}

function Outcome({ answer }: { answer: FeedbackAnswer | undefined }) {
  const t = useTranslate('feedback')
  if (!answer || 'problems' in answer) return null
  if ('notSent' in answer) return <NotSentNotice answer={answer} />
  if ('refused' in answer) return <Notice tone="caution">{t(`time.${answer.refused}`)}</Notice>
  if ('empty' in answer) return <Notice tone="caution">{t('empty')}</Notice>
  return <Notice tone="positive">{t('kept')}</Notice>
}
