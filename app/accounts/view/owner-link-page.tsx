import { Form } from 'react-router'
import { ButtonLink } from '../../components/button'
import { Card } from '../../components/card'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import { FormProblemsNotice, SubmitButton, useFormProblems, type FormAnswer } from './form'
import { NewAccountFields } from './new-account-fields'

/** The first page of a new installation: whoever has the printed link becomes its owner. */
export function OwnerLinkPage({ holds, answer }: { holds: boolean; answer: FormAnswer }) {
  const t = useTranslate('accounts')
  const problems = useFormProblems(answer)
  if (!holds) {
    return (
      <Page width="narrow">
        <title>{`${t('start.spentTitle')} – Tahto`}</title>
        <PageHeading title={t('start.spentTitle')}>{t('start.spent')}</PageHeading>
        <ButtonLink to="/sign-in" variant="primary">
          {t('signIn.submit')}
        </ButtonLink>
      </Page>
    )
  }
  return (
    <Page width="narrow">
      <title>{`${t('start.title')} – Tahto`}</title>
      <PageHeading title={t('start.title')}>{t('start.intro')}</PageHeading>
      <Card>
        <Form method="post" noValidate ref={problems.form} className="flex flex-col gap-5">
          <FormProblemsNotice shown={problems.hasProblems} />
          <NewAccountFields problems={problems} />
          <SubmitButton className="self-start">{t('start.submit')}</SubmitButton>
        </Form>
      </Card>
    </Page>
  )
}
