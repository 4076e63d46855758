import { recordDecision } from '../../app/approvals/decide.server'
import { proposeVersion } from '../../app/approvals/propose.server'
import { standingOf } from '../../app/approvals/standing.server'
import { approval, type Circulating } from './circulating'

/** Every organisation of the project is asked about a version, and approves it unless it says exactly what it has approved. */
export async function agreeOn(place: Circulating, number: number): Promise<void> {
  const { services, artefact, organisationIds } = place
  await proposeVersion(services, place.act(), { number, due: '2027-01-31', words: '', organisationIds })
  const { circulation } = await standingOf(services, artefact.id)
  if (!circulation) throw new Error('Nothing was proposed')
  for (const { organisationId: organisation, answer } of circulation.parties) {
    if (answer !== 'waiting') continue
    const secretary = await place.person(organisation)
    await recordDecision(
      services,
      place.act(secretary),
      approval({ circulation: circulation.id, organisation, versionHash: circulation.version.hash }),
    )
  }
}
