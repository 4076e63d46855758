import { editingAllowances } from '../artefacts/edit-rule'
import { closedPlacesOf } from '../artefacts/place-locks.server'
import { isKindId, loadKind } from '../artefacts/registry'
import type { MadeItem, RoomRules, Services } from '../load-context'
import { readRoomName, type RoomName } from '../sync/room-name'
import { readMay, readSettings } from './agenda/steps.server'
import { stepTypeSchema } from './model/steps'

/**
 * What binds participants in an artefact just now: the step that runs there, and its closed places. Null: nothing does.
 * Where steps of several workshops run in one artefact, the workshop that began last counts.
 */
export async function rulesOf(services: Services, artefactId: string): Promise<RoomRules | null> {
  const [artefact, step, locks] = await Promise.all([
    services.database.artefact.findUnique({ where: { id: artefactId }, select: { kind: true, suggestOnlyAt: true } }),
    stepIn(services, artefactId),
    closedPlacesOf(services, artefactId),
  ])
  if (!artefact || !isKindId(artefact.kind)) return null
  const { loadSuggesting } = await loadKind(artefact.kind)
  const only = loadSuggesting !== undefined && artefact.suggestOnlyAt !== null
  if (!step && locks.length === 0 && !only) return null
  return { kind: artefact.kind, step, locks, ...(loadSuggesting ? { suggesting: { only } } : {}) }
}

async function stepIn({ database }: Services, artefactId: string): Promise<RoomRules['step']> {
  const rows = await database.workshopStep.findMany({
    where: { artefactId, workshop: { run: { stage: 'running' }, artefacts: { some: { artefactId } } } },
    include: {
      workshop: { select: { run: { select: { stepId: true, startedAt: true } } } },
      groups: { select: { frame: true, members: { select: { participantKey: true } } } },
    },
  })
  const [row] = rows
    .filter(({ id, workshop }) => workshop.run?.stepId === id)
    .sort((one, other) => begun(other) - begun(one))
  if (!row) return null
  const { privately, authorship } = readSettings(row.settings)
  const isPrivate = stepTypeSchema.safeParse(row.type).data === 'write' && privately && row.revealedAt === null
  const may = readMay(row.may)
  return {
    id: row.id,
    // Until they are shown, notes are written in each one's draft and not on the board.
    may: isPrivate ? may.filter((one) => !editingAllowances.includes(one)) : may,
    place: row.place === '' ? null : row.place,
    ownPlaces: Object.fromEntries(
      row.groups.flatMap(({ frame, members }) =>
        frame === null ? [] : members.map(({ participantKey }) => [participantKey, frame] as const),
      ),
    ),
    keepsAuthors: authorship !== 'nobody',
  }
}

function begun({ workshop }: { workshop: { run: { startedAt: Date } | null } }): number {
  return workshop.run?.startedAt.getTime() ?? 0
}

/** Who made what in an artefact, by item, as far as steps kept it. */
export async function authorsOf({ database }: Services, artefactId: string): Promise<Map<string, string>> {
  const rows = await database.itemAuthor.findMany({ where: { artefactId } })
  return new Map(rows.map(({ itemId, participantKey }) => [itemId, participantKey]))
}

/** Whoever made something first stays its author. */
export async function keepAuthors({ database }: Services, name: RoomName, authors: readonly MadeItem[]): Promise<void> {
  const room = readRoomName(name)
  if (room?.of !== 'artefact') return
  const { artefactId } = room
  for (const { itemId, ...made } of authors) {
    await database.itemAuthor.upsert({
      where: { artefactId_itemId: { artefactId, itemId } },
      create: { artefactId, itemId, ...made },
      update: {},
    })
  }
}
