import { data, type AppLoadContext } from 'react-router'
import { z } from 'zod'
import { actorOf } from '../../accounts/audit.server'
import { idSchema } from '../../accounts/form-problem'
import { readForm } from '../../accounts/request.server'
import { enterWorkshop } from '../enter.server'
import { releaseOwn } from '../run/reveal.server'

/** As a note's id is made in its writer's browser. */
const noteId = z.string().regex(/^[0-9a-z]{1,64}$/)

const formSchema = z.object({
  step: idSchema,
  note: z.union([noteId.transform((id) => [id]), z.array(noteId).max(200)]),
})

/** One's own private notes onto the board, after the others were revealed. 409 where that cannot be done just now. */
export async function releaseOwnNotes(request: Request, context: AppLoadContext, workshopId: string) {
  const { participant, workshop } = await enterWorkshop(request, context, workshopId, 'takePart')
  const form = await readForm(request, formSchema)
  if (!form.ok) throw data(form, { status: 400 })
  const { step, note } = form.value
  const owner = actorOf(participant)
  const released = await releaseOwn(context.services, { workshopId: workshop.id, stepId: step, owner }, note)
  return { released, status: released.outcome === 'done' ? 200 : 409 }
}
