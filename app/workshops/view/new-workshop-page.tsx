import { Form } from 'react-router'
import { FormProblemsNotice, SubmitButton, useFormProblems, type FormAnswer } from '../../accounts/view/form'
import { Card } from '../../components/card'
import { ChoiceCard } from '../../components/choice-card'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import { PlanFields } from './plan-fields'

interface NewWorkshopPageProps {
  projectId: string
  choices: { id: string; title: string }[]
  templates: readonly { id: string; name: string; description: string }[]
  /** The day offered at first, as a date field holds it. */
  date: string
  answer: FormAnswer
}

export function NewWorkshopPage({ projectId, choices, templates, date, answer }: NewWorkshopPageProps) {
  const t = useTranslate('workshops')
  const projects = useTranslate('projects')
  const agenda = useTranslate('agenda')
  const problems = useFormProblems(answer)
  const chosen = problems.valueOf('template')
  const onlyChoice = choices.length === 1 ? choices.map(({ id }) => id) : []
  return (
    <Page width="narrow">
      <title>{`${t('form.newTitle')} – Tahto`}</title>
      <PageHeading
        title={t('form.newTitle')}
        back={{ to: `/projects/${projectId}`, label: projects('page.back') }}
      >
        {t('form.newIntro')}
      </PageHeading>
      <Card>
        <Form method="post" noValidate ref={problems.form} className="flex flex-col gap-5">
          <FormProblemsNotice shown={problems.hasProblems} />
          <PlanFields
            problems={problems}
            choices={choices}
            begins={{
              title: '',
              purpose: '',
              date,
              startClock: '09:00',
              endClock: '15:00',
              artefactIds: onlyChoice,
            }}
          />
          <fieldset>
            <legend className="mb-1 font-semibold">{agenda('template.choose')}</legend>
            <p className="mb-2 text-sm text-ink-soft">{agenda('template.chooseHint')}</p>
            <div className="flex flex-col gap-2">
              <ChoiceCard
                group="template"
                value=""
                chosen={chosen}
                name={agenda('template.none')}
                description={agenda('template.noneHint')}
              />
              {templates.map(({ id, name, description }) => (
                <ChoiceCard key={id} group="template" value={id} chosen={chosen} name={name} description={description} />
              ))}
            </div>
          </fieldset>
          <SubmitButton className="self-start">{t('form.create')}</SubmitButton>
        </Form>
      </Card>
    </Page>
  )
}
