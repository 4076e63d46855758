import { redirect } from 'react-router'
import { z } from 'zod'
import type { Route } from './+types/sign-out'
import { readForm } from '../accounts/request.server'
import { safeReturn } from '../accounts/safe-return'
import { endSession, sessionHashOf } from '../accounts/session.server'

const formSchema = z.object({ next: z.string().default('/') })

export function loader() {
  return redirect('/')
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services } = context
  const form = await readForm(request, formSchema)
  const setCookie = await endSession(services, sessionHashOf(services, request.headers.get('cookie')))
  return redirect(safeReturn(form.ok ? form.value.next : '/'), { headers: { 'Set-Cookie': setCookie } })
}
