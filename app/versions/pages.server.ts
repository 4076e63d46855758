import { data, redirect, type AppLoadContext } from 'react-router'
import { z } from 'zod'
import { lineField, textField } from '../accounts/fields'
import type { FormProblems } from '../accounts/form-problem'
import { can } from '../accounts/permissions'
import { readForm } from '../accounts/request.server'
import { approvalOfVersion } from '../approvals/model/at-a-glance'
import { standingOf } from '../approvals/standing.server'
import type { ArtefactRecord } from '../artefacts/artefacts.server'
import { requireArtefact } from '../artefacts/page/load.server'
import { loadKind } from '../artefacts/registry'
import type { Language } from '../i18n/languages'
import { createKindTranslate } from '../i18n/translator'
import type { Services } from '../load-context'
import { publicationsOf } from '../publishing/publications.server'
import { VersionRefused, longestVersionName, longestVersionNote, type VersionRefusal } from './refusal'
import { showDocument, type ShownDocument } from './shown-document'
import { getVersion, listVersions, presentHash, restoreVersion, takeVersion } from './versions.server'

/** What an action answers where it could not do what was asked, beside problems of the form. */
export interface VersionFailure {
  failure: VersionRefusal
}

/** Versions are for people with an account: to a guest these pages do not exist. */
export async function requireVersions(request: Request, context: AppLoadContext, artefactId: string) {
  const found = await requireArtefact(request, context, artefactId)
  if (found.participant.kind === 'guest') throw data(null, { status: 404 })
  return found
}

/** Throws 404 for what is no number of a version. */
export function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw data(null, { status: 404 })
  return Number(text)
}

export async function loadVersionsPage(request: Request, context: AppLoadContext, artefactId: string) {
  const { participant, artefact, thing } = await requireVersions(request, context, artefactId)
  const { services } = context
  const [versions, now, publications, standing, openSuggestions] = await Promise.all([
    listVersions(services, artefact.id),
    hashNow(services, artefact),
    publicationsOf(services, artefact.id),
    standingOf(services, artefact.id),
    openSuggestionsNow(services, artefact),
  ])
  const published = new Map(publications.map((one) => [one.version, one]))
  return {
    artefact: { id: artefact.id, title: artefact.title },
    versions: versions.map((version) => {
      const publication = published.get(version.number)
      const publishedAt = publication && !publication.withdrawnAt ? `/published/${publication.id}` : null
      return { ...version, sameAsNow: version.hash === now, publishedAt, approval: approvalOfVersion(standing, version.id) }
    }),
    may: {
      take: can(participant, 'takeVersion', thing),
      propose: can(participant, 'circulate', thing) && standing.circulation?.state !== 'underway',
    },
    openSuggestions,
  }
}

/** How many suggestions a version would have in it that is taken now; 0 where nothing is suggested, or that cannot be told. */
async function openSuggestionsNow(services: Services, artefact: ArtefactRecord): Promise<number> {
  const { openSuggestions } = await (await loadKind(artefact.kind)).loadExport()
  if (!openSuggestions) return 0
  try {
    return openSuggestions((await services.live.read(artefact.id, artefact.kind)).content)
  } catch (error) {
    services.log.error('version.suggestions-unknown', error, { artefact: artefact.id })
    return 0
  }
}

/** Undefined where the present state cannot be read: the versions are there all the same. */
async function hashNow(services: Services, artefact: ArtefactRecord): Promise<string | undefined> {
  try {
    return await presentHash(services, artefact)
  } catch (error) {
    if (error instanceof VersionRefused && error.reason === 'failed') return undefined
    throw error
  }
}

export type VersionsPageData = Awaited<ReturnType<typeof loadVersionsPage>>

const takeSchema = z.object({ name: lineField(longestVersionName), note: textField(longestVersionNote) })

