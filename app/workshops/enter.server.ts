import type { AppLoadContext } from 'react-router'
import { actorOf } from '../accounts/audit.server'
import { idSchema } from '../accounts/form-problem'
import type { Actions } from '../accounts/permissions'
import { authorise, requireParticipant } from '../accounts/request.server'
import { findWorkshop } from './workshop.server'

/** Who asks, for which workshop. Throws 404 to whoever may not know of it, and 403 for what they may not do. */
export async function enterWorkshop(
  request: Request,
  context: AppLoadContext,
  workshopId: string,
  action: Actions['workshop'] = 'see',
) {
  const identity = await requireParticipant(request, context)
  const known = idSchema.safeParse(workshopId).success
  const workshop = known ? await findWorkshop(context.services, workshopId) : undefined
  if (!workshop) throw new Response(null, { status: 404 })
  const thing = { type: 'workshop', projectId: workshop.projectId, workshopId } as const
  authorise(identity.participant, action, thing)
  return { ...identity, workshop, thing, by: actorOf(identity.participant) }
}
