import type { AppLoadContext } from 'react-router'
import { actorOf } from '../accounts/audit.server'
import type { Actions } from '../accounts/permissions'
import { authorise, requireMember } from '../accounts/request.server'

/** Who asks, for which project. Throws 404 to whoever is not in it, and 403 for what their role may not do. */
export async function enterProject(
  request: Request,
  context: AppLoadContext,
  projectId: string,
  action: Actions['project'] = 'see',
) {
  const identity = await requireMember(request, context)
  const thing = { type: 'project', projectId } as const
  authorise(identity.participant, action, thing)
  return { ...identity, thing, by: actorOf(identity.participant) }
}
