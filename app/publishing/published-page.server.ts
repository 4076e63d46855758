import type { AppLoadContext } from 'react-router'
import { idSchema } from '../accounts/form-problem'
import { ExporterError } from '../exports/exporter-error'
import { fileAnswer } from '../exports/file-answer'
import { exportFileName } from '../exports/file-name'
import { formats } from '../exports/formats'
import type { FinalDocument, PageLinks } from '../exports/tree'
import { finalDocument } from '../final-package/contents/final-document'
import { gatherDocument } from '../final-package/gather.server'
import { preferredLanguage, translatorFor } from '../i18n/catalogue.server'
import { defaultLanguage, languageSchema, type Language } from '../i18n/languages'
import { contentHash } from '../lib/content-hash.server'
import type { Services } from '../load-context'
import { noticePage } from './notice-page.server'
import { publishedFiles, publishedFormats, type PublishedFormat } from './published-files.server'

/**
 * A published version to whoever comes: its page at `/published/ID`, its files below. No account, no cookie, no script.
 * 404 for an address that never was, 410 with the reason for one that was withdrawn, and while its result is in the bin.
 */
export async function respondWithPublished(
  request: Request,
  { services }: AppLoadContext,
  wanted: { publicationId: string; file?: string },
): Promise<Response> {
  const language = preferredLanguage(request.headers.get('accept-language')) ?? defaultLanguage
  const t = translatorFor(language).in('publishing')
  const publication = await findPublication(services, wanted.publicationId)
  const format = wanted.file === undefined ? 'html' : formatOf(wanted.file)
  if (!publication || !format) return notice(404, language, { title: t('page.unknownTitle'), words: [t('page.unknown')] })
  if (publication.withdrawnAt) return withdrawn(publication, services)
  if (publication.artefact.deletedAt) return inBin(publication)
  const state = await stateOf(services, publication)
  const etag = `"${contentHash({ state, format })}"`
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers: { ETag: etag } })
  try {
    const bytes = await publishedFiles(services).file(state, format, () => documentOf(services, publication))
    return answer(publication, format, bytes, etag)
  } catch (error) {
    if (!(error instanceof ExporterError)) throw error
    services.log.error('publication.not-made', error, { publication: publication.id })
    const busy = notice(503, language, { title: t('page.busyTitle'), words: [t('page.busy')] })
    busy.headers.set('Retry-After', '10')
    return busy
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof findPublication>>>

async function findPublication({ database }: Services, id: string) {
  if (!idSchema.safeParse(id).success) return null
  return database.publication.findUnique({
    where: { id },
    include: {
      version: { select: { number: true, title: true, hash: true } },
      artefact: { select: { id: true, projectId: true, deletedAt: true, project: { select: { name: true } } } },
    },
  })
}

function formatOf(file: string): PublishedFormat | undefined {
  return publishedFormats.find((format) => format !== 'html' && file === `document.${formats[format].extension}`)
}

const languageOf = ({ language }: Found): Language => languageSchema.catch(defaultLanguage).parse(language)

/** The page says the same as long as this is the same: a decision may be mended, and a newer version published. */
async function stateOf(services: Services, publication: Found): Promise<string> {
  const { database } = services
  const [newest, newer] = await Promise.all([
    database.approvalRecord.aggregate({ where: { artefactId: publication.artefactId }, _max: { number: true } }),
    newerThan(services, publication),
  ])
  const { id, language, publishedAt, version } = publication
  return contentHash({ id, language, publishedAt, hash: version.hash, newest: newest._max.number, newer: newer?.id ?? null })
}

/** A later version of the same result that is public too. */
function newerThan({ database }: Services, { artefactId, version }: Found) {
  return database.publication.findFirst({
    where: { artefactId, withdrawnAt: null, version: { number: { gt: version.number } } },
    orderBy: { version: { number: 'desc' } },
    select: { id: true, version: { select: { number: true } } },
  })
}

async function documentOf(services: Services, publication: Found): Promise<FinalDocument> {
  const { artefact, version } = publication
  const language = languageOf(publication)
  const translator = translatorFor(language)
  const belonging = { id: artefact.id, projectId: artefact.projectId, projectName: artefact.project.name }
  const sources = await gatherDocument(services, belonging, version.number, language)
  if (!sources) throw new Error('The version of a publication is of an unknown kind')
  const { titlePage, tree } = await finalDocument(sources, translator)
  const newer = await newerThan(services, publication)
  const t = translator.in('publishing')
  const address = `/published/${publication.id}`
  const links: PageLinks = {
    title: t('page.links'),
    items: [
      ...(newer
        ? [{ label: t('page.newer', { number: newer.version.number }), href: `/published/${newer.id}` }]
        : []),
      { label: t('page.pdf'), href: `${address}/document.pdf`, note: t('page.pdfExplained') },
      { label: t('page.docx'), href: `${address}/document.docx`, note: t('page.docxExplained') },
    ],
  }
  return { titlePage: { ...titlePage, links }, tree }
}

function answer({ version }: Found, format: PublishedFormat, bytes: Uint8Array, etag: string): Response {
  const { mime, extension } = formats[format]
  const name = exportFileName(version.title, version.number, extension)
  // Kept by whoever likes, and asked about again: what is withdrawn is withdrawn at once.
  const headers = { 'Cache-Control': 'public, no-cache', ETag: etag }
  return format === 'html'
    ? new Response(Buffer.from(bytes), { headers: { 'Content-Type': mime, ...headers } })
    : fileAnswer({ name, mime, bytes }, headers)
}

function withdrawn(publication: Found, services: Services): Response {
  const language = languageOf(publication)
  const t = translatorFor(language).in('publishing')
  services.log.info('publication.withdrawn-asked', { publication: publication.id })
  return notice(410, language, {
    title: t('page.withdrawnTitle', { title: publication.version.title }),
    words: [t('page.withdrawn', { number: publication.version.number }), publication.withdrawnWords],
  })
}

/** Brought back, it is there again: nobody has withdrawn it, so there is no reason to tell. */
function inBin(publication: Found): Response {
  const language = languageOf(publication)
  const t = translatorFor(language).in('publishing')
  return notice(410, language, {
    title: t('page.binnedTitle', { title: publication.version.title }),
    words: [t('page.binned', { number: publication.version.number })],
  })
}

function notice(status: number, language: Language, said: { title: string; words: string[] }): Response {
  return new Response(noticePage(language, said), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' },
  })
}
