import { z } from 'zod'
import { isKindId } from '../../artefacts/registry'
import { jsonText } from '../../lib/json-text'
import type { Services } from '../../load-context'
import { stepsOf } from '../agenda/steps.server'
import type { LiveState, LiveStep } from '../model/live-state'
import type { Standing } from '../model/run'
import type { Step } from '../model/steps'
import { shownResults } from '../votes/results.server'
import { saidClock, standingOf } from './standing.server'

/** The live state with where the workshop stands. */
export interface ReadState {
  state: LiveState
  standing: Standing
}

/** Reads from the database what everybody is told. Undefined when there is no such workshop. */
export async function readLiveState(services: Services, workshopId: string): Promise<ReadState | undefined> {
  const [workshop, steps] = await Promise.all([
    services.database.workshop.findUnique({ where: { id: workshopId }, select: { run: true } }),
    stepsOf(services, workshopId),
  ])
  if (!workshop) return undefined
  const { run } = workshop
  const standing = standingOf(services, workshopId, run)
  const running = standing.stage === 'running'
  const current = running ? steps.find(({ id }) => id === standing.stepId) : undefined
  const state: LiveState = {
    turn: run?.turn ?? 0,
    stage: standing.stage,
    agenda: steps.map(({ id, type, title, minutes }) => ({ id, type, title, minutes })),
    step: current ? await sayStep(services, current) : null,
    clock: saidClock(services, standing.clock),
    reactions: run?.reactions ?? true,
    call: running ? await sayCall(services, workshopId, run?.call ?? '') : null,
  }
  return { state, standing }
}

/** Null where the step has been removed since the agenda was read. */
async function sayStep(services: Services, step: Step): Promise<LiveStep | null> {
  const row = await services.database.workshopStep.findUnique({
    where: { id: step.id },
    select: {
      revealedAt: true,
      votesClosedAt: true,
      artefact: { select: { kind: true, title: true } },
      groups: { orderBy: { order: 'asc' }, include: { _count: { select: { members: true } } } },
    },
  })
  if (!row) return null
  const { id, type, title, instructions, artefactId, place, may, settings } = step
  const kind = row.artefact?.kind ?? ''
  return {
    id,
    type,
    title,
    instructions,
    artefact: artefactId && row.artefact && isKindId(kind) ? { id: artefactId, kind, title: row.artefact.title } : null,
    place,
    may,
    settings,
    revealed: row.revealedAt !== null,
    votesClosed: row.votesClosedAt !== null,
    results: type === 'vote' ? await shownResults(services, id) : null,
    groups: row.groups.map(({ id: groupId, name, frame, _count }) => ({
      id: groupId,
      name,
      frame,
      people: _count.members,
    })),
  }
}

/** A call to come somewhere, as stored. */
export const storedCallSchema = z.object({
  number: z.number(),
  by: z.string(),
  artefactId: z.string(),
  place: z.string().nullable(),
  /** Taken back. Its number stays, so that the next one has another. */
  over: z.boolean(),
})

export type StoredCall = z.infer<typeof storedCallSchema>

export function readCall(stored: string): StoredCall | null {
  return jsonText(storedCallSchema).safeParse(stored).data ?? null
}

async function sayCall({ database }: Services, workshopId: string, stored: string): Promise<LiveState['call']> {
  const call = readCall(stored)
  if (!call || call.over) return null
  const { number, by, artefactId, place } = call
  const artefact = await database.artefact.findFirst({
    where: { id: artefactId, deletedAt: null, workshops: { some: { workshopId } } },
    select: { title: true },
  })
  return artefact ? { number, by, artefactId, title: artefact.title, place } : null
}
