import { Send } from 'lucide-react'
import { Form, Link, useSearchParams } from 'react-router'
import { FormProblemsNotice, SubmitButton, useFormProblems, type FormAnswer } from '../../accounts/view/form'
import { ButtonLink } from '../../components/button'
import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { SelectField } from '../../components/select-field'
import { TextArea, TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import { longestCirculationWords } from '../limits'
import type { ProposePageData } from '../propose-page.server'
import { ChosenParties } from './chosen-parties'
import { ReachedNotice } from './reached-notice'
import { RefusalNotice } from './refusal-notice'

/** Which version is put to whom, and by when they are asked to decide. */
export function ProposePage({ data, answer }: { data: ProposePageData; answer: FormAnswer }) {
  const t = useTranslate('approvals')
  const { artefact, versions, isUnderway } = data
  const base = `/artefacts/${artefact.id}`
  return (
    <Page width="narrow">
      <title>{`${t('propose.title')} – ${artefact.title}`}</title>
      <PageHeading title={t('propose.title')} back={{ to: `${base}/approvals`, label: t('titleOf', { title: artefact.title }) }}>
        {t('propose.intro')}
      </PageHeading>
      {isUnderway ? (
        <Notice tone="info">
          <p>{t('refused.underway')}</p>
          <Link to={`${base}/approvals`} className="inline-flex min-h-9 items-center">
            {t('propose.seeUnderway')}
          </Link>
        </Notice>
      ) : versions.length === 0 ? (
        <EmptyState icon={Send} title={t('empty.title')} action={<ButtonLink to={`${base}/versions`}>{t('empty.versions')}</ButtonLink>}>
          {t('empty.takeVersionFirst')}
        </EmptyState>
      ) : (
        <ProposeForm data={data} answer={answer} />
      )}
    </Page>
  )
}

function ProposeForm({ data, answer }: { data: ProposePageData; answer: FormAnswer }) {
  const t = useTranslate('approvals')
  const problems = useFormProblems(answer)
  const { versions, chosen, openSuggestions, today } = data
  const [, setSearch] = useSearchParams()
  return (
    <Card>
      <Form method="post" noValidate ref={problems.form} className="flex flex-col gap-6">
        <FormProblemsNotice shown={problems.hasProblems} />
        <RefusalNotice answer={answer} />
        <SelectField
          name="version"
          label={t('propose.version')}
          value={String(chosen ?? '')}
          // Whether it can be proposed is asked of each version anew.
          onChange={(event) => setSearch({ version: event.currentTarget.value }, { replace: true, preventScrollReset: true })}
          options={versions.map(({ number, name }) => ({ value: String(number), label: t('versionName', { number, name }) }))}
        />
        {openSuggestions > 0 ? (
          <Notice tone="caution" role="status" title={t('propose.suggestionsOpen', { count: openSuggestions })}>
            {t('refused.suggestions-open')}
          </Notice>
        ) : null}
        <TextField {...problems.field('due')} type="date" min={today} label={t('propose.due')} hint={t('propose.dueHint')} required />
        <TextArea
          {...problems.field('words')}
          label={t('propose.words')}
          hint={t('propose.wordsHint')}
          maxLength={longestCirculationWords}
          rows={4}
        />
        <ChosenParties organisations={data.organisations} error={problems.errorOf('parties')} />
        {data.reached ? <ReachedNotice address={`/artefacts/${data.artefact.id}/positions`} reached={data.reached} /> : null}
        <SubmitButton className="self-start">{t('propose.confirm')}</SubmitButton>
      </Form>
    </Card>
  )
}
