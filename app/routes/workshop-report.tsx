import type { Route } from './+types/workshop-report'
import { loadReportPage, postReport } from '../workshops/report/report-page.server'
import { ReportPage } from '../workshops/report/view/report-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadReportPage(request, context, params.workshopId)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return postReport(request, context, params.workshopId)
}

export default function WorkshopReport({ loaderData, actionData }: Route.ComponentProps) {
  return <ReportPage {...loaderData} answer={actionData} />
}
