import { data, type AppLoadContext } from 'react-router'
import { z } from 'zod'
import { textField } from '../accounts/fields'
import { problem, type FormProblems } from '../accounts/form-problem'
import { authorise, readForm } from '../accounts/request.server'
import { languageSchema } from '../i18n/languages'
import { requireVersions, versionNumber } from '../versions/pages.server'
import { longestWithdrawal } from './limits'
import { publishVersion, withdrawPublication, type PublishingRefusal } from './publications.server'

export type PublishAnswer = FormProblems | { done: 'published' | 'withdrawn' } | { refused: PublishingRefusal }

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('publish'), language: languageSchema }),
  z.object({ intent: z.literal('withdraw'), words: textField(longestWithdrawal).pipe(z.string().min(1, problem('missing'))) }),
])

/** Publishes a final version, or withdraws its page. 409 for one that is not final. */
export async function postPublication(request: Request, context: AppLoadContext, artefactId: string, number: string) {
  const { participant, artefact, thing } = await requireVersions(request, context, artefactId)
  authorise(participant, 'publish', thing)
  if (participant.kind !== 'member') throw new Response(null, { status: 404 })
  const form = await readForm(request, formSchema)
  if (!form.ok) return data<PublishAnswer>({ values: form.values, problems: form.problems }, { status: 400 })
  const act = { participant, artefact, version: versionNumber(number) }
  const { services } = context
  const refused =
    form.value.intent === 'publish'
      ? await publishVersion(services, act, form.value.language)
      : await withdrawPublication(services, act, form.value.words)
  if (refused === 'not-found') throw new Response(null, { status: 404 })
  if (refused) return data<PublishAnswer>({ refused }, { status: 409 })
  return data<PublishAnswer>({ done: form.value.intent === 'publish' ? 'published' : 'withdrawn' })
}
