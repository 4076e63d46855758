import { FileUp } from 'lucide-react'
import { Form, Link, useSearchParams } from 'react-router'
import { FormProblemsNotice, SubmitButton, useFormProblems, type FormAnswer } from '../../accounts/view/form'
import { Card } from '../../components/card'
import { Page, PageHeading } from '../../components/page-heading'
import { TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import type { KindChoice } from '../new-artefact.server'
import { TemplatePicker } from './template-picker'

interface NewArtefactPageProps {
  projectId: string
  kinds: readonly KindChoice[]
  answer: FormAnswer
}

export function NewArtefactPage({ projectId, kinds, answer }: NewArtefactPageProps) {
  const t = useTranslate('projects')
  const imports = useTranslate('imports')
  const problems = useFormProblems(answer)
  const [search] = useSearchParams()
  const wanted = kinds.find(({ kind }) => kind === search.get('kind')) ?? kinds[0]
  const begins = wanted?.templates[0] ? `${wanted.kind}/${wanted.templates[0].id}` : ''
  return (
    <Page>
      <title>{`${t('newArtefact.title')} – Tahto`}</title>
      <PageHeading
        title={t('newArtefact.title')}
        back={{ to: `/projects/${projectId}`, label: t('page.back') }}
      >
        {t('newArtefact.intro')}
      </PageHeading>
      <p className="mb-6 max-w-prose">
        <Link to={`/projects/${projectId}/artefacts/import`} className="inline-flex min-h-11 items-center gap-2 font-semibold">
          <FileUp aria-hidden className="size-5" />
          {imports('page.link')}
        </Link>
        <span className="block text-ink-soft">{imports('page.linkHint')}</span>
      </p>
      <Form method="post" noValidate ref={problems.form} className="flex max-w-4xl flex-col gap-6">
        <FormProblemsNotice shown={problems.hasProblems} />
        <Card>
          <TemplatePicker
            kinds={kinds}
            legend={t('newArtefact.choose')}
            chosen={problems.valueOf('template', begins)}
            error={problems.errorOf('template')}
          />
        </Card>
        <Card>
          <TextField
            {...problems.field('title')}
            label={t('newArtefact.name')}
            hint={t('newArtefact.nameHint')}
            maxLength={200}
          />
        </Card>
        <SubmitButton size="large" className="self-start">
          {t('newArtefact.submit')}
        </SubmitButton>
      </Form>
    </Page>
  )
}
