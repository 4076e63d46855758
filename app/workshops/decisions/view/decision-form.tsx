import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { FormProblemsNotice, NotSentNotice, SubmitButton, useFormProblems } from '../../../accounts/view/form'
import type { ProjectOrganisation } from '../../../artefacts/view-props'
import { SelectField } from '../../../components/select-field'
import { TextArea, TextField } from '../../../components/text-field'
import { Notice } from '../../../components/notice'
import { useTranslate } from '../../../i18n/use-translate'
import type { DecisionAnswer } from '../decisions-page.server'
import { longestDecision } from '../decision'
import type { ShownDecision } from '../shown-decision.server'
import type { Source } from '../sources.server'

interface DecisionFormProps {
  workshopId: string
  organisations: readonly ProjectOrganisation[]
  begin: { intent: 'add'; source: Source | null } | { intent: 'change'; decision: ShownDecision }
  onDone(): void
}

/** A decision's words, who sees to it, and by when. */
export function DecisionForm({ workshopId, organisations, begin, onDone }: DecisionFormProps) {
  const t = useTranslate('decisions')
  const fetcher = useFetcher<DecisionAnswer>()
  const answer = fetcher.data
  const problems = useFormProblems(answer)
  const before = begin.intent === 'change' ? begin.decision : null
  const source = begin.intent === 'add' ? begin.source : null
  const done = fetcher.state === 'idle' && answer !== undefined && 'done' in answer
  useEffect(() => {
    if (done) onDone()
  }, [done, onDone])
  return (
    <fetcher.Form
      method="post"
      action={`/workshops/${workshopId}/decisions`}
      noValidate
      ref={problems.form}
      className="flex flex-col gap-4"
    >
      <input type="hidden" name="intent" value={begin.intent} />
      {before ? <input type="hidden" name="decision" value={before.id} /> : null}
      {source ? (
        <>
          <input type="hidden" name="sourceArtefact" value={source.artefactId} />
          <input type="hidden" name="source" value={source.itemId} />
          <SourceQuote words={source.words} dots={source.dots} />
        </>
      ) : null}
      <FormProblemsNotice shown={problems.hasProblems} />
      <NotSentNotice answer={fetcher.state === 'idle' ? answer : undefined} />
      {problems.errorOf('source') ? (
        <Notice tone="caution" role="alert">
          {t('source.gone')}
        </Notice>
      ) : null}
      <TextArea
        {...problems.field('text', before?.text ?? source?.name ?? '')}
        label={t('form.text')}
        hint={t('form.textHint')}
        maxLength={longestDecision}
        autoFocus
      />
      <SelectField
        {...problems.field('organisation', before?.owner?.organisationId ?? '')}
        label={t('form.organisation')}
        options={[
          { value: '', label: t('form.noOrganisation') },
          ...organisations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField {...problems.field('due', before?.due ?? '')} type="date" label={t('form.due')} className="max-w-60" />
      <SubmitButton busy={fetcher.state !== 'idle'} className="self-start">
        {t(begin.intent === 'add' ? 'form.add' : 'form.save')}
      </SubmitButton>
    </fetcher.Form>
  )
}

/** The words that a decision came from, as they were, with their dots. */
export function SourceQuote({ words, dots }: { words: string; dots: number | null }) {
  const t = useTranslate('decisions')
  return (
    <figure className="border-l-4 border-line-strong pl-4">
      <blockquote className="whitespace-pre-line">{words}</blockquote>
      {dots === null ? null : (
        <figcaption className="mt-1 text-sm font-semibold text-ink-soft">{t('dots', { count: dots })}</figcaption>
      )}
    </figure>
  )
}
