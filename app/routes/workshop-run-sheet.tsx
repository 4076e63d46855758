import type { Route } from './+types/workshop-run-sheet'
import { loadRunSheet } from '../workshops/agenda/run-sheet.server'
import { RunSheetPage } from '../workshops/agenda/view/run-sheet-page'

export const handle = { bare: true }

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadRunSheet(request, context, params.workshopId)
}

export default function WorkshopRunSheet({ loaderData }: Route.ComponentProps) {
  return <RunSheetPage sheet={loaderData} />
}
