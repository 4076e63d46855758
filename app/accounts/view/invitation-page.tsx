import { Form } from 'react-router'
import { ButtonLink } from '../../components/button'
import { Card } from '../../components/card'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import type { ProjectRole } from '../permissions'
import { FormProblemsNotice, SubmitButton, useFormProblems, type FormAnswer } from './form'
import { NewAccountFields } from './new-account-fields'

interface OpenInvitationView {
  state: 'open'
  projectId: string
  projectName: string
  role: ProjectRole
  organisationName: string | null
  /** They are to record what the organisation decides. */
  mandate: boolean
  invitedBy: string
  /** The name of whoever is signed in; null for a stranger. */
  signedInAs: string | null
  alreadyMember: boolean
}

interface InvitationPageProps {
  invitation: OpenInvitationView | { state: 'gone' }
  answer: FormAnswer
  ownPath: string
}

export function InvitationPage({ invitation, answer, ownPath }: InvitationPageProps) {
  const t = useTranslate('accounts')
  if (invitation.state === 'gone') {
    return (
      <Page width="narrow">
        <title>{`${t('invitation.goneTitle')} – Tahto`}</title>
        <PageHeading title={t('invitation.goneTitle')}>{t('invitation.gone')}</PageHeading>
        <ButtonLink to="/sign-in">{t('signIn.submit')}</ButtonLink>
      </Page>
    )
  }
  const title = t('invitation.title', { project: invitation.projectName })
  return (
    <Page width="narrow">
      <title>{`${title} – Tahto`}</title>
      <PageHeading title={title}>{t('invitation.invited', { name: invitation.invitedBy })}</PageHeading>
      <dl className="mb-6 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        <dt className="text-ink-soft">{t('invitation.roleOf')}</dt>
        <dd>
          <strong>{t(`role.${invitation.role}`)}.</strong> {t(`roleHint.${invitation.role}`)}
        </dd>
        {invitation.organisationName ? (
          <>
            <dt className="text-ink-soft">{t('invitation.organisationOf')}</dt>
            <dd>{invitation.organisationName}</dd>
          </>
        ) : null}
        {invitation.mandate ? (
          <>
            <dt className="text-ink-soft">{t('invitation.decisionsOf')}</dt>
            <dd>{t('invitation.mandate')}</dd>
          </>
        ) : null}
      </dl>
      {invitation.signedInAs === null ? (
        <Newcomer answer={answer} ownPath={ownPath} />
      ) : (
        <SignedIn invitation={invitation} name={invitation.signedInAs} ownPath={ownPath} />
      )}
    </Page>
  )
}

function Newcomer({ answer, ownPath }: { answer: FormAnswer; ownPath: string }) {
  const t = useTranslate('accounts')
  const problems = useFormProblems(answer)
  return (
    <div className="flex flex-col gap-6">
      <Card>
        <h2 className="mb-4 text-xl font-bold">{t('invitation.newAccount')}</h2>
        <Form method="post" noValidate ref={problems.form} className="flex flex-col gap-5">
          <FormProblemsNotice shown={problems.hasProblems} />
          <input type="hidden" name="intent" value="new-account" />
          <NewAccountFields problems={problems} />
          <SubmitButton className="self-start">{t('invitation.submitNew')}</SubmitButton>
        </Form>
      </Card>
      <Card>
        <h2 className="mb-4 text-xl font-bold">{t('invitation.haveAccount')}</h2>
        <ButtonLink to={`/sign-in?next=${encodeURIComponent(ownPath)}`}>
          {t('invitation.signInToAccept')}
        </ButtonLink>
      </Card>
    </div>
  )
}

function SignedIn(props: { invitation: OpenInvitationView; name: string; ownPath: string }) {
  const { invitation, name, ownPath } = props
  const t = useTranslate('accounts')
  if (invitation.alreadyMember) {
    return (
      <Card>
        <p className="mb-4">{t('invitation.alreadyMember')}</p>
        <ButtonLink to={`/projects/${invitation.projectId}`} variant="primary">
          {t('invitation.openProject')}
        </ButtonLink>
      </Card>
    )
  }
  return (
    <Card>
      <p className="mb-4">{t('invitation.signedInAs', { name })}</p>
      <div className="flex flex-wrap gap-3">
        <Form method="post">
          <input type="hidden" name="intent" value="accept" />
          <SubmitButton>{t('invitation.accept')}</SubmitButton>
        </Form>
        <Form method="post" action="/sign-out">
          <input type="hidden" name="next" value={ownPath} />
          <SubmitButton variant="quiet">{t('invitation.notMe', { name })}</SubmitButton>
        </Form>
      </div>
    </Card>
  )
}
