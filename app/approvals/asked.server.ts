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
import { decisionsNow } from './standing.server'

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
  const [known, decided] = await Promise.all([knownBy(services, artefact.id), decisionsNow(services, artefact.id)])
  const askedAfter = differencesTo(services, artefact, version, language)
  const parties = new Map<string, AskedParty>()
  for (const organisationId of organisationIds) {
    const newest = decided.get(organisationId)
    const yes = newest && isYes(newest.outcome) ? newest : undefined
    parties.set(organisationId, {
      knownVersion: known.get(organisationId) ?? null,
      yesRecord: yes?.number ?? null,
      asked: yes ? await askedAfter(yes.versionNumber) : { of: 'whole' },
    })
  }
  return parties
}

/** What is asked of those who have approved a version, by its number: compared once, however many have approved it. */
function differencesTo(services: Services, artefact: ArtefactRecord, proposed: number, language: Language): (approved: number) => Promise<Asked> {
  const known = new Map<number, Promise<Asked>>()
  const after = comparedVersion(services, artefact, proposed, language)
  const compared = async (approved: number): Promise<Asked> => {
    const [from, to] = await Promise.all([comparedVersion(services, artefact, approved, language), after])
    return from && to ? askedAfterYes(from, to) : { of: 'whole' }
  }
  return (approved) => {
    const asked = known.get(approved) ?? compared(approved)
    known.set(approved, asked)
    return asked
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
