import { Form } from 'react-router'
import { FormProblemsNotice, SubmitButton, useFormProblems, type FormAnswer } from '../../accounts/view/form'
import { organisationTypes } from '../../artefacts/organisation-types'
import { Card } from '../../components/card'
import { OrganisationShape } from '../../components/organisation-badge'
import { Page, PageHeading } from '../../components/page-heading'
import { TextArea, TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import type { KindChoice } from '../new-artefact.server'
import { typeInk } from './organisation-ink'
import { TemplatePicker } from './template-picker'

/** One page from nothing to a project with its organisations and a first artefact. */
export function NewProjectPage({ kinds, answer }: { kinds: readonly KindChoice[]; answer: FormAnswer }) {
  const t = useTranslate('projects')
  const list = useTranslate('projects')
  const problems = useFormProblems(answer)
  const first = kinds[0]
  const begins = first?.templates[0] ? `${first.kind}/${first.templates[0].id}` : ''
  return (
    <Page>
      <title>{`${t('new.title')} – Tahto`}</title>
      <PageHeading title={t('new.title')} back={{ to: '/', label: list('list.title') }}>
        {t('new.intro')}
      </PageHeading>
      <Form method="post" noValidate ref={problems.form} className="flex max-w-4xl flex-col gap-6">
        <FormProblemsNotice shown={problems.hasProblems} />
        <Card className="flex flex-col gap-5">
          <h2 className="text-xl font-bold">{t('new.basics')}</h2>
          <TextField {...problems.field('name')} label={t('new.name')} maxLength={160} autoFocus required />
          <TextArea
            {...problems.field('purpose')}
            label={t('new.purpose')}
            hint={t('new.purposeHint')}
            rows={2}
          />
        </Card>
        <Card>
          <h2 className="text-xl font-bold">{t('new.organisations')}</h2>
          <p className="mb-4 text-ink-soft">{t('new.organisationsHint')}</p>
          <div className="grid gap-5 sm:grid-cols-2">
            {organisationTypes.map((type) => (
              <div key={type} className="relative">
                <OrganisationShape type={type} className={`absolute top-1 right-0 size-4 ${typeInk[type]}`} />
                <TextArea
                  {...problems.field(type)}
                  label={t(`organisationTypes.${type}`)}
                  className="[&_textarea]:min-h-24"
                />
              </div>
            ))}
          </div>
        </Card>
        <Card>
          <TemplatePicker
            kinds={kinds}
            legend={t('new.first')}
            hint={t('new.firstHint')}
            chosen={problems.valueOf('template', begins)}
            error={problems.errorOf('template')}
            withNone
          />
        </Card>
        <SubmitButton size="large" className="self-start">
          {t('new.submit')}
        </SubmitButton>
      </Form>
    </Page>
  )
}
