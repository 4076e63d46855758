import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MemberParticipant } from '../../../app/accounts/permissions'
import { findArtefact } from '../../../app/artefacts/artefacts.server'
import { annexChoices } from '../../../app/versions/annex-choices.server'
import { listVersions, takeVersion } from '../../../app/versions/versions.server'
import { addArtefact, addMember, projectWithOwner } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices

beforeEach(async () => {
  services = await temporaryServices()
})

afterEach(() => services.close())

it('may be annexes: the exact versions of the project’s other artefacts, and of no other project’s', async () => {
  const { projectId } = await projectWithOwner(services)
  const agreement = await addArtefact(services, projectId, 'Sopimus')
  const model = await addArtefact(services, projectId, 'Yhteistyömalli')
  await addArtefact(services, projectId, 'Ilman versioita')
  const elsewhere = await projectWithOwner(services)
  await addArtefact(services, elsewhere.projectId, 'Toisen hankkeen malli')
  await services.live.create(model, 'cooperation-model', { items: [], connectors: [] })
  const { userId } = await addMember(services, projectId, 'facilitator', null)
  const participant: MemberParticipant = {
    kind: 'member',
    userId,
    name: 'Kokoaja',
    installationOwner: false,
    memberships: [{ projectId, role: 'facilitator', organisationId: null }],
  }
  for (const name of ['Ensimmäinen', 'Toinen']) await takeVersion(services, participant, model, { name, note: '' })
  const artefact = await findArtefact(services, agreement)
  if (!artefact) throw new Error('The artefact is gone')

  const choices = await annexChoices(services, participant, artefact)

  expect(choices.map(({ title }) => title)).toEqual(['Ilman versioita', 'Yhteistyömalli'])
  const [newest, first] = await listVersions(services, model)
  expect(choices[1]?.versions).toMatchObject([
    { number: 2, name: 'Toinen', hash: newest?.hash },
    { number: 1, name: 'Ensimmäinen', hash: first?.hash },
  ])
})
