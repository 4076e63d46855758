import { data, redirect, type AppLoadContext } from 'react-router'
import { z } from 'zod'
import { lineField } from '../../accounts/fields'
import type { FormProblems } from '../../accounts/form-problem'
import { authorise, readForm } from '../../accounts/request.server'
import { isBoundByDecisions } from '../../approvals/model/at-a-glance'
import { standingOf } from '../../approvals/standing.server'
import { inApprovalTurn } from '../../approvals/turn.server'
import { binArtefact, lockArtefact, renameArtefact, setSuggestOnly } from '../artefacts.server'
import { closedForWhom } from '../closed-places'
import { closePlace, openPlace } from '../place-locks.server'
import { loadKind } from '../registry'
import { longestTitle } from '../titles'
import { requireArtefact } from './load.server'

/** Of its kind's places; empty: all of it. */
const placeField = z
  .string()
  .max(200)
  .transform((id) => (id === '' ? null : id))

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('rename'), title: lineField(longestTitle) }),
  z.object({ intent: z.literal('lock') }),
  z.object({ intent: z.literal('unlock') }),
  z.object({ intent: z.literal('suggest-only') }),
  z.object({ intent: z.literal('open-to-edit') }),
  z.object({ intent: z.literal('bin') }),
  z.object({ intent: z.literal('close-place'), place: placeField, forWhom: z.enum(closedForWhom) }),
  z.object({ intent: z.literal('open-place'), place: placeField }),
])

/** What the artefact's own menu posts. Problems of the form come back; everything else is done, or thrown. */
export async function changeArtefact(
  request: Request,
  context: AppLoadContext,
  artefactId: string,
): Promise<FormProblems | { done: true } | Response> {
  const { services } = context
  const { participant, artefact, thing } = await requireArtefact(request, context, artefactId)
  const form = await readForm(request, formSchema)
  if (!form.ok) return form
  switch (form.value.intent) {
    case 'rename':
      authorise(participant, 'rename', thing)
      await renameArtefact(services, { participant, artefact }, form.value.title)
      return { done: true }
    case 'lock':
    case 'unlock':
      authorise(participant, 'lock', thing)
      await lockArtefact(services, { participant, artefact }, form.value.intent === 'lock')
      return { done: true }
    case 'suggest-only':
    case 'open-to-edit':
      authorise(participant, 'lock', thing)
      if (!(await loadKind(artefact.kind)).loadSuggesting) throw new Response(null, { status: 400 })
      await setSuggestOnly(services, { participant, artefact }, form.value.intent === 'suggest-only')
      return { done: true }
    case 'close-place':
      authorise(participant, 'lock', thing)
      await closePlace(services, artefact.id, form.value)
      return { done: true }
    case 'open-place':
      authorise(participant, 'lock', thing)
      await openPlace(services, artefact.id, form.value.place)
      return { done: true }
    case 'bin':
      authorise(participant, 'delete', thing)
      await inApprovalTurn(services, async () => {
        // The page does not offer it; whoever had it open since before is told by its reload.
        if (isBoundByDecisions(await standingOf(services, artefact.id))) throw data(null, { status: 409 })
        await binArtefact(services, { participant, artefact })
      })
      return redirect(`/projects/${artefact.projectId}?binned=${artefact.id}`)
  }
}
