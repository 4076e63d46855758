import type { Route } from './+types/workshop-wall'
import { changeWorkshopPage } from '../workshops/actions.server'
import { enterWorkshop } from '../workshops/enter.server'
import { invitationTo } from '../workshops/page.server'
import { seatsOf } from '../workshops/seat.server'
import { WallPage } from '../workshops/view/wall-page'

export const handle = { bare: true }

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services } = context
  const { workshop } = await enterWorkshop(request, context, params.workshopId, 'facilitate')
  const seats = await seatsOf(services, workshop.id)
  return {
    id: workshop.id,
    title: workshop.title,
    doorOpen: workshop.doorOpen,
    invitation: invitationTo(services, workshop),
    joined: seats.filter(({ revoked }) => !revoked).length,
  }
}

/** The door can be opened from the wall too. */
export function action({ request, params, context }: Route.ActionArgs) {
  return changeWorkshopPage(request, context, params.workshopId)
}

export default function Wall({ loaderData }: Route.ComponentProps) {
  return <WallPage workshop={loaderData} />
}
