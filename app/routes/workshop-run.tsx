import type { Route } from './+types/workshop-run'
import { commandWorkshop } from '../workshops/run/commands.server'
import { loadRunPage } from '../workshops/run/page.server'
import { RunPage } from '../workshops/run/view/run-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadRunPage(request, context, params.workshopId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return commandWorkshop(request, context, params.workshopId)
}

export default function RunWorkshop({ loaderData }: Route.ComponentProps) {
  return <RunPage key={loaderData.workshop.id} data={loaderData} />
}
