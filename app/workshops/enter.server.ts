import { data, type AppLoadContext } from 'react-router'
import { actorOf } from '../accounts/audit.server'
import { idSchema } from '../accounts/form-problem'
import type { Actions } from '../accounts/permissions'
import { authorise, requireParticipant, type RefusalData } from '../accounts/request.server'
import { wasDeleted } from './delete.server'
import { findWorkshop } from './workshop.server'

/**
 * Who asks, for which workshop. Throws 404 to whoever may not know of it, 403 for what they may not do, and 410 where it
 * has been deleted, also to guests, whose seats went with it.
 */
export async function enterWorkshop(
  request: Request,
  context: AppLoadContext,
  workshopId: string,
  action: Actions['workshop'] = 'see',
) {
  const { services } = context
  const known = idSchema.safeParse(workshopId).success
  const workshop = known ? await findWorkshop(services, workshopId) : undefined
  if (known && !workshop && (await wasDeleted(services, workshopId))) {
    throw data({ reason: 'workshop-deleted' } satisfies RefusalData, { status: 410 })
  }
  const identity = await requireParticipant(request, context)
  if (!workshop) throw new Response(null, { status: 404 })
  const thing = { type: 'workshop', projectId: workshop.projectId, workshopId } as const
  authorise(identity.participant, action, thing)
  return { ...identity, workshop, thing, by: actorOf(identity.participant) }
}
