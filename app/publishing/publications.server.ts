import { actorOf, recordAudit } from '../accounts/audit.server'
import type { AuditAction } from '../accounts/audit'
import type { MemberParticipant } from '../accounts/permissions'
import { standingOf } from '../approvals/standing.server'
import type { ArtefactRecord } from '../artefacts/artefacts.server'
import { languageSchema, type Language } from '../i18n/languages'
import { newId } from '../lib/id'
import type { Services } from '../load-context'

/** A version as a public page, as the project's own pages tell of it. */
export interface Publication {
  id: string
  version: number
  language: Language
  publishedAt: Date
  /** Null while anybody may read it. */
  withdrawnAt: Date | null
  /** Why, to whoever comes to its address. */
  withdrawnWords: string
}

/**
 * Why something with a publication could not be done.
 * - `not-found`: no such version, or it was never published
 * - `not-final`: only what every party has approved is published
 */
export type PublishingRefusal = 'not-found' | 'not-final'

const fields = {
  id: true,
  language: true,
  publishedAt: true,
  withdrawnAt: true,
  withdrawnWords: true,
  version: { select: { number: true } },
} as const

/** Of every version that was ever published, the newest version first. Authorise before. */
export async function publicationsOf({ database }: Services, artefactId: string): Promise<Publication[]> {
  const rows = await database.publication.findMany({
    where: { artefactId },
    orderBy: { version: { number: 'desc' } },
    select: fields,
  })
  return rows.map(({ version, language, ...row }) => ({
    ...row,
    version: version.number,
    language: languageSchema.catch('fi').parse(language),
  }))
}

interface Act {
  participant: MemberParticipant
  artefact: Pick<ArtefactRecord, 'id' | 'projectId'>
  version: number
}

/**
 * Makes a final version's page readable by anybody; one that was withdrawn comes back under the same address. One that is
 * public in that language already stays as it is, with its day.
 */
export async function publishVersion(services: Services, act: Act, language: Language): Promise<PublishingRefusal | undefined> {
  const { participant, artefact } = act
  const version = await versionOf(services, act)
  if (!version) return 'not-found'
  const { all } = await standingOf(services, artefact.id)
  if (!all.some((one) => one.state === 'final' && one.version.id === version.id)) return 'not-final'
  const isPublic = { versionId: version.id, language, withdrawnAt: null }
  if ((await services.database.publication.count({ where: isPublic })) > 0) return undefined
  const now = { language, publishedAt: new Date(services.now()), publishedByName: participant.name }
  // Two who press at once publish one page: the version's is the only one.
  await services.database.publication.upsert({
    where: { versionId: version.id },
    create: { id: newId(), artefactId: artefact.id, versionId: version.id, ...now },
    update: { ...now, withdrawnAt: null, withdrawnWords: '' },
  })
  await record(services, act, version.id, 'version.published')
  return undefined
}

/**
 * Takes a page away. Its address goes on to say that it was there, and why it is not any more. One that was withdrawn before
 * stays so, with its words: the button may have been pressed twice.
 */
export async function withdrawPublication(services: Services, act: Act, words: string): Promise<PublishingRefusal | undefined> {
  const version = await versionOf(services, act)
  if (!version) return 'not-found'
  const { count } = await services.database.publication.updateMany({
    where: { versionId: version.id, withdrawnAt: null },
    data: { withdrawnAt: new Date(services.now()), withdrawnWords: words },
  })
  if (count === 0) return (await services.database.publication.count({ where: { versionId: version.id } })) === 0 ? 'not-found' : undefined
  await record(services, act, version.id, 'version.unpublished')
  return undefined
}

function versionOf({ database }: Services, { artefact, version }: Act) {
  return database.version.findUnique({
    where: { artefactId_number: { artefactId: artefact.id, number: version } },
    select: { id: true },
  })
}

async function record(services: Services, { participant, artefact, version }: Act, versionId: string, action: AuditAction) {
  services.live.pageChanged(artefact.id)
  await recordAudit(services, {
    action,
    projectId: artefact.projectId,
    actor: actorOf(participant),
    subject: `version:${versionId}`,
    detail: { number: version },
  })
}
