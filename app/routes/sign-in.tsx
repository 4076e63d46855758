import { data, redirect } from 'react-router'
import { z } from 'zod'
import type { Route } from './+types/sign-in'
import { emailField, givenPasswordField } from '../accounts/fields'
import { identify, readForm } from '../accounts/request.server'
import { safeReturn } from '../accounts/safe-return'
import { signIn } from '../accounts/sign-in.server'
import { SignInPage } from '../accounts/view/sign-in-page'
import { landingPlace } from '../projects/project.server'

const formSchema = z.object({ email: emailField, password: givenPasswordField, next: z.string().default('') })

export async function loader({ request, context }: Route.LoaderArgs) {
  const { participant } = await identify(request, context)
  const next = new URL(request.url).searchParams.get('next') ?? ''
  if (participant.kind === 'member') {
    throw redirect(safeReturn(next, await landingPlace(context.services, participant.userId)))
  }
  return { next: safeReturn(next, '') }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, address } = context
  const { sessionTokenHash } = await identify(request, context)
  const form = await readForm(request, formSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { email, password, next } = form.value
  const signed = await signIn(services, { email, password, address, sessionTokenHash })
  if (signed.outcome === 'wrong')
    return data({ refused: signed, values: { email }, problems: {} }, { status: 401 })
  if (signed.outcome === 'wait')
    return data({ refused: signed, values: { email }, problems: {} }, { status: 429 })
  const goTo = safeReturn(next, await landingPlace(services, signed.userId))
  return redirect(goTo, { headers: { 'Set-Cookie': signed.setCookie } })
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  return <SignInPage next={loaderData.next} answer={actionData} />
}
