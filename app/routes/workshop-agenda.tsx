import type { Route } from './+types/workshop-agenda'
import { changeAgendaPage } from '../workshops/agenda/actions.server'
import { loadAgendaPage } from '../workshops/agenda/page.server'
import { AgendaPage } from '../workshops/agenda/view/agenda-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadAgendaPage(request, context, params.workshopId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return changeAgendaPage(request, context, params.workshopId)
}

export default function WorkshopAgenda({ loaderData }: Route.ComponentProps) {
  return <AgendaPage agenda={loaderData} />
}
