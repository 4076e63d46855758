import { data, type AppLoadContext } from 'react-router'
import type { KindExport, Part, Translate } from '../artefacts/kind'
import type { ArtefactRecord } from '../artefacts/artefacts.server'
import { loadKind } from '../artefacts/registry'
import { translatorFor } from '../i18n/catalogue.server'
import type { Language } from '../i18n/languages'
import { createKindTranslate } from '../i18n/translator'
import type { Services } from '../load-context'
import { compareParts } from './compare'
import { readable, requireVersions, versionNumber } from './pages.server'
import { getVersion, listVersions } from './versions.server'

/** One side of a comparison: a version, or the state as it is now. */
export type Side = number | 'now'

/**
 * What has changed between two versions, or since one: `?from=3&to=now`. Without them, since the latest version.
 * Throws 404 for versions that are not there.
 */
export async function loadComparePage(request: Request, context: AppLoadContext, artefactId: string) {
  const { language, artefact } = await requireVersions(request, context, artefactId)
  const versions = await listVersions(context.services, artefact.id)
  const base = {
    artefact: { id: artefact.id, title: artefact.title },
    versions: versions.map(({ number, name }) => ({ number, name })),
  }
  const query = new URL(request.url).searchParams
  const from = readSide(query.get('from')) ?? versions[0]?.number
  const to = readSide(query.get('to')) ?? 'now'
  if (from === undefined) return { ...base, sides: null, comparison: null }
  return { ...base, sides: { from, to }, comparison: await comparisonOf(context.services, artefact, { from, to }, language) }
}

export type ComparePageData = Awaited<ReturnType<typeof loadComparePage>>

function readSide(text: string | null): Side | undefined {
  if (text === null || text === '') return undefined
  return text === 'now' ? 'now' : versionNumber(text)
}

/** Null where one of the two cannot be read by this build. Throws 404 for a version that is not there. Authorise before. */
export async function comparisonOf(services: Services, artefact: ArtefactRecord, sides: { from: Side; to: Side }, language: Language) {
  const kind = await loadKind(artefact.kind)
  const [outlet, messages, before, after] = await Promise.all([
    kind.loadExport(),
    kind.loadMessages(language),
    stateAt(services, artefact, sides.from),
    stateAt(services, artefact, sides.to),
  ])
  if (!before || !after) return null
  const t = createKindTranslate(language, messages)
  const titles = before.title === after.title ? [] : [before.title, after.title]
  const titlePart = (title: string | undefined) =>
    title === undefined ? [] : [titleAsPart(title, t, translatorFor(language).in('versions')('compare.titleField'))]
  return compareParts(
    [...titlePart(titles[0]), ...partsOf(outlet, before, t)],
    [...titlePart(titles[1]), ...partsOf(outlet, after, t)],
  )
}

interface State {
  title: string
  content: unknown
}

/** Undefined for what this build cannot read. Throws 404 for a version that is not there. */
async function stateAt(services: Services, artefact: ArtefactRecord, side: Side): Promise<State | undefined> {
  if (side === 'now') {
    const { content } = await services.live.read(artefact.id, artefact.kind)
    return { title: artefact.title, content }
  }
  const version = await readable(found(getVersion(services, artefact.id, side)))
  return version && { title: version.title, content: version.content }
}

async function found<Value>(looking: Promise<Value | undefined>): Promise<Value> {
  const value = await looking
  if (value === undefined) throw data(null, { status: 404 })
  return value
}

const partsOf = (outlet: KindExport<unknown>, { content }: State, t: Translate): Part[] => outlet.parts(content, t)

/** The title is no part of the content, but it is of the version. */
function titleAsPart(title: string, t: Translate, field: string): Part {
  // Ids of parts are never empty, so this is nobody's.
  return { id: '', kind: t('name'), name: title, place: '', order: -1, fields: [{ name: field, text: title }] }
}
