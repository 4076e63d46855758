import { createKindTranslate } from '../../i18n/translator'
import type { Language } from '../../i18n/languages'
import { isKindId, loadKind, type AnyKind, type KindId } from '../../artefacts/registry'
import type { Place } from '../../artefacts/workshop-face'
import { newId } from '../../lib/id'
import type { Services } from '../../load-context'
import type { CarryOutcome } from './decision'
import { changed, findDecision, type DecisionsOf } from './decisions.server'

/** Where a decision is to go, and as what. */
export interface CarryWish {
  artefactId: string
  what: string
  place: string | null
  other: string | null
  /** It is in that artefact already, and is to be there twice. */
  again: boolean
}

/** An artefact of the project that takes decisions. */
export interface CarryTarget {
  id: string
  title: string
  kindName: string
  locked: boolean
  /** What a decision may become there. */
  whats: readonly string[]
}

/** One thing that a decision may become in an artefact, with where it may stand. `others` null: there is no other end. */
export interface CarryPlaces {
  what: string
  places: Place[]
  others: Place[] | null
}

/** The project's artefacts that take decisions, in their order. */
export async function carryTargets(services: Services, projectId: string, language: Language): Promise<CarryTarget[]> {
  const rows = await services.database.artefact.findMany({
    where: { projectId, deletedAt: null },
    orderBy: [{ order: 'asc' }, { createdAt: 'asc' }],
  })
  const targets = await Promise.all(
    rows.map(async ({ id, title, kind, lockedAt }): Promise<CarryTarget[]> => {
      if (!isKindId(kind)) return []
      const loaded = await loadKind(kind)
      const face = await loaded.loadWorkshopFace()
      const whats = face.carries.map(({ what }) => what)
      const kindName = (await translateOf(loaded, language))('name')
      return whats.length > 0 ? [{ id, title, kindName, locked: lockedAt !== null, whats }] : []
    }),
  )
  return targets.flat()
}

/** Where in an artefact a decision may stand; undefined where the project has no such artefact. */
export async function carryPlaces(
  services: Services,
  projectId: string,
  artefactId: string,
  language: Language,
): Promise<CarryPlaces[] | undefined> {
  const artefact = await openArtefact(services, projectId, artefactId)
  if (!artefact) return undefined
  const kind = await loadKind(artefact.kind)
  const [face, t, { content }] = await Promise.all([
    kind.loadWorkshopFace(),
    translateOf(kind, language),
    services.live.read(artefact.id, artefact.kind),
  ])
  return face.carries.map((form) => ({
    what: form.what,
    places: form.places(content, t),
    others: form.others ? form.others(content, t) : null,
  }))
}

/** Carries a decision on into an artefact of its project, and remembers what it became. Undefined where it is gone. */
export function carryDecision(
  services: Services,
  workshop: DecisionsOf,
  decisionId: string,
  wish: CarryWish,
): Promise<CarryOutcome | undefined> {
  return changed(services, workshop.id, async () => {
    const decision = await findDecision(services, workshop.id, decisionId)
    if (!decision) return undefined
    const artefact = await openArtefact(services, workshop.projectId, wish.artefactId)
    if (!artefact) return { outcome: 'gone' }
    if (artefact.lockedAt) return { outcome: 'locked' }
    if (!wish.again && decision.carried.some(({ artefactId }) => artefactId === artefact.id)) return { outcome: 'already' }
    const face = await (await loadKind(artefact.kind)).loadWorkshopFace()
    if (!face.carries.some(({ what }) => what === wish.what)) return { outcome: 'unknown' }
    const { text, owner } = decision
    const { ids } = await services.liveWorkshops.change(artefact.id, artefact.kind, {
      do: 'carry',
      what: wish.what,
      place: wish.place,
      other: wish.other,
      carried: { text, owner: owner && { name: owner.name, type: owner.type }, origin: decision.id },
    })
    const [itemId] = ids
    if (itemId === undefined) return { outcome: 'place-gone' }
    await services.database.decisionCarried.create({
      data: {
        id: newId(),
        decisionId: decision.id,
        artefactId: artefact.id,
        itemId,
        what: wish.what,
        at: new Date(services.now()),
      },
    })
    return { outcome: 'carried', artefactId: artefact.id, itemId }
  })
}

async function openArtefact(
  services: Services,
  projectId: string,
  artefactId: string,
): Promise<{ id: string; kind: KindId; lockedAt: Date | null } | undefined> {
  const row = await services.database.artefact.findFirst({ where: { id: artefactId, projectId, deletedAt: null } })
  return row && isKindId(row.kind) ? { id: row.id, kind: row.kind, lockedAt: row.lockedAt } : undefined
}

async function translateOf(kind: AnyKind, language: Language) {
  return createKindTranslate(language, await kind.loadMessages(language))
}
