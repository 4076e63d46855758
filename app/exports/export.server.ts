import type { ArtefactRecord } from '../artefacts/artefacts.server'
import { loadKind } from '../artefacts/registry'
import { createKindTranslate } from '../i18n/translator'
import type { Language } from '../i18n/languages'
import type { Services } from '../load-context'
import { organisationNames } from '../projects/organisations.server'
import { versionHash } from '../versions/version-hash.server'
import { getVersion, newestWithHash } from '../versions/versions.server'
import { originAnnex } from '../workshops/decisions/origin-annex.server'
import type { Anchor, Thread } from '../remarks/model/content'
import { commentsInTree, type PlacedThread } from './comments-in-tree'
import { exportFileName } from './file-name'
import { pictureWidth } from './picture/size'
import { formats, isDocumentFormat, isPictureFormat, type FormatId } from './formats'
import { writeJson } from './json'
import type { TranslationAnswer } from './translation-standing'
import type { TitlePage } from './tree'
import { exportWords } from './words'

export interface ExportedFile {
  name: string
  mime: string
  bytes: Uint8Array
}

/** What is exported: a version's content as it was, or the present state read now. */
interface Source {
  title: string
  kindVersion: number
  content: unknown
  hash: string
  date: Date
  version?: { number: number; name: string; note: string }
  sameAs?: { number: number; name: string }
}

/**
 * Makes the file of one version, or of the present state where `version` is null. Undefined when there is no
 * such version, or the kind has no such format. Throws what the exporter throws when it is busy.
 */
export async function exportArtefact(
  services: Services,
  artefact: ArtefactRecord,
  wanted: { version: number | null; format: FormatId; language: Language },
): Promise<ExportedFile | undefined> {
  const source = wanted.version === null ? await present(services, artefact) : await past(services, artefact, wanted.version)
  if (!source) return undefined
  const bytes = await write(services, artefact, source, wanted.format, wanted.language)
  if (!bytes) return undefined
  const { mime, extension } = formats[wanted.format]
  const state = source.version?.number ?? exportWords(wanted.language).titlePage.draft
  return { name: exportFileName(source.title, state, extension), mime, bytes }
}

async function write(
  services: Services,
  artefact: ArtefactRecord,
  source: Source,
  format: FormatId,
  language: Language,
): Promise<Uint8Array | undefined> {
  const { title, kindVersion, content, hash, date, version } = source
  if (format === 'json') {
    const { kind, projectName: project } = artefact
    return writeJson({ kind, kindVersion, title, project, takenAt: date, hash, content, ...(version ? { version } : {}) })
  }
  const kind = await loadKind(artefact.kind)
  const [outlet, messages] = await Promise.all([kind.loadExport(), kind.loadMessages(language)])
  const t = createKindTranslate(language, messages)
  if (isPictureFormat(format)) {
    const picture = outlet.picture?.(content, t)
    return picture && services.exporter.picture(picture.svg, format, pictureWidth(picture.width))
  }
  const titlePage = await titlePageOf(services, artefact, t('name'), source)
  if (formats[format].madeOf === 'review') {
    // What was said belongs to the present state, and to no version.
    if (version || !outlet.toReviewDocument) return undefined
    const { threads } = await services.remarks.read(artefact.id, null)
    const tree = commentsInTree(outlet.toReviewDocument(content, title, t, language), await asTheyStand(services, artefact, threads))
    return services.exporter.render('docx', { titlePage, tree })
  }
  if (!isDocumentFormat(format)) return undefined
  const tree = outlet.toDocument(content, title, t, language)
  const annex = await originAnnex(services, artefact.projectId, outlet.origins?.(content, t) ?? [], language)
  return services.exporter.render(format, { titlePage, tree: { ...tree, blocks: [...tree.blocks, ...annex] } })
}

/** The passages that comments are about, as they are in the text now. One that is gone is about its part alone. */
async function asTheyStand(services: Services, { id, kind }: ArtefactRecord, threads: readonly Thread[]): Promise<PlacedThread[]> {
  const about = threads.flatMap(({ anchor }) => (anchor.on === 'passage' ? [anchor] : []))
  const quotes = about.length > 0 ? await services.live.quotePassages(id, kind, about) : []
  const byAnchor = new Map(about.map((anchor, index) => [anchor as Anchor, quotes[index] ?? null]))
  return threads.map((thread) => ({ ...thread, passage: byAnchor.get(thread.anchor) ?? null }))
}

/** How much of a version, or of the present state where `version` is null, is translated. Undefined for no such version. */
export async function translationOf(
  services: Services,
  artefact: ArtefactRecord,
  version: number | null,
): Promise<TranslationAnswer | undefined> {
  const { translation } = await (await loadKind(artefact.kind)).loadExport()
  if (version === null && !translation) return { translation: null }
  const read = version === null ? await services.live.read(artefact.id, artefact.kind) : await getVersion(services, artefact.id, version)
  return read && { translation: translation?.(read.content) ?? null }
}

/** What a title page says of a version, or of the present state. */
export async function titlePageOf(
  services: Services,
  artefact: ArtefactRecord,
  kind: string,
  { date, hash, version, sameAs }: Pick<Source, 'date' | 'hash' | 'version' | 'sameAs'>,
): Promise<TitlePage> {
  const { saysWhoTookPart } = await (await loadKind(artefact.kind)).loadExport()
  return {
    project: artefact.projectName,
    kind,
    organisations: saysWhoTookPart ? [] : await organisationNames(services, artefact.projectId),
    date,
    hash,
    ...(version ? { version } : {}),
    ...(sameAs ? { sameAs } : {}),
  }
}

async function present(services: Services, artefact: ArtefactRecord): Promise<Source> {
  const { version: kindVersion } = await loadKind(artefact.kind)
  const { content } = await services.live.read(artefact.id, artefact.kind)
  const { kind, title } = artefact
  const hash = versionHash({ kind, kindVersion, title, content })
  const sameAs = await newestWithHash(services, artefact.id, hash)
  return { title, kindVersion, content, hash, date: new Date(services.now()), ...(sameAs ? { sameAs } : {}) }
}

async function past(services: Services, artefact: ArtefactRecord, number: number): Promise<Source | undefined> {
  const version = await getVersion(services, artefact.id, number)
  if (!version) return undefined
  const { title, kindVersion, content, hash, takenAt, name, note } = version
  return { title, kindVersion, content, hash, date: takenAt, version: { number, name, note } }
}
