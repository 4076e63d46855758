import { addSteps } from '../../app/workshops/agenda/steps.server'
import { liveStateSchema, type LiveState } from '../../app/workshops/model/live-state'
import { stepSettingsSchema, type StepPlan, type StepSettings } from '../../app/workshops/model/steps'
import { findWorkshop, type WorkshopRecord } from '../../app/workshops/workshop.server'
import { liveStateOf } from '../../app/workshops/run/live-run.server'
import { moveRun, type AskedMove } from '../../app/workshops/run/moves.server'
import { addArtefact, openWorkshop, projectWithOwner, takeGuestSeat } from './example-people'
import type { TemporaryServices } from './temporary-services'

/** A step as a test writes it: what it does not say is as usual. */
export type PlannedStep = Partial<Omit<StepPlan, 'settings'>> & { title: string; settings?: Partial<StepSettings> }

/** A workshop on one board, its door open, with this agenda. */
export async function plannedWorkshop(services: TemporaryServices, agenda: (board: string) => PlannedStep[]) {
  const { projectId, organisations } = await projectWithOwner(services)
  const board = await addArtefact(services, projectId)
  const { id, code } = await openWorkshop(services, projectId, [board])
  const record = async (): Promise<WorkshopRecord> => {
    const workshop = await findWorkshop(services, id)
    if (!workshop) throw new Error('The workshop is gone')
    return workshop
  }
  const stepIds = await addSteps(services, await record(), agenda(board).map(withUsual))
  return {
    id,
    projectId,
    organisations,
    board,
    stepIds,
    record,
    /** A guest who has joined and is in the workshop's room. Answers their key. */
    async guest(organisation: number | null = null): Promise<string> {
      const organisationId = organisation === null ? null : (organisations[organisation]?.id ?? null)
      services.pass(1)
      const { seatId } = await takeGuestSeat(services, code, organisationId)
      const key = `seat:${seatId}`
      services.liveWorkshops.here.set(id, [...(services.liveWorkshops.here.get(id) ?? []), key])
      return key
    },
    /** A facilitator's command on the turn that stands. */
    async move(asked: AskedMove | Exclude<AskedMove['move'], 'go' | 'add-time'>) {
      const { turn } = await liveStateOf(services, id)
      return moveRun(services, id, turn, typeof asked === 'string' ? { move: asked } : asked)
    },
    /** What somebody who enters the workshop's room is told. */
    told(): LiveState {
      const news = services.liveWorkshops.news.get(id)?.() as { state?: unknown } | undefined
      return liveStateSchema.parse(news?.state)
    },
  }
}

export type PlannedWorkshop = Awaited<ReturnType<typeof plannedWorkshop>>

function withUsual({ settings, ...step }: PlannedStep): StepPlan {
  return {
    type: 'talk',
    instructions: '',
    minutes: 10,
    artefactId: null,
    place: null,
    may: ['look'],
    ...step,
    settings: { ...stepSettingsSchema.parse({}), ...settings },
  }
}
