import { data, redirect } from 'react-router'
import { z } from 'zod'
import type { Route } from './+types/own-page'
import { longestName } from '../accounts/account-form'
import { changeLanguage, changeName, changePassword } from '../accounts/account.server'
import { languageCookieHeader } from '../accounts/cookies.server'
import { givenPasswordField, lineField, newPasswordField } from '../accounts/fields'
import { FieldRefused } from '../accounts/form-problem'
import { readForm, refusedField, requireMember } from '../accounts/request.server'
import { endAllSessions, endSession } from '../accounts/session.server'
import { OwnPage } from '../accounts/view/own-page'
import { languageSchema } from '../i18n/languages'

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('details'), name: lineField(longestName), language: languageSchema }),
  z.object({
    intent: z.literal('password'),
    currentPassword: givenPasswordField,
    newPassword: newPasswordField,
  }),
  z.object({ intent: z.literal('everywhere') }),
])

export async function loader({ request, context }: Route.LoaderArgs) {
  const { participant, language } = await requireMember(request, context)
  const user = await context.services.database.user.findUnique({ where: { id: participant.userId } })
  return { name: participant.name, email: user?.email ?? '', language }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services } = context
  const { participant, sessionTokenHash } = await requireMember(request, context)
  const { userId } = participant
  const form = await readForm(request, formSchema)
  if (!form.ok) return data(form, { status: 400 })
  switch (form.value.intent) {
    case 'details': {
      const { name, language } = form.value
      await changeName(services, userId, name)
      await changeLanguage(services, userId, language)
      // A redirect, so that the whole page comes in the language just chosen.
      return redirect('/account?saved', {
        headers: { 'Set-Cookie': languageCookieHeader(services.settings, language) },
      })
    }
    case 'password': {
      const { currentPassword: current, newPassword: next } = form.value
      try {
        await changePassword(services, { userId, current, next, sessionTokenHash: sessionTokenHash ?? '' })
        return { done: 'password' as const }
      } catch (error) {
        if (!(error instanceof FieldRefused)) throw error
        return data(refusedField({}, error.field, error.code), { status: 400 })
      }
    }
    case 'everywhere': {
      await endAllSessions(services, userId)
      return redirect('/sign-in', { headers: { 'Set-Cookie': await endSession(services, sessionTokenHash) } })
    }
  }
}

export default function Own({ loaderData, actionData }: Route.ComponentProps) {
  return <OwnPage {...loaderData} answer={actionData} />
}
