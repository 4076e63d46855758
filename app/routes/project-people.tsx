import { data } from 'react-router'
import { z } from 'zod'
import type { Route } from './+types/project-people'
import { optionalLineField, tickField } from '../accounts/fields'
import { idSchema, problem } from '../accounts/form-problem'
import { createInvitation, revokeInvitation } from '../accounts/invitation.server'
import { can, mayHoldMandate, projectRoles, rolesToInviteTo } from '../accounts/permissions'
import { authorise, readForm, refusedField } from '../accounts/request.server'
import { enterProject } from '../projects/enter.server'
import { organisationsOf } from '../projects/organisations.server'
import { changeMembership, membersOf, openInvitationsOf, removeMember, setMandate } from '../projects/people.server'
import { PeoplePage } from '../projects/view/people-page'
import { sayDay } from '../workshops/wall-time'

const roleField = z.enum(projectRoles, problem('notAnOption'))
const organisationField = z.union([z.literal('').transform(() => null), idSchema], problem('notAnOption'))

const formSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('invite'),
    role: roleField,
    organisation: organisationField,
    mandate: tickField,
    note: optionalLineField(120),
  }),
  z.object({ intent: z.literal('revoke'), id: idSchema }),
  z.object({ intent: z.literal('change'), id: idSchema, role: roleField, organisation: organisationField }),
  z.object({ intent: z.literal('remove'), id: idSchema }),
  z.object({ intent: z.literal('mandate'), id: idSchema, mandate: z.enum(['given', 'taken']) }),
])

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services } = context
  const { projectId } = params
  const { participant, thing, language } = await enterProject(request, context, projectId)
  const roles = rolesToInviteTo(participant, projectId)
  const mayInvite = roles.length > 0
  const [members, organisations, invitations] = await Promise.all([
    membersOf(services, projectId),
    organisationsOf(services, projectId),
    mayInvite ? openInvitationsOf(services, projectId) : [],
  ])
  return {
    projectId,
    ownUserId: participant.userId,
    // Addresses are for those who manage the project; others see names.
    members: members.map((member) => ({
      ...member,
      email: can(participant, 'manage', thing) ? member.email : '',
    })),
    organisations,
    invitations: invitations.map(({ expiresAt, ...invitation }) => ({
      ...invitation,
      expires: sayDay(expiresAt, language),
    })),
    roles: [...roles],
    mayManage: can(participant, 'manage', thing),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = context
  const { projectId } = params
  const { participant, thing, by } = await enterProject(request, context, projectId, 'invite')
  const form = await readForm(request, formSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { value } = form
  if (value.intent === 'revoke') {
    await revokeInvitation(services, projectId, value.id, participant.userId)
    return { done: 'revoke' as const }
  }
  if (value.intent === 'remove') {
    authorise(participant, 'manage', thing)
    const outcome = await removeMember(services, projectId, value.id, by)
    return outcome === 'last-owner'
      ? data({ lastOwner: true as const }, { status: 409 })
      : { done: 'remove' as const }
  }
  if (value.intent === 'mandate') {
    const outcome = await setMandate(services, projectId, { membershipId: value.id, mandate: value.mandate === 'given' }, by)
    return outcome === 'unfit' ? data({ unfit: true as const }, { status: 409 }) : { done: 'mandate' as const }
  }
  const { role } = value
  const organisations = await organisationsOf(services, projectId)
  const organisationId = organisations.find(({ id }) => id === value.organisation)?.id ?? null
  if (role === 'member' && !organisationId)
    return data(refusedField(value, 'organisation', 'missing'), { status: 400 })
  if (value.intent === 'change') {
    authorise(participant, 'manage', thing)
    const outcome = await changeMembership(
      services,
      projectId,
      { membershipId: value.id, role, organisationId },
      by,
    )
    return outcome === 'last-owner'
      ? data({ lastOwner: true as const }, { status: 409 })
      : { done: 'change' as const }
  }
  if (!rolesToInviteTo(participant, projectId).includes(role)) throw new Response(null, { status: 403 })
  const { note, mandate } = value
  if (mandate && !mayHoldMandate({ role, organisationId })) {
    return data(refusedField(value, 'mandate', 'notAnOption'), { status: 400 })
  }
  const id = await createInvitation(services, {
    projectId,
    role,
    organisationId,
    mandate,
    note,
    createdById: participant.userId,
  })
  return { done: 'invite' as const, id }
}

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  return <PeoplePage {...loaderData} answer={actionData} />
}
