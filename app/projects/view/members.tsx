import { Pencil, Stamp, UserMinus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFetcher, useSubmit } from 'react-router'
import { SubmitButton, useFormProblems } from '../../accounts/view/form'
import { projectRoles } from '../../accounts/permissions'
import type { ProjectOrganisation } from '../../artefacts/view-props'
import { Card } from '../../components/card'
import { ConfirmDialog, Dialog } from '../../components/dialog'
import { IconButton } from '../../components/icon-button'
import { Notice } from '../../components/notice'
import { OrganisationBadge } from '../../components/organisation-badge'
import { useTranslate } from '../../i18n/use-translate'
import type { MemberRow } from '../people.server'
import type { PeopleAnswer } from './people-page'
import { MandateSwitch } from './mandate-switch'
import { RoleAndOrganisation } from './role-choice'

interface MembersProps {
  members: readonly MemberRow[]
  organisations: readonly ProjectOrganisation[]
  ownUserId: string
  mayManage: boolean
  mayGiveMandate: boolean
}

export function Members({ members, organisations, ownUserId, mayManage, mayGiveMandate }: MembersProps) {
  const t = useTranslate('projects')
  const accounts = useTranslate('accounts')
  return (
    <Card>
      <h2 className="mb-2 text-xl font-bold">{t('peoplePage.members')}</h2>
      <ul className="divide-y divide-line">
        {members.map((member) => {
          const organisation = organisations.find(({ id }) => id === member.organisationId)
          return (
            <li key={member.membershipId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-semibold">
                  {member.name}
                  {member.userId === ownUserId ? (
                    <span className="font-normal text-ink-soft"> ({t('peoplePage.you')})</span>
                  ) : null}
                </p>
                <p className="text-sm text-ink-soft">{accounts(`role.${member.role}`)}</p>
                {member.mandate ? (
                  <p className="flex items-center gap-1.5 text-sm text-ink-soft">
                    <Stamp aria-hidden className="size-4 shrink-0" />
                    {t('peoplePage.mandate.has')}
                  </p>
                ) : organisation && member.role !== 'viewer' ? (
                  <p className="text-sm text-ink-soft">{t('peoplePage.mandate.none')}</p>
                ) : null}
                {member.email ? <p className="text-sm break-words text-ink-soft">{member.email}</p> : null}
              </div>
              {organisation ? <OrganisationBadge type={organisation.type} name={organisation.name} /> : null}
              {mayGiveMandate && organisation && member.role !== 'viewer' ? (
                <MandateSwitch member={member} organisation={organisation.name} />
              ) : null}
              {mayManage ? <MemberActions member={member} organisations={organisations} /> : null}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function MemberActions({
  member,
  organisations,
}: {
  member: MemberRow
  organisations: readonly ProjectOrganisation[]
}) {
  const t = useTranslate('projects')
  const submit = useSubmit()
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null)
  const { name, membershipId: id } = member
  return (
    <>
      <div className="flex">
        <IconButton icon={Pencil} label={t('peoplePage.change', { name })} onPress={() => setOpen('edit')} />
        <IconButton
          icon={UserMinus}
          label={`${t('peoplePage.remove')}: ${name}`}
          onPress={() => setOpen('remove')}
        />
      </div>
      <Dialog
        title={`${t('peoplePage.changeTitle')}: ${name}`}
        isOpen={open === 'edit'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'edit' : null)}
      >
        <ChangeForm member={member} organisations={organisations} onSaved={() => setOpen(null)} />
      </Dialog>
      <ConfirmDialog
        title={t('peoplePage.removeTitle', { name })}
        confirmLabel={t('peoplePage.removeConfirm')}
        danger
        isOpen={open === 'remove'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'remove' : null)}
        onConfirm={() => void submit({ intent: 'remove', id }, { method: 'post' })}
      >
        {t('peoplePage.removeText')}
      </ConfirmDialog>
    </>
  )
}

export function LastOwner() {
  const t = useTranslate('projects')
  return (
    <Notice tone="caution" role="alert">
      {t('peoplePage.lastOwner')}
    </Notice>
  )
}

interface ChangeFormProps {
  member: MemberRow
  organisations: readonly ProjectOrganisation[]
  onSaved(): void
}

function ChangeForm({ member, organisations, onSaved }: ChangeFormProps) {
  const t = useTranslate('projects')
  const fetcher = useFetcher<PeopleAnswer>()
  const problems = useFormProblems(fetcher.data)
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined
  const saved = answer !== undefined && 'done' in answer
  useEffect(() => {
    if (saved) onSaved()
  }, [saved, onSaved])
  return (
    <fetcher.Form method="post" noValidate ref={problems.form} className="flex flex-col gap-5">
      {answer && 'lastOwner' in answer ? <LastOwner /> : null}
      <input type="hidden" name="intent" value="change" />
      <input type="hidden" name="id" value={member.membershipId} />
      <RoleAndOrganisation
        roles={projectRoles}
        organisations={organisations}
        problems={problems}
        begins={member}
      />
      <SubmitButton busy={fetcher.state !== 'idle'} className="self-start">
        {t('peoplePage.save')}
      </SubmitButton>
    </fetcher.Form>
  )
}
