import { isKindId, loadKind, type KindId } from '../../artefacts/registry'
import type { WorkshopFace } from '../../artefacts/workshop-face'
import type { Services } from '../../load-context'

/** What a step happens on: an artefact of its workshop, with what a workshop can do there. */
export interface StepBoard {
  artefactId: string
  kind: KindId
  /** Within the artefact; null: all of it. */
  place: string | null
  /** Nothing is changed in it: it is closed for everybody. */
  locked: boolean
  face: WorkshopFace<unknown>
}

/** Null for a step that happens nowhere, or on an artefact that is gone. */
export async function boardOf(
  { database }: Services,
  step: { artefactId: string | null; place: string | null },
): Promise<StepBoard | null> {
  if (!step.artefactId) return null
  const artefact = await database.artefact.findUnique({ where: { id: step.artefactId } })
  if (!artefact || artefact.deletedAt || !isKindId(artefact.kind)) return null
  const face = await (await loadKind(artefact.kind)).loadWorkshopFace()
  return {
    artefactId: artefact.id,
    kind: artefact.kind,
    place: step.place === '' ? null : step.place,
    locked: artefact.lockedAt !== null,
    face,
  }
}
