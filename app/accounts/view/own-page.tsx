import { useEffect } from 'react'
import { Form, useSearchParams } from 'react-router'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { SelectField } from '../../components/select-field'
import { TextField } from '../../components/text-field'
import { languageNames, languages, type Language } from '../../i18n/languages'
import { useTranslate } from '../../i18n/use-translate'
import type { FormProblems } from '../form-problem'
import { SubmitButton, useFormProblems, type FormAnswer } from './form'

type OwnAnswer = FormProblems | { done: 'password' }

interface OwnPageProps {
  name: string
  email: string
  language: Language
  answer: OwnAnswer | undefined
}

/** One's own account: what others see, the password, and a way out of everywhere. */
export function OwnPage({ name, email, language, answer }: OwnPageProps) {
  const t = useTranslate('accounts')
  const [search] = useSearchParams()
  return (
    <Page width="narrow">
      <title>{`${t('own.title')} – Tahto`}</title>
      <PageHeading title={t('own.title')}>{email}</PageHeading>
      <div className="flex flex-col gap-6">
        <Details name={name} language={language} answer={answer} saved={search.has('saved') && !answer} />
        <Password answer={answer} />
        <Everywhere />
      </div>
    </Page>
  )
}

function Details(props: { name: string; language: Language; answer: FormAnswer; saved: boolean }) {
  const t = useTranslate('accounts')
  const problems = useFormProblems(props.answer)
  const options = languages.map((one) => ({ value: one, label: languageNames[one] }))
  return (
    <Card>
      <h2 className="mb-4 text-xl font-bold">{t('own.details')}</h2>
      <Form method="post" noValidate ref={problems.form} className="flex flex-col gap-5">
        {props.saved ? (
          <Notice tone="positive" role="status">
            {t('own.saved')}
          </Notice>
        ) : null}
        <input type="hidden" name="intent" value="details" />
        <TextField
          {...problems.field('name', props.name)}
          label={t('name')}
          hint={t('nameHint')}
          autoComplete="name"
          required
        />
        <SelectField name="language" label={t('language')} options={options} defaultValue={props.language} />
        <SubmitButton className="self-start">{t('own.save')}</SubmitButton>
      </Form>
    </Card>
  )
}

function Password({ answer }: { answer: OwnAnswer | undefined }) {
  const t = useTranslate('accounts')
  const problems = useFormProblems(answer)
  const done = answer !== undefined && 'done' in answer
  const { form } = problems
  useEffect(() => {
    if (done) form.current?.reset()
  }, [done, answer, form])
  return (
    <Card>
      <h2 className="mb-1 text-xl font-bold">{t('own.password')}</h2>
      <p className="mb-4 text-ink-soft">{t('own.passwordHint')}</p>
      <Form method="post" noValidate ref={form} className="flex flex-col gap-5">
        {done ? (
          <Notice tone="positive" role="status">
            {t('own.passwordChanged')}
          </Notice>
        ) : null}
        <input type="hidden" name="intent" value="password" />
        <TextField
          label={t('currentPassword')}
          name="currentPassword"
          error={problems.errorOf('currentPassword')}
          type="password"
          autoComplete="current-password"
          required
        />
        <TextField
          label={t('newPassword')}
          name="newPassword"
          hint={t('newPasswordHint')}
          error={problems.errorOf('newPassword')}
          type="password"
          autoComplete="new-password"
          required
        />
        <SubmitButton variant="secondary" className="self-start">
          {t('own.changePassword')}
        </SubmitButton>
      </Form>
    </Card>
  )
}

function Everywhere() {
  const t = useTranslate('accounts')
  return (
    <Card>
      <h2 className="mb-1 text-xl font-bold">{t('own.everywhere')}</h2>
      <p className="mb-4 text-ink-soft">{t('own.everywhereHint')}</p>
      <Form method="post">
        <input type="hidden" name="intent" value="everywhere" />
        <SubmitButton variant="danger">{t('own.everywhereSubmit')}</SubmitButton>
      </Form>
    </Card>
  )
}
