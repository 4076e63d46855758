import { FieldRefused } from '../../accounts/form-problem'
import { organisationTypeSchema } from '../../artefacts/organisation-types'
import { isKindId } from '../../artefacts/registry'
import { newId } from '../../lib/id'
import type { Services } from '../../load-context'
import { changeLive } from '../run/live-run.server'
import { inTurn } from '../../lib/in-turn.server'
import { mostDecisions, type DecisionRecord } from './decision'
import { findSource } from './sources.server'

/** Which workshop a decision is made in. */
export interface DecisionsOf {
  id: string
  projectId: string
}

/** What a facilitator writes. */
export interface DecisionWords {
  text: string
  /** One of the project's organisations; anything else counts as none. */
  organisationId: string | null
  /** "2027-03-31"; empty for none. */
  due: string
}

const included = {
  organisation: true,
  carried: { orderBy: { at: 'asc' as const }, include: { artefact: true } },
}

/** What was decided in a workshop, in its order. */
export async function decisionsOf(services: Services, workshopId: string): Promise<DecisionRecord[]> {
  const rows = await services.database.decision.findMany({
    where: { workshopId },
    orderBy: [{ order: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    include: included,
  })
  return rows.map(asRecord)
}

/** One of a workshop's decisions; undefined where it is gone or another's. */
export async function findDecision(
  services: Services,
  workshopId: string,
  decisionId: string,
): Promise<DecisionRecord | undefined> {
  const row = await services.database.decision.findFirst({ where: { id: decisionId, workshopId }, include: included })
  return row ? asRecord(row) : undefined
}

/**
 * Writes a decision down at the end of the list, with the words and dots that its note or group has now. Answers its id.
 * @throws FieldRefused where there are `mostDecisions` already, or the note or group is gone.
 */
export async function addDecision(
  services: Services,
  workshop: DecisionsOf,
  words: DecisionWords,
  from: { artefactId: string; itemId: string } | null,
): Promise<string> {
  const { database } = services
  const source = from ? await findSource(services, workshop.id, from) : undefined
  if (from && !source) throw new FieldRefused('source', 'notAnOption')
  return changed(services, workshop.id, async () => {
    const present = await database.decision.aggregate({ where: { workshopId: workshop.id }, _count: true, _max: { order: true } })
    if (present._count >= mostDecisions) throw new FieldRefused('form', 'tooMany')
    const run = await database.workshopRun.findUnique({ where: { workshopId: workshop.id } })
    const id = newId()
    await database.decision.create({
      data: {
        id,
        workshopId: workshop.id,
        stepId: run?.stage === 'running' ? run.stepId : null,
        order: (present._max.order ?? -1) + 1,
        ...(await columnsOf(services, workshop, words)),
        sourceArtefactId: source?.artefactId ?? null,
        sourceId: source?.itemId ?? null,
        sourceText: source?.words ?? '',
        dots: source?.dots ?? null,
        createdAt: new Date(services.now()),
      },
    })
    return id
  })
}

/** Answers whether it was still there. */
export function changeDecision(
  services: Services,
  workshop: DecisionsOf,
  decisionId: string,
  words: DecisionWords,
): Promise<boolean> {
  return changed(services, workshop.id, async () => {
    const { count } = await services.database.decision.updateMany({
      where: { id: decisionId, workshopId: workshop.id },
      data: await columnsOf(services, workshop, words),
    })
    return count > 0
  })
}

/** Puts a decision one place up or down. Nothing where it stands at that end, or is gone. */
export function moveDecision(
  services: Services,
  workshop: DecisionsOf,
  decisionId: string,
  direction: 'up' | 'down',
): Promise<void> {
  return changed(services, workshop.id, async () => {
    const ids = (await decisionsOf(services, workshop.id)).map(({ id }) => id)
    const from = ids.indexOf(decisionId)
    const to = from + (direction === 'up' ? -1 : 1)
    if (from < 0 || to < 0 || to >= ids.length) return
    ids.splice(to, 0, ...ids.splice(from, 1))
    const { database } = services
    await database.$transaction(ids.map((id, order) => database.decision.update({ where: { id }, data: { order } })))
  })
}

/** Takes a decision off the list. What it became stays where it is, without a way back. */
export function removeDecision(services: Services, workshop: DecisionsOf, decisionId: string): Promise<void> {
  return changed(services, workshop.id, async () => {
    await services.database.decision.deleteMany({ where: { id: decisionId, workshopId: workshop.id } })
  })
}

/** One change after another, and told to everybody while the workshop runs. */
export function changed<Result>(services: Services, workshopId: string, work: () => Promise<Result>): Promise<Result> {
  return inTurn(services, workshopId, async () => {
    const result = await work()
    const run = await services.database.workshopRun.findUnique({ where: { workshopId }, select: { stage: true } })
    if (run?.stage === 'running') await changeLive(services, workshopId)
    return result
  })
}

async function columnsOf(services: Services, { projectId }: DecisionsOf, { text, organisationId, due }: DecisionWords) {
  const organisation = organisationId
    ? await services.database.organisation.findFirst({ where: { id: organisationId, projectId } })
    : null
  return { text, due, organisationId: organisation?.id ?? null, organisationName: organisation?.name ?? '' }
}

type DecisionRow = Awaited<ReturnType<Services['database']['decision']['findMany']>>[number] & {
  organisation: { id: string; name: string; type: string } | null
  carried: {
    id: string
    artefactId: string
    itemId: string
    what: string
    at: Date
    artefact: { title: string; kind: string; deletedAt: Date | null }
  }[]
}

function asRecord(row: DecisionRow): DecisionRecord {
  const { organisation, organisationName } = row
  return {
    id: row.id,
    text: row.text,
    stepId: row.stepId,
    owner:
      organisation || organisationName
        ? {
            organisationId: organisation?.id ?? null,
            name: organisation?.name ?? organisationName,
            type: organisationTypeSchema.safeParse(organisation?.type).data ?? null,
          }
        : null,
    due: row.due,
    source: row.sourceId
      ? { artefactId: row.sourceArtefactId, itemId: row.sourceId, text: row.sourceText, dots: row.dots }
      : null,
    carried: row.carried.flatMap(({ artefact, ...one }) =>
      isKindId(artefact.kind)
        ? [{ ...one, title: artefact.title, kind: artefact.kind, inBin: artefact.deletedAt !== null }]
        : [],
    ),
  }
}
