import { actorOf, recordAudit } from '../accounts/audit.server'
import type { AuditAction } from '../accounts/audit'
import { can, type Actions, type Participant } from '../accounts/permissions'
import { findArtefact, type ArtefactRecord } from '../artefacts/artefacts.server'
import { isKindId, loadKind, type KindId } from '../artefacts/registry'
import { translatorFor } from '../i18n/catalogue.server'
import type { Language } from '../i18n/languages'
import { canonicalJson } from '../lib/canonical-json'
import { newId } from '../lib/id'
import type { CapturedState, Services } from '../load-context'
import { Prisma } from '../../prisma/client.server'
import { readContent } from './read-content'
import { VersionRefused, longestVersionName } from './refusal'
import { versionHash } from './version-hash.server'

export interface VersionSummary {
  id: string
  number: number
  name: string
  note: string
  /** The artefact's title at the time. */
  title: string
  takenAt: Date
  takenByName: string
  /** SHA-256, hexadecimal: `versionHash`. */
  hash: string
}

export interface Version extends VersionSummary {
  kind: KindId
  /** The form in which it was stored: what `hash` was computed from, with `storedContent`. */
  kindVersion: number
  storedContent: unknown
  /** The same in today's form. */
  content: unknown
}

const summaryFields = {
  id: true,
  number: true,
  name: true,
  note: true,
  title: true,
  takenAt: true,
  takenByName: true,
  hash: true,
} as const

/** Newest first. Authorise before showing any of it. */
export function listVersions(services: Services, artefactId: string): Promise<VersionSummary[]> {
  return services.database.version.findMany({
    where: { artefactId },
    orderBy: { number: 'desc' },
    select: summaryFields,
  })
}

/**
 * Undefined when there is no version of that number. Authorise before showing any of it.
 * @throws VersionRefused `unreadable`
 */
export async function getVersion(services: Services, artefactId: string, number: number): Promise<Version | undefined> {
  const found = await services.database.version.findUnique({
    where: { artefactId_number: { artefactId, number } },
    select: { ...summaryFields, kind: true, kindVersion: true, content: true },
  })
  if (!found) return undefined
  if (!isKindId(found.kind)) throw new VersionRefused('unreadable')
  const storedContent = parseJson(found.content)
  const content = readContent(await loadKind(found.kind), found.kindVersion, storedContent)
  return { ...found, kind: found.kind, storedContent, content }
}

/**
 * Keeps the present state under a name. Others go on editing.
 * @throws VersionRefused `not-found`, `not-allowed`, `failed`
 */
export async function takeVersion(
  services: Services,
  participant: Participant,
  artefactId: string,
  naming: { name: string; note: string },
): Promise<VersionSummary> {
  const artefact = await requireRight(services, participant, artefactId, 'takeVersion')
  const captured = await capture(services, artefact)
  return store(services, participant, artefact, captured, naming)
}

/**
 * Turns the artefact's content into that version's by a forward change. What was there is a version too
 * afterwards: `kept` is its number, which is an earlier one's where that held the same.
 * @throws VersionRefused `not-found`, `not-allowed`, `locked`, `unreadable`, `failed`
 */
export async function restoreVersion(
  services: Services,
  participant: Participant,
  artefactId: string,
  number: number,
  language: Language,
): Promise<{ kept: number }> {
  const artefact = await requireRight(services, participant, artefactId, 'restoreVersion')
  const version = await getVersion(services, artefactId, number)
  if (!version) throw new VersionRefused('not-found')
  if (version.kind !== artefact.kind) throw new VersionRefused('unreadable')
  const t = translatorFor(language).in('versions')
  const { name } = version
  const naming = { name: t('restore.keptName', { number }), note: t('restore.keptNote', { number, name }) }
  const kept = await keepPresent(services, participant, artefact, naming)
  await live(services, artefact, () => services.live.restore(artefactId, artefact.kind, version.content))
  await audit(services, participant, artefact, 'version.restored', version)
  return { kept }
}

/**
 * Takes a version of the present state before something replaces it, unless one holds exactly that. Answers its number.
 * @throws VersionRefused `failed`
 */
