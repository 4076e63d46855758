import type { AppLoadContext } from 'react-router'
import { z } from 'zod'
import { actorOf } from '../../accounts/audit.server'
import { readForm } from '../../accounts/request.server'
import { enterWorkshop } from '../enter.server'
import { isHandRaised, setHand } from './hands.server'

const formSchema = z.object({ raised: z.enum(['yes', 'no']) })

/** Whether one's own hand is up. */
export interface OwnHand {
  raised: boolean
}

export async function handOf(request: Request, context: AppLoadContext, workshopId: string): Promise<OwnHand> {
  const { participant } = await enterWorkshop(request, context, workshopId, 'takePart')
  return { raised: await isHandRaised(context.services, workshopId, actorOf(participant)) }
}

/** Raises one's own hand, or takes it down. Throws 400 for anything else. */
export async function moveHand(request: Request, context: AppLoadContext, workshopId: string): Promise<OwnHand> {
  const { participant } = await enterWorkshop(request, context, workshopId, 'takePart')
  const form = await readForm(request, formSchema)
  if (!form.ok) throw Response.json(form, { status: 400 })
  const raised = form.value.raised === 'yes'
  await setHand(context.services, workshopId, actorOf(participant), raised)
  return { raised }
}
