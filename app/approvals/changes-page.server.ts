import { data, type AppLoadContext } from 'react-router'
import { can } from '../accounts/permissions'
import { comparisonOf } from '../versions/compare-page.server'
import { documentOf, requireVersions, versionNumber } from '../versions/pages.server'
import type { CirculationStanding, PartyStanding } from './model/standing'
import { organisationOf } from './pages.server'
import { standingOf } from './standing.server'

/**
 * What a party is shown of the version that is with it: what has changed since the version that it knew, or all of it.
 * `?party=ID` as another party sees it; `?since=3` since another version, `?since=0` the whole text. Throws 404 where nothing
 * has been proposed.
 */
export async function loadChangesPage(request: Request, context: AppLoadContext, artefactId: string) {
  const { participant, language, artefact, thing } = await requireVersions(request, context, artefactId)
  const { services } = context
  const { circulation } = await standingOf(services, artefact.id)
  if (!circulation) throw data(null, { status: 404 })
  const query = new URL(request.url).searchParams
  const wanted = query.get('party') ?? organisationOf(participant, artefact.projectId)
  const party = circulation.parties.find(({ organisationId }) => organisationId === wanted)
  const since = chosenSince(query.get('since'), party)
  const { number } = circulation.version
  return {
    artefact: { id: artefact.id, kind: artefact.kind, title: artefact.title },
    mayExport: can(participant, 'export', thing),
    version: circulation.version,
    parties: circulation.parties.map(({ organisationId, name }) => ({ organisationId, name })),
    party: party ? { organisationId: party.organisationId, name: party.name, asked: party.asked } : null,
    choices: choicesOf(circulation, party),
    since,
    comparison: since === null ? null : await comparisonOf(services, artefact, { from: since, to: number }, language),
    document: since === null ? await documentOf(services, artefact, number, language) : null,
  }
}

export type ChangesPageData = Awaited<ReturnType<typeof loadChangesPage>>

/** Null: the whole text. */
function chosenSince(text: string | null, party: PartyStanding | undefined): number | null {
  if (text === '0') return null
  return text === null || text === '' ? (party?.knownVersion ?? null) : versionNumber(text)
}

/** Since which versions a party may want to see the changes: the one that it knew, and the one that it approved. */
function choicesOf({ version }: CirculationStanding, party: PartyStanding | undefined): { since: number; why: 'known' | 'approved' | 'both' }[] {
  const known = party?.knownVersion ?? null
  const approved = party?.earlierYes?.versionNumber ?? null
  if (known !== null && known === approved) return [{ since: known, why: 'both' }]
  const choices = [
    ...(known === null ? [] : [{ since: known, why: 'known' as const }]),
    ...(approved === null ? [] : [{ since: approved, why: 'approved' as const }]),
  ]
  return choices.filter(({ since }) => since !== version.number)
}
