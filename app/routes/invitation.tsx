import { data, redirect } from 'react-router'
import { z } from 'zod'
import type { Route } from './+types/invitation'
import { newAccountSchema } from '../accounts/account-form'
import { FieldRefused } from '../accounts/form-problem'
import { acceptInvitation, acceptWithNewAccount, openInvitation } from '../accounts/invitation.server'
import { identify, readForm, refusedField } from '../accounts/request.server'
import { startSession } from '../accounts/session.server'
import { InvitationPage } from '../accounts/view/invitation-page'

const formSchema = z.discriminatedUnion('intent', [
  newAccountSchema.extend({ intent: z.literal('new-account') }),
  z.object({ intent: z.literal('accept') }),
])

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const invitation = await openInvitation(context.services, params.token)
  if (!invitation) return data({ state: 'gone' as const }, { status: 410 })
  const { participant } = await identify(request, context)
  const { projectId, projectName, role, organisationName, mandate, invitedBy } = invitation
  const common = { state: 'open' as const, projectId, projectName, role, organisationName, mandate, invitedBy }
  if (participant.kind !== 'member') return data({ ...common, signedInAs: null, alreadyMember: false })
  const alreadyMember = participant.memberships.some((membership) => membership.projectId === projectId)
  return data({ ...common, signedInAs: participant.name, alreadyMember })
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = context
  const form = await readForm(request, formSchema)
  if (!form.ok) return data(form, { status: 400 })
  const [identity, invitation] = await Promise.all([
    identify(request, context),
    openInvitation(services, params.token),
  ])
  const { participant, language, sessionTokenHash } = identity
  // The page then says that it is gone.
  const again = redirect(`/invitations/${params.token}`)
  if (!invitation) return again
  const project = `/projects/${invitation.projectId}`
  if (form.value.intent === 'accept') {
    if (participant.kind !== 'member') return again
    return (await acceptInvitation(services, invitation, participant.userId)) ? redirect(project) : again
  }
  const { name, email, newPassword: password } = form.value
  try {
    const userId = await acceptWithNewAccount(services, invitation, { name, email, password, language })
    if (!userId) return again
    const setCookie = await startSession(services, { userId }, sessionTokenHash)
    return redirect(project, { headers: { 'Set-Cookie': setCookie } })
  } catch (error) {
    if (!(error instanceof FieldRefused)) throw error
    return data(refusedField(form.value, error.field, error.code), { status: 400 })
  }
}

export default function Invitation({ loaderData, actionData, params }: Route.ComponentProps) {
  return (
    <InvitationPage invitation={loaderData} answer={actionData} ownPath={`/invitations/${params.token}`} />
  )
}
