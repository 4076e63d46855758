import { data, redirect } from 'react-router'
import type { Route } from './+types/owner-link'
import { newAccountSchema } from '../accounts/account-form'
import { FieldRefused } from '../accounts/form-problem'
import { becomeOwner, ownerLinkHolds } from '../accounts/owner-link.server'
import { identify, readForm, refusedField } from '../accounts/request.server'
import { startSession } from '../accounts/session.server'
import { OwnerLinkPage } from '../accounts/view/owner-link-page'
import { landingPlace } from '../projects/project.server'

export async function loader({ params, context }: Route.LoaderArgs) {
  const holds = await ownerLinkHolds(context.services, params.token)
  return data({ holds }, { status: holds ? 200 : 410 })
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = context
  const form = await readForm(request, newAccountSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { language, sessionTokenHash } = await identify(request, context)
  const { newPassword: password, ...person } = form.value
  try {
    const userId = await becomeOwner(services, params.token, { ...person, password, language })
    // The page then says that the link is spent.
    if (!userId) return redirect(`/start/${params.token}`)
    const setCookie = await startSession(services, { userId }, sessionTokenHash)
    return redirect(await landingPlace(services, userId), { headers: { 'Set-Cookie': setCookie } })
  } catch (error) {
    if (!(error instanceof FieldRefused)) throw error
    return data(refusedField(form.value, error.field, error.code), { status: 400 })
  }
}

export default function OwnerLink({ loaderData, actionData }: Route.ComponentProps) {
  return <OwnerLinkPage holds={loaderData.holds} answer={actionData} />
}
