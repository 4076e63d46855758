import type { AppLoadContext } from 'react-router'
import { enterWorkshop } from '../enter.server'
import { invitationTo } from '../page.server'
import { deskOf } from './desk.server'
import { liveStateOf } from './live-run.server'

/** The facilitator's screen as it is sent; from then on it follows the room and asks the desk. */
export async function loadRunPage(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { workshop, language } = await enterWorkshop(request, context, workshopId, 'facilitate')
  const [state, desk] = await Promise.all([liveStateOf(services, workshop.id), deskOf(services, workshop, language)])
  const { id, projectId, title } = workshop
  return {
    workshop: { id, projectId, title, artefacts: workshop.artefacts.map(({ id: artefact, title: name }) => ({ id: artefact, title: name })) },
    invitation: invitationTo(services, workshop),
    state,
    desk,
  }
}

export type RunPageData = Awaited<ReturnType<typeof loadRunPage>>
