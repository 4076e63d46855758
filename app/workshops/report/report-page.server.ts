import { data, redirect, type AppLoadContext } from 'react-router'
import { can } from '../../accounts/permissions'
import { enterWorkshop } from '../enter.server'
import { makeReport, reportStanding, type MadeReport } from './make-report.server'

/** Why no report was made. */
export interface ReportRefusal {
  refused: Exclude<MadeReport['outcome'], 'made'> | 'failed'
}

/** Where a workshop's report stands, for the project's people. */
export async function loadReportPage(request: Request, context: AppLoadContext, workshopId: string) {
  const { participant, workshop, thing } = await enterWorkshop(request, context, workshopId)
  if (participant.kind === 'guest') throw new Response(null, { status: 403 })
  return {
    workshop: { id: workshop.id, title: workshop.title },
    report: { ...(await reportStanding(context.services, workshop.id)), mayMake: can(participant, 'facilitate', thing) },
  }
}

export type ReportPageData = Awaited<ReturnType<typeof loadReportPage>>

/** Makes the report, or makes it again, and goes to it. */
export async function postReport(request: Request, context: AppLoadContext, workshopId: string) {
  const { participant, language } = await enterWorkshop(request, context, workshopId, 'facilitate')
  if (participant.kind === 'guest') throw new Response(null, { status: 403 })
  const { services } = context
  try {
    const made = await makeReport(services, participant, workshopId, language)
    if (made.outcome === 'made') return redirect(`/artefacts/${made.artefactId}`)
    return data<ReportRefusal>({ refused: made.outcome }, { status: 409 })
  } catch (cause) {
    services.log.error('report.not-made', cause, { workshopId })
    return data<ReportRefusal>({ refused: 'failed' }, { status: 503 })
  }
}
