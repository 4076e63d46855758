import { Form, Link } from 'react-router'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import type { FormProblems } from '../form-problem'
import type { SignInOutcome } from '../sign-in.server'
import { SubmitButton, useFormProblems } from './form'

type Refused = Exclude<SignInOutcome, { outcome: 'signed-in' }>

interface SignInPageProps {
  /** Where one was going; empty for nowhere in particular. */
  next: string
  answer: (FormProblems & { refused?: Refused }) | undefined
}

export function SignInPage({ next, answer }: SignInPageProps) {
  const t = useTranslate('accounts')
  const problems = useFormProblems(answer)
  return (
    <Page width="narrow">
      <title>{`${t('signIn.title')} – Tahto`}</title>
      <PageHeading title={t('signIn.title')} />
      <Card>
        <Form method="post" noValidate ref={problems.form} className="flex flex-col gap-5">
          <RefusedNotice refused={answer?.refused} />
          <input type="hidden" name="next" value={next} />
          <TextField
            {...problems.field('email')}
            label={t('email')}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            required
          />
          <TextField
            label={t('password')}
            name="password"
            error={problems.errorOf('password')}
            type="password"
            autoComplete="current-password"
            required
          />
          <SubmitButton className="self-start">{t('signIn.submit')}</SubmitButton>
        </Form>
      </Card>
      <div className="mt-8 flex flex-col gap-2 text-ink-soft">
        <p>{t('signIn.noAccount')}</p>
        <p>
          {t('signIn.guest')}{' '}
          <Link to="/join" className="underline">
            {t('signIn.joinWithCode')}
          </Link>
        </p>
      </div>
    </Page>
  )
}

function RefusedNotice({ refused }: { refused: Refused | undefined }) {
  const t = useTranslate('accounts')
  if (!refused) return null
  return (
    <Notice tone="danger" role="alert">
      {refused.outcome === 'wrong' ? t('signIn.wrong') : t('signIn.wait', { count: refused.seconds })}
    </Notice>
  )
}
