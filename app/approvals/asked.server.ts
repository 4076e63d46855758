import type { ArtefactRecord } from '../artefacts/artefacts.server'
import { loadKind } from '../artefacts/registry'
import type { Language } from '../i18n/languages'
import { createKindTranslate } from '../i18n/translator'
import type { Services } from '../load-context'
import { VersionRefused } from '../versions/refusal'
import { getVersion } from '../versions/versions.server'
import { knownBy } from './known-version.server'
import { askedAfterYes, type Asked, type ComparedVersion } from './model/asked'
import { isYes } from './model/outcome'
import { shownRecord, type ApprovalRecord } from './model/record'

/** What is settled about a party when a version is proposed to it. */
export interface AskedParty {
  knownVersion: number | null
  yesRecord: number | null
  asked: Asked
}

/** What each organisation is asked about a version, by its id: from what it has decided and said so far. */
export async function askParties(
  services: Services,
  artefact: ArtefactRecord,
  { version, organisationIds, language }: { version: number; organisationIds: readonly string[]; language: Language },
): Promise<Map<string, AskedParty>> {
  const [known, decided] = await Promise.all([knownBy(services, artefact.id), newestDecisions(services, artefact.id)])
  const stateOf = comparedVersions(services, artefact, language)
  const parties = new Map<string, AskedParty>()
  for (const organisationId of organisationIds) {
    const newest = decided.get(organisationId)
    const yes = newest && isYes(newest.outcome) ? newest : undefined
    parties.set(organisationId, {
      knownVersion: known.get(organisationId) ?? null,
      yesRecord: yes?.number ?? null,
      asked: yes ? await askedSince(stateOf, yes.versionNumber, version) : { of: 'whole' },
    })
  }
  return parties
}

type StateOf = (number: number) => Promise<ComparedVersion | undefined>

async function askedSince(stateOf: StateOf, approved: number, proposed: number): Promise<Asked> {
  const [before, after] = [await stateOf(approved), await stateOf(proposed)]
  return before && after ? askedAfterYes(before, after) : { of: 'whole' }
}

/** Versions as they are compared, each read once; undefined for what this build cannot read. */
function comparedVersions(services: Services, artefact: ArtefactRecord, language: Language): StateOf {
  const read = new Map<number, Promise<ComparedVersion | undefined>>()
  return (number) => {
    const state = read.get(number) ?? comparedVersion(services, artefact, number, language)
    read.set(number, state)
    return state
  }
}

/** Undefined for a version that is not there, or that this build cannot read. */
export async function comparedVersion(
  services: Services,
  artefact: ArtefactRecord,
  number: number,
  language: Language,
): Promise<ComparedVersion | undefined> {
  const kind = await loadKind(artefact.kind)
  const [outlet, messages, version] = await Promise.all([
    kind.loadExport(),
    kind.loadMessages(language),
    getVersion(services, artefact.id, number).catch((error: unknown) => {
      if (error instanceof VersionRefused && error.reason === 'unreadable') return undefined
      throw error
    }),
  ])
  if (!version) return undefined
  const { title, content } = version
  return { title, content, parts: outlet.parts(content, createKindTranslate(language, messages)) }
}

/** By organisation: what it decided last, on whatever version. */
async function newestDecisions({ database }: Services, artefactId: string): Promise<Map<string, ApprovalRecord>> {
  const records = await database.approvalRecord.findMany({ where: { artefactId }, orderBy: { number: 'asc' } })
  return new Map(records.map((record) => [record.organisationId, shownRecord(record)]))
}
