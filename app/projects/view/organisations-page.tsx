import { Building2, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Form, useFetcher, useSubmit } from 'react-router'
import { FormProblemsNotice, SubmitButton, useFormProblems } from '../../accounts/view/form'
import type { FormProblems } from '../../accounts/form-problem'
import { organisationTypes, type OrganisationType } from '../../artefacts/organisation-types'
import { Card } from '../../components/card'
import { Checkbox } from '../../components/checkbox'
import { ConfirmDialog, Dialog } from '../../components/dialog'
import { EmptyState } from '../../components/empty-state'
import { IconButton } from '../../components/icon-button'
import { Notice } from '../../components/notice'
import { OrganisationBadge } from '../../components/organisation-badge'
import { Page, PageHeading } from '../../components/page-heading'
import { SelectField } from '../../components/select-field'
import { TextArea, TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import type { OrganisationInUse, OrganisationRow } from '../organisations.server'

type Answer =
  | FormProblems
  | { done: 'add'; count: number }
  | { done: 'change' }
  | { done: 'remove' }
  | { inUse: OrganisationInUse }

interface OrganisationsPageProps {
  projectId: string
  organisations: readonly OrganisationRow[]
  editable: boolean
  answer: Answer | undefined
}

export function OrganisationsPage({ projectId, organisations, editable, answer }: OrganisationsPageProps) {
  const t = useTranslate('projects')
  return (
    <Page>
      <title>{`${t('organisationsPage.title')} – Tahto`}</title>
      <PageHeading
        title={t('organisationsPage.title')}
        back={{ to: `/projects/${projectId}`, label: t('page.back') }}
      >
        {t('organisationsPage.intro')}
      </PageHeading>
      <RemovalNotice answer={answer} />
      <div className="grid items-start gap-6 lg:grid-cols-[1.5fr_1fr]">
        {organisations.length === 0 ? (
          <EmptyState icon={Building2} title={t('organisationsPage.emptyTitle')}>
            {t('organisationsPage.empty')}
          </EmptyState>
        ) : (
          <ByType organisations={organisations} editable={editable} />
        )}
        {editable ? <AddForm answer={answer} /> : null}
      </div>
    </Page>
  )
}

function ByType({ organisations, editable }: Pick<OrganisationsPageProps, 'organisations' | 'editable'>) {
  const t = useTranslate('projects')
  const present = organisationTypes.filter((type) => organisations.some((one) => one.type === type))
  return (
    <Card className="flex flex-col gap-6">
      {present.map((type) => (
        <section key={type}>
          <h2 className="mb-1 font-bold">{t(`organisationTypes.${type}`)}</h2>
          <ul className="divide-y divide-line">
            {organisations
              .filter((one) => one.type === type)
              .map((organisation) => (
                <OrganisationItem key={organisation.id} organisation={organisation} editable={editable} />
              ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}

function OrganisationItem({ organisation, editable }: { organisation: OrganisationRow; editable: boolean }) {
  const t = useTranslate('projects')
  const { name, type, lead } = organisation
  return (
    <li className="py-1">
      <div className="flex min-h-11 flex-wrap items-center gap-x-3">
        <div className="min-w-0 flex-1">
          <OrganisationBadge type={type} name={name} />
          {lead ? <span className="ml-3 text-sm text-ink-soft">{t('organisationsPage.isLead')}</span> : null}
        </div>
        {editable ? <EditAndRemove organisation={organisation} /> : null}
      </div>
    </li>
  )
}

function EditAndRemove({ organisation }: { organisation: OrganisationRow }) {
  const t = useTranslate('projects')
  const submit = useSubmit()
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null)
  const { id, name } = organisation
  return (
    <>
      <IconButton
        icon={Pencil}
        label={t('organisationsPage.edit', { name })}
        onPress={() => setOpen('edit')}
      />
      <IconButton
        icon={Trash2}
        label={t('organisationsPage.remove', { name })}
        onPress={() => setOpen('remove')}
      />
      <Dialog
        title={t('organisationsPage.editTitle')}
        isOpen={open === 'edit'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'edit' : null)}
      >
        <EditForm organisation={organisation} onSaved={() => setOpen(null)} />
      </Dialog>
      <ConfirmDialog
        title={t('organisationsPage.removeTitle', { name })}
        confirmLabel={t('organisationsPage.removeConfirm')}
        danger
        isOpen={open === 'remove'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'remove' : null)}
        onConfirm={() => void submit({ intent: 'remove', id }, { method: 'post' })}
      >
        {t('organisationsPage.removeText')}
      </ConfirmDialog>
    </>
  )
}

function RemovalNotice({ answer }: { answer: Answer | undefined }) {
  const t = useTranslate('projects')
  if (!answer) return null
  const inUse = 'inUse' in answer ? answer.inUse : null
  const removed = 'done' in answer && answer.done === 'remove'
  if (!inUse && !removed) return null
  return (
    <div className="mb-6">
      {inUse ? (
        <InUse inUse={inUse} />
      ) : (
        <Notice tone="positive" role="status">
          {t('organisationsPage.removed')}
        </Notice>
      )}
    </div>
  )
}

/** Why an organisation stays, and what to do about it. */
function InUse({ inUse }: { inUse: OrganisationInUse }) {
  const t = useTranslate('projects')
  const reasons = [
    inUse.members > 0 ? t('organisationsPage.inUseMembers', { count: inUse.members }) : '',
    inUse.openInvitations > 0
      ? t('organisationsPage.inUseInvitations', { count: inUse.openInvitations })
      : '',
    inUse.seats > 0 ? t('organisationsPage.inUseSeats', { count: inUse.seats }) : '',
    inUse.positions > 0 ? t('organisationsPage.inUsePositions', { count: inUse.positions }) : '',
    inUse.decisions > 0 ? t('organisationsPage.inUseDecisions', { count: inUse.decisions }) : '',
  ].filter(Boolean)
  const canBeMoved = inUse.members + inUse.openInvitations + inUse.seats > 0
  return (
    <Notice tone="caution" role="alert" title={t('organisationsPage.inUse', { name: inUse.name })}>
      <ul className="list-disc pl-5">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {canBeMoved ? <p className="mt-2">{t('organisationsPage.inUseHint')}</p> : null}
      {inUse.positions > 0 ? <p className="mt-2">{t('organisationsPage.inUsePositionsHint')}</p> : null}
      {inUse.decisions > 0 ? <p className="mt-2">{t('organisationsPage.inUseDecisionsHint')}</p> : null}
    </Notice>
  )
}

function useTypeOptions(): { value: OrganisationType; label: string }[] {
  const t = useTranslate('components')
  return organisationTypes.map((type) => ({ value: type, label: t(`organisationType.${type}`) }))
}

function EditForm({ organisation, onSaved }: { organisation: OrganisationRow; onSaved(): void }) {
  const t = useTranslate('projects')
  const fetcher = useFetcher<Answer>()
  const problems = useFormProblems(fetcher.data)
  const saved = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data
  useEffect(() => {
    if (saved) onSaved()
  }, [saved, onSaved])
  return (
    <fetcher.Form method="post" noValidate ref={problems.form} className="flex flex-col gap-5">
      <input type="hidden" name="intent" value="change" />
      <input type="hidden" name="id" value={organisation.id} />
      <TextField
        {...problems.field('name', organisation.name)}
        label={t('organisationsPage.name')}
        required
      />
      <SelectField
        {...problems.field('type', organisation.type)}
        label={t('organisationsPage.type')}
        options={useTypeOptions()}
      />
      <Checkbox name="lead" label={t('organisationsPage.lead')} defaultChecked={organisation.lead} />
      <SubmitButton busy={fetcher.state !== 'idle'} className="self-start">
        {t('organisationsPage.save')}
      </SubmitButton>
    </fetcher.Form>
  )
}

function AddForm({ answer }: { answer: Answer | undefined }) {
  const t = useTranslate('projects')
  const problems = useFormProblems(answer)
  const added = answer && 'done' in answer && answer.done === 'add' ? answer.count : null
  const { form } = problems
  useEffect(() => {
    if (answer && 'done' in answer) form.current?.reset()
  }, [answer, form])
  return (
    <Card>
      <h2 className="mb-4 text-xl font-bold">{t('organisationsPage.add')}</h2>
      <Form method="post" noValidate ref={form} className="flex flex-col gap-5">
        <FormProblemsNotice shown={problems.hasProblems} />
        {added === null ? null : (
          <Notice tone="positive" role="status">
            {added > 0 ? t('organisationsPage.added', { count: added }) : t('organisationsPage.addedNone')}
          </Notice>
        )}
        <input type="hidden" name="intent" value="add" />
        <SelectField
          {...problems.field('type', 'municipality')}
          label={t('organisationsPage.type')}
          options={useTypeOptions()}
        />
        <TextArea
          {...problems.field('names')}
          label={t('organisationsPage.names')}
          hint={t('organisationsPage.namesHint')}
          className="[&_textarea]:min-h-28"
          required
        />
        <SubmitButton className="self-start">{t('organisationsPage.addSubmit')}</SubmitButton>
      </Form>
    </Card>
  )
}
