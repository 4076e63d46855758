import type { Services } from '../load-context'
import { isKindId, type KindId } from './registry'

/** An artefact as its pages need it, whoever asks: authorise before showing any of it. */
export interface ArtefactRecord {
  id: string
  projectId: string
  projectName: string
  kind: KindId
  title: string
  locked: boolean
}

/** Undefined for an unknown id, one in the bin, or of a kind that this installation does not have. */
export async function findArtefact(services: Services, artefactId: string): Promise<ArtefactRecord | undefined> {
  const found = await services.database.artefact.findUnique({
    where: { id: artefactId },
    include: { project: { select: { name: true } } },
  })
  if (!found || found.deletedAt || !isKindId(found.kind)) return undefined
  return {
    id: found.id,
    projectId: found.projectId,
    projectName: found.project.name,
    kind: found.kind,
    title: found.title,
    locked: found.lockedAt !== null,
  }
}

export async function renameArtefact(services: Services, artefactId: string, title: string): Promise<void> {
  await services.database.artefact.update({ where: { id: artefactId }, data: { title } })
}

/** Takes writing from everybody, or gives it back; whoever has the artefact open is told at once. */
export async function lockArtefact(services: Services, artefactId: string, locked: boolean): Promise<void> {
  await services.database.artefact.update({
    where: { id: artefactId },
    data: { lockedAt: locked ? new Date(services.now()) : null },
  })
  await services.live.rightsChanged({ artefactId })
}

/** To the bin: out of sight and closed for everybody, with all its versions kept. */
export async function binArtefact(services: Services, artefactId: string): Promise<void> {
  await services.database.artefact.update({
    where: { id: artefactId },
    data: { deletedAt: new Date(services.now()) },
  })
  await services.live.rightsChanged({ artefactId })
}

/** Out of the bin. False when it is not there. */
export async function unbinArtefact(services: Services, projectId: string, artefactId: string): Promise<boolean> {
  const { count } = await services.database.artefact.updateMany({
    where: { id: artefactId, projectId, deletedAt: { not: null } },
    data: { deletedAt: null },
  })
  return count > 0
}
