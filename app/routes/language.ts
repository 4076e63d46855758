import { redirect } from 'react-router'
import { z } from 'zod'
import type { Route } from './+types/language'
import { changeLanguage } from '../accounts/account.server'
import { languageCookieHeader } from '../accounts/cookies.server'
import { identify, readForm } from '../accounts/request.server'
import { safeReturn } from '../accounts/safe-return'
import { languageSchema } from '../i18n/languages'

const formSchema = z.object({ language: languageSchema, next: z.string().default('/') })

export function loader() {
  return redirect('/')
}

/** Remembers the choice in the browser, and in the account of whoever has one. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request, formSchema)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { services } = context
  const { language, next } = form.value
  const { participant } = await identify(request, context)
  if (participant.kind === 'member') await changeLanguage(services, participant.userId, language)
  return redirect(safeReturn(next), {
    headers: { 'Set-Cookie': languageCookieHeader(services.settings, language) },
  })
}