export async function keepPresent(
  services: Services,
  participant: Participant,
  artefact: ArtefactRecord,
  naming: { name: string; note: string },
): Promise<number> {
  const captured = await capture(services, artefact)
  const same = await newestWithHash(services, artefact.id, await hashOf(artefact, captured))
  if (same) return same.number
  return (await store(services, participant, artefact, captured, naming)).number
}

/** The newest version that holds exactly what a hash stands for; undefined when none does. Authorise first. */
export async function newestWithHash(
  services: Services,
  artefactId: string,
  hash: string,
): Promise<Pick<VersionSummary, 'number' | 'name'> | undefined> {
  const found = await services.database.version.findFirst({
    where: { artefactId, hash },
    orderBy: { number: 'desc' },
    select: { number: true, name: true },
  })
  return found ?? undefined
}

/**
 * The hash that a version of the present state would have. Authorise before showing it.
 * @throws VersionRefused `failed`
 */
export async function presentHash(services: Services, artefact: ArtefactRecord): Promise<string> {
  return hashOf(artefact, await live(services, artefact, () => services.live.read(artefact.id, artefact.kind)))
}

async function requireRight(
  services: Services,
  participant: Participant,
  artefactId: string,
  action: Actions['artefact'],
): Promise<ArtefactRecord> {
  const artefact = await findArtefact(services, artefactId)
  if (!artefact) throw new VersionRefused('not-found')
  const thing = { type: 'artefact', artefactId, projectId: artefact.projectId, locked: artefact.locked } as const
  if (can(participant, action, thing)) return artefact
  if (can(participant, action, { ...thing, locked: false })) throw new VersionRefused('locked')
  // Whoever may not see it must not learn that it is there.
  throw new VersionRefused(can(participant, 'see', thing) ? 'not-allowed' : 'not-found')
}

function capture(services: Services, artefact: ArtefactRecord): Promise<CapturedState> {
  return live(services, artefact, () => services.live.capture(artefact.id, artefact.kind))
}

/** The room may be full, damaged or unable to write: the log has the cause, the person hears that nothing changed. */
async function live<Result>(services: Services, { id }: ArtefactRecord, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    services.log.error('version.failed', cause, { artefact: id })
    throw new VersionRefused('failed', { cause })
  }
}

async function hashOf({ kind, title }: ArtefactRecord, { content }: Pick<CapturedState, 'content'>): Promise<string> {
  return versionHash({ kind, kindVersion: (await loadKind(kind)).version, title, content })
}

// Two who take a version in the same instant get neighbouring numbers; more than a few at once is no workshop.
const mostTries = 10

async function store(
  services: Services,
  participant: Participant,
  artefact: ArtefactRecord,
  captured: CapturedState,
  { name, note }: { name: string; note: string },
): Promise<VersionSummary> {
  const { version: kindVersion } = await loadKind(artefact.kind)
  const data = {
    artefactId: artefact.id,
    name: name.slice(0, longestVersionName),
    note,
    kind: artefact.kind,
    kindVersion,
    title: artefact.title,
    state: new Uint8Array(captured.state),
    content: canonicalJson(captured.content),
    hash: await hashOf(artefact, captured),
    sequence: captured.sequence,
    takenAt: new Date(services.now()),
    takenById: participant.kind === 'member' ? participant.userId : null,
    takenByName: participant.kind === 'stranger' ? '' : participant.name,
  }
  for (let tries = 1; ; tries += 1) {
    const number = await nextNumber(services, artefact.id)
    try {
      const version = await services.database.version.create({ data: { ...data, id: newId(), number }, select: summaryFields })
      await audit(services, participant, artefact, 'version.taken', version)
      return version
    } catch (error) {
      if (!isNumberTaken(error) || tries === mostTries) throw error
    }
  }
}

async function nextNumber(services: Services, artefactId: string): Promise<number> {
  const { _max } = await services.database.version.aggregate({ where: { artefactId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

function isNumberTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

function audit(
  services: Services,
  participant: Participant,
  artefact: ArtefactRecord,
  action: AuditAction,
  { id, number }: Pick<VersionSummary, 'id' | 'number'>,
): Promise<void> {
  return recordAudit(services, {
    action,
    projectId: artefact.projectId,
    actor: actorOf(participant),
    subject: `version:${id}`,
    detail: { number },
  })
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new VersionRefused('unreadable', { cause })
  }
}
