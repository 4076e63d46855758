import { data, type AppLoadContext } from 'react-router'
import { z } from 'zod'
import { textField } from '../accounts/fields'
import { idSchema, type FormProblems } from '../accounts/form-problem'
import { readForm } from '../accounts/request.server'
import { enterWorkshop } from './enter.server'
import { setSeatRevoked } from './seat.server'
import { workshopPlanSchema } from './workshop-form'
import { changeWorkshop, renewCode, saveSummary, setDoor } from './workshop.server'

const formSchema = z.discriminatedUnion('intent', [
  workshopPlanSchema,
  z.object({ intent: z.enum(['open-door', 'close-door', 'renew-code']) }),
  z.object({ intent: z.enum(['revoke-seat', 'readmit-seat']), seat: idSchema }),
  z.object({ intent: z.literal('summary'), summary: textField(20_000) }),
])

/** What a post answers: which one was done, or what to mend first. */
export type WorkshopAnswer = FormProblems | { done: z.infer<typeof formSchema>['intent'] }

/** What the facilitator's page posts. Every one of them is for facilitators alone. */
export async function changeWorkshopPage(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { workshop, by } = await enterWorkshop(request, context, workshopId, 'facilitate')
  const form = await readForm(request, formSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { value } = form
  switch (value.intent) {
    case 'plan':
      await changeWorkshop(services, workshop, value.plan, by)
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
  }
  return { done: value.intent }
}
