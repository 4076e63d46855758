import { data, redirect, type AppLoadContext } from 'react-router'
import { z } from 'zod'
import { listField, textField } from '../accounts/fields'
import { idSchema, type FormProblems } from '../accounts/form-problem'
import { readForm } from '../accounts/request.server'
import { copyWorkshop } from './copy.server'
import { deleteWorkshop } from './delete.server'
import { enterWorkshop } from './enter.server'
import { setInvited } from './invited.server'
import { announceLive } from './run/live-run.server'
import { setSeatRevoked } from './seat.server'
import { copySchema, workshopPlanSchema } from './workshop-form'
import { changeWorkshop, renewCode, saveSummary, setDoor } from './workshop.server'

/** As many as somebody has been told of before they agreed to lose them. */
const countField = z.coerce.number().int().min(0)

const formSchema = z.discriminatedUnion('intent', [
  workshopPlanSchema,
  z.object({ intent: z.enum(['open-door', 'close-door', 'renew-code']) }),
  z.object({ intent: z.enum(['revoke-seat', 'readmit-seat']), seat: idSchema }),
  z.object({ intent: z.literal('summary'), summary: textField(20_000) }),
  z.object({ intent: z.literal('invite'), organisations: listField(idSchema, 200) }),
  copySchema,
  z.object({ intent: z.literal('delete'), decisions: countField, feedback: countField }),
])

/** What a post answers: which one was done, or what to mend first. `grew`: more would be lost than was agreed to. */
export type WorkshopAnswer = FormProblems | { done: z.infer<typeof formSchema>['intent'] } | { grew: true }

/** What the facilitator's page posts. Every one of them is for facilitators alone. */
export async function changeWorkshopPage(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { workshop, by, language } = await enterWorkshop(request, context, workshopId, 'facilitate')
  const form = await readForm(request, formSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { value } = form
  switch (value.intent) {
    case 'plan':
      await changeWorkshop(services, workshop, value.plan, by)
      // Its steps may have lost an artefact, or found it again.
      await announceLive(services, workshop.id)
      break
    case 'open-door':
    case 'close-door':
      await setDoor(services, workshop, value.intent === 'open-door', by)
      break
    case 'renew-code':
      await renewCode(services, workshop, by)
      break
    case 'revoke-seat':
    case 'readmit-seat': {
      const seat = { id: value.seat, workshopId: workshop.id, projectId: workshop.projectId }
      await setSeatRevoked(services, seat, value.intent === 'revoke-seat', by)
      break
    }
    case 'summary':
      await saveSummary(services, workshop.id, value.summary)
      break
    case 'invite':
      await setInvited(services, workshop, value.organisations, by)
      break
    case 'copy':
      throw redirect(`/workshops/${await copyWorkshop(services, workshop, value.copy, { by, language })}`)
    case 'delete':
      if (!(await deleteWorkshop(services, workshop, value, by))) return { grew: true as const }
      throw redirect(`/projects/${workshop.projectId}`)
  }
  return { done: value.intent }
}
