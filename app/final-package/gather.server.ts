import { z } from 'zod'
import { annexSchema } from '../artefacts/agreement/model/content'
import { isKindId } from '../artefacts/registry'
import type { Language } from '../i18n/languages'
import type { Services } from '../load-context'
import { organisationNames } from '../projects/organisations.server'
import { originDecisions } from '../workshops/decisions/origin-annex.server'
import { attendanceOf } from '../workshops/report/gather-facts.server'
import type {
  AnnexSource,
  DocumentSources,
  ExtractSource,
  HistorySource,
  PackageSources,
  SignOff,
  StoredVersion,
  WorkshopSource,
} from './model/sources'
import { signOffOf } from './sign-off.server'

// What is compared in full. Older versions are listed with their hashes.
const mostCompared = 25
const mostComparedCharacters = 24 * 1024 ** 2
const mostExtractBytes = 60 * 1024 ** 2

const storedFields = {
  id: true,
  number: true,
  name: true,
  note: true,
  kind: true,
  kindVersion: true,
  title: true,
  content: true,
  hash: true,
  takenAt: true,
} as const

/** Which version, and where it belongs: an artefact's record will do. */
export interface Belonging {
  id: string
  projectId: string
  projectName: string
}

/**
 * All that the package of a version is put together from; undefined where there is no such version. Reads rows and
 * leaves them as they are: what takes time is done elsewhere. Authorise before.
 */
export async function gatherPackage(
  services: Services,
  artefact: Belonging,
  number: number,
  language: Language,
): Promise<PackageSources | undefined> {
  const document = await gatherDocument(services, artefact, number, language)
  if (!document) return undefined
  return {
    ...document,
    history: await historyOf(services, artefact.id, number),
    workshops: await workshopsBehind(services, artefact.id, document.version.takenAt),
    extracts: await extractsOf(services, document.signOff),
  }
}

/** The same for the document alone. */
export async function gatherDocument(
  services: Services,
  { id: artefactId, projectId, projectName: project }: Belonging,
  number: number,
  language: Language,
): Promise<DocumentSources | undefined> {
  const row = await services.database.version.findUnique({
    where: { artefactId_number: { artefactId, number } },
    select: storedFields,
  })
  const version = row && storedVersion(row)
  if (!version) return undefined
  return {
    language,
    project,
    organisations: await organisationNames(services, projectId),
    version,
    signOff: await signOffOf(services, artefactId, row.id),
    annexes: await annexesOf(services, projectId, version),
    decisions: await originDecisions(services, projectId),
  }
}

/** What the package lacks of what the version and its records name, by name. */
export function missingIn({ annexes, signOff, extracts }: PackageSources): string[] {
  const found = new Set(extracts.map(({ record }) => record))
  return [
    ...annexes.flatMap(({ title, version }) => (version ? [] : [title])),
    ...signOff.records.flatMap(({ number, extractName }) => (extractName === '' || found.has(number) ? [] : [extractName])),
  ]
}

function storedVersion(row: Omit<StoredVersion, 'kind'> & { kind: string }): StoredVersion | undefined {
  const { number, name, note, kind, kindVersion, title, content, hash, takenAt } = row
  return isKindId(kind) ? { number, name, note, kind, kindVersion, title, content, hash, takenAt } : undefined
}

const withAnnexes = z.object({ annexes: z.array(annexSchema) })

async function annexesOf({ database }: Services, projectId: string, { kind, content }: StoredVersion): Promise<AnnexSource[]> {
  const parsed = kind === 'agreement' ? withAnnexes.safeParse(JSON.parse(content)) : undefined
  if (!parsed?.success) return []
  const annexes: AnnexSource[] = []
  for (const { title, artefact, version: versionNumber, hash } of parsed.data.annexes) {
    const row = await database.version.findFirst({
      // An id that was forged into the content names nothing of another project.
      where: { artefactId: artefact, number: versionNumber, hash, artefact: { projectId } },
      select: storedFields,
    })
    annexes.push({ title, versionNumber, hash, version: (row && storedVersion(row)) ?? null })
  }
  return annexes
}

/** One version after another, so that a long history never holds up whoever else asks. */
async function historyOf({ database }: Services, artefactId: string, number: number): Promise<HistorySource[]> {
  const rows = await database.version.findMany({
    where: { artefactId, number: { lte: number } },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, name: true, note: true, takenAt: true, takenByName: true, hash: true },
  })
  const history: HistorySource[] = []
  let left = mostComparedCharacters
  for (const [index, { id, ...listed }] of rows.entries()) {
    const row =
      index < mostCompared && left > 0
        ? await database.version.findUnique({ where: { id }, select: storedFields })
        : null
    left -= row?.content.length ?? 0
    history.push({ ...listed, stored: (row && left >= 0 && storedVersion(row)) || null })
  }
  return history.reverse()
}

/** Those that worked on it and had begun when the version was taken. */
async function workshopsBehind(services: Services, artefactId: string, until: Date): Promise<WorkshopSource[]> {
  const rows = await services.database.workshop.findMany({
    where: { artefacts: { some: { artefactId } } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, startsAt: true, run: { select: { startedAt: true } } },
  })
  const held = rows
    .map(({ id, title, startsAt, run }) => ({ id, title, startedAt: run?.startedAt ?? startsAt }))
    .filter(({ startedAt }) => startedAt <= until)
  const workshops: WorkshopSource[] = []
  for (const { id, title, startedAt } of held) {
    workshops.push({ title, startedAt, attendance: await attendanceOf(services, id) })
  }
  return workshops
}

async function extractsOf({ database }: Services, { records }: SignOff): Promise<ExtractSource[]> {
  const extracts: ExtractSource[] = []
  let left = mostExtractBytes
  for (const { number: record, extractHash: hash, extractName: name } of records) {
    if (hash === '') continue
    const row = await database.extract.findUnique({ where: { hash }, select: { bytes: true } })
    left -= row?.bytes.byteLength ?? 0
    if (row && left >= 0) extracts.push({ name, hash, record, bytes: row.bytes })
  }
  return extracts
}
