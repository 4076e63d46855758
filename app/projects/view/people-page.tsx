import { Form } from 'react-router'
import { useEffect } from 'react'
import { FormProblemsNotice, SubmitButton, useFormProblems } from '../../accounts/view/form'
import type { FormProblems } from '../../accounts/form-problem'
import type { ProjectRole } from '../../accounts/permissions'
import type { ProjectOrganisation } from '../../artefacts/view-props'
import { Card } from '../../components/card'
import { Checkbox } from '../../components/checkbox'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import type { InvitationRow, MemberRow } from '../people.server'
import { Invitations } from './invitations'
import { LastOwner, Members } from './members'
import { RoleAndOrganisation } from './role-choice'

export type PeopleAnswer =
  | FormProblems
  | { done: 'invite'; id: string }
  | { done: 'revoke' | 'change' | 'remove' | 'mandate' }
  | { lastOwner: true }
  /** The mandate is for somebody of an organisation, who does more than read. */
  | { unfit: true }

export type ShownInvitation = Omit<InvitationRow, 'expiresAt'> & { expires: string }

interface PeoplePageProps {
  projectId: string
  ownUserId: string
  members: readonly MemberRow[]
  organisations: readonly ProjectOrganisation[]
  invitations: readonly ShownInvitation[]
  /** The roles that whoever looks may invite to; none for most. */
  roles: readonly ProjectRole[]
  mayManage: boolean
  answer: PeopleAnswer | undefined
}

export function PeoplePage(props: PeoplePageProps) {
  const { projectId, members, organisations, invitations, roles, mayManage, ownUserId, answer } = props
  const t = useTranslate('projects')
  return (
    <Page>
      <title>{`${t('peoplePage.title')} – Tahto`}</title>
      <PageHeading
        title={t('peoplePage.title')}
        back={{ to: `/projects/${projectId}`, label: t('page.back') }}
      >
        {t('peoplePage.intro')}
      </PageHeading>
      <OutcomeNotice answer={answer} />
      <div className="grid items-start gap-6 lg:grid-cols-[1.3fr_1fr]">
        <Members
          members={members}
          organisations={organisations}
          ownUserId={ownUserId}
          mayManage={mayManage}
          mayGiveMandate={roles.length > 0}
        />
        {roles.length > 0 ? (
          <div className="flex min-w-0 flex-col gap-6">
            <InviteForm roles={roles} organisations={organisations} answer={answer} />
            <Invitations invitations={invitations} newId={answer && 'id' in answer ? answer.id : null} />
          </div>
        ) : null}
      </div>
    </Page>
  )
}

/** What became of taking somebody out, or an invitation back: the row itself is gone by then. */
function OutcomeNotice({ answer }: { answer: PeopleAnswer | undefined }) {
  const t = useTranslate('projects')
  if (!answer) return null
  if ('lastOwner' in answer) {
    return (
      <div className="mb-6">
        <LastOwner />
      </div>
    )
  }
  if ('unfit' in answer) {
    return (
      <div className="mb-6">
        <Notice tone="caution" role="alert">
          {t('peoplePage.mandate.unfit')}
        </Notice>
      </div>
    )
  }
  if (!('done' in answer) || (answer.done !== 'remove' && answer.done !== 'revoke')) return null
  return (
    <div className="mb-6">
      <Notice tone="positive" role="status">
        {answer.done === 'remove' ? t('peoplePage.removed') : t('peoplePage.revoked')}
      </Notice>
    </div>
  )
}

function InviteForm({
  roles,
  organisations,
  answer,
}: Pick<PeoplePageProps, 'roles' | 'organisations' | 'answer'>) {
  const t = useTranslate('projects')
  const problems = useFormProblems(answer)
  const { form } = problems
  useEffect(() => {
    if (answer && 'done' in answer) form.current?.reset()
  }, [answer, form])
  return (
    <Card>
      <h2 className="mb-1 text-xl font-bold">{t('peoplePage.invite')}</h2>
      <p className="mb-4 text-ink-soft">{t('peoplePage.inviteHint')}</p>
      <Form method="post" noValidate ref={form} className="flex flex-col gap-5">
        <FormProblemsNotice shown={problems.hasProblems} />
        <input type="hidden" name="intent" value="invite" />
        <RoleAndOrganisation
          roles={roles}
          organisations={organisations}
          problems={problems}
          begins={{ role: 'member', organisationId: null }}
        />
        <p className="text-sm text-ink-soft">{t('peoplePage.suggestHint')}</p>
        <Checkbox
          name="mandate"
          value="given"
          label={t('peoplePage.mandate.invite')}
          hint={t('peoplePage.mandate.inviteHint')}
          error={problems.errorOf('mandate') && t('peoplePage.mandate.inviteUnfit')}
        />
        <TextField {...problems.field('note')} label={t('peoplePage.note')} hint={t('peoplePage.noteHint')} />
        <SubmitButton className="self-start">{t('peoplePage.createLink')}</SubmitButton>
      </Form>
    </Card>
  )
}
