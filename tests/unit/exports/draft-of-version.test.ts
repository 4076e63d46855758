import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberParticipant } from '../../../app/accounts/permissions'
import { findArtefact } from '../../../app/artefacts/artefacts.server'
import { exportArtefact } from '../../../app/exports/export.server'
import type { FormatId } from '../../../app/exports/formats'
import { writeDocument } from '../../../app/exports/write-document.server'
import { takeVersion } from '../../../app/versions/versions.server'
import { addArtefact, addMember, projectWithOwner } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let artefactId: string
let owner: MemberParticipant

const board = (text: string) => ({
  items: [{ id: 'n1', type: 'note', text, colour: 'paper', x: 0, y: 0, width: 100, height: 100, order: 'a0' }],
  connectors: [],
})

async function exported(format: FormatId): Promise<string> {
  const artefact = await findArtefact(services, artefactId)
  if (!artefact) throw new Error('no artefact')
  const file = await exportArtefact(services, artefact, { version: null, format, language: 'fi' })
  return new TextDecoder().decode(file?.bytes)
}

beforeEach(async () => {
  services = await temporaryServices()
  services.exporter.render = (format, document) => writeDocument(format, document, 'fi')
  const { projectId } = await projectWithOwner(services)
  const { userId } = await addMember(services, projectId, 'owner', null)
  const memberships = [{ projectId, role: 'owner' as const, organisationId: null }]
  owner = { kind: 'member', userId, name: 'Omistaja', installationOwner: false, memberships }
  artefactId = await addArtefact(services, projectId, 'Alueellinen yhteistyömalli')
  await services.live.create(artefactId, 'cooperation-model', board('alku'))
})

afterEach(() => services.close())

describe('a draft on paper', () => {
  it('says that no version holds it, or else which one does', async () => {
    const unsaved = 'Luonnosta ei ole tallennettu versioksi'
    expect(await exported('html')).toContain(unsaved)

    await takeVersion(services, owner, artefactId, { name: 'Lausunnolle', note: '' })
    const same = await exported('html')
    expect(same).not.toContain(unsaved)
    expect(same).toContain('täsmälleen sama kuin tässä versiossa: Versio 1 – Lausunnolle.')
    expect(same).toContain('Luonnos')

    await services.live.restore(artefactId, 'cooperation-model', board('jatkettu'))
    expect(await exported('html')).toContain(unsaved)
  })

  it('calls its picture by the name of what it shows', async () => {
    expect(await exported('md')).toContain('**Kuva 1.** Alueellinen yhteistyömalli')
  })
})