/** Takes a version and goes to the list, where it stands on top. */
export async function takeFromPage(
  request: Request,
  context: AppLoadContext,
  artefactId: string,
): Promise<FormProblems | Response | ReturnType<typeof failed>> {
  const { participant, artefact } = await requireVersions(request, context, artefactId)
  const form = await readForm(request, takeSchema)
  if (!form.ok) return form
  try {
    const { number } = await takeVersion(context.services, participant, artefact.id, form.value)
    return redirect(`/artefacts/${artefact.id}/versions?taken=${number}`)
  } catch (error) {
    return failed(error)
  }
}

export async function loadVersionPage(request: Request, context: AppLoadContext, artefactId: string, number: number) {
  const { participant, language, artefact, thing } = await requireVersions(request, context, artefactId)
  const { services } = context
  const [versions, kind] = await Promise.all([listVersions(services, artefact.id), loadKind(artefact.kind)])
  const at = versions.findIndex((one) => one.number === number)
  const version = versions[at]
  if (!version) throw data(null, { status: 404 })
  const [outlet, document, standing, publications] = await Promise.all([
    kind.loadExport(),
    documentOf(services, artefact, number, language),
    standingOf(services, artefact.id),
    publicationsOf(services, artefact.id),
  ])
  return {
    artefact: { id: artefact.id, title: artefact.title, locked: artefact.locked, hasPicture: outlet.picture !== undefined },
    version,
    approval: approvalOfVersion(standing, version.id),
    publication: publications.find((one) => one.version === number) ?? null,
    baseUrl: services.settings.baseUrl,
    document,
    previous: versions[at + 1]?.number ?? null,
    next: versions[at - 1]?.number ?? null,
    may: {
      // A lock stops it for now; the page says so rather than hide it.
      restore: can(participant, 'restoreVersion', { ...thing, locked: false }),
      export: can(participant, 'export', thing),
      publish: can(participant, 'publish', thing),
      propose: can(participant, 'circulate', thing) && standing.circulation?.state !== 'underway',
    },
  }
}

export type VersionPageData = Awaited<ReturnType<typeof loadVersionPage>>

/** All of a version as a page shows it; null where it is not there, or this build cannot read it. Authorise before. */
export async function documentOf(
  services: Services,
  artefact: ArtefactRecord,
  number: number,
  language: Language,
): Promise<ShownDocument | null> {
  const kind = await loadKind(artefact.kind)
  const [outlet, messages, version] = await Promise.all([
    kind.loadExport(),
    kind.loadMessages(language),
    readable(getVersion(services, artefact.id, number)),
  ])
  if (!version) return null
  const t = createKindTranslate(language, messages)
  const titlePage = { project: artefact.projectName, kind: t('name'), hash: version.hash, date: version.takenAt }
  return showDocument(outlet.toDocument(version.content, version.title, t, language), titlePage)
}

/** Restores the version and goes to the list, which says what became of the state before. */
export async function restoreFromPage(
  request: Request,
  context: AppLoadContext,
  artefactId: string,
  number: number,
): Promise<Response | ReturnType<typeof failed>> {
  const { participant, language, artefact } = await requireVersions(request, context, artefactId)
  try {
    const { kept } = await restoreVersion(context.services, participant, artefact.id, number, language)
    return redirect(`/artefacts/${artefact.id}/versions?restored=${number}&kept=${kept}`)
  } catch (error) {
    return failed(error)
  }
}

/** Undefined for what this build cannot read. */
export async function readable<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof VersionRefused && error.reason === 'unreadable') return undefined
    throw error
  }
}

const statuses: Record<VersionRefusal, number> = {
  'not-found': 404,
  'not-allowed': 403,
  locked: 409,
  unreadable: 422,
  failed: 503,
}

/** What the page can say beside its form; what it cannot is thrown, as everywhere. */
function failed(error: unknown) {
  if (!(error instanceof VersionRefused)) throw error
  const { reason } = error
  if (reason === 'not-found' || reason === 'not-allowed') throw data(null, { status: statuses[reason] })
  return data<VersionFailure>({ failure: reason }, { status: statuses[reason] })
}
