import type { MemberParticipant, ProjectRole } from '../../../app/accounts/permissions'
import { findArtefact } from '../../../app/artefacts/artefacts.server'
import { agreement, clause, paragraph } from '../../../app/artefacts/agreement/model/compose'
import type { Agreement } from '../../../app/artefacts/agreement/model/content'
import { wordedClauses } from '../../../app/artefacts/agreement/model/wording'
import { newId } from '../../../app/lib/id'
import type { Stance } from '../../../app/positions/model/stance'
import { statePositions } from '../../../app/positions/positions.server'
import { addMember, projectWithOwner } from '../../support/example-people'
import { temporaryServices } from '../../support/temporary-services'

/** An agreement of three clauses, the second of which only gathers one. */
export const shortAgreement = agreement(
  clause('parties', 'Sopijapuolet', paragraph('Osapuolet ovat kunnat ja Kela.')),
  clause('governance', 'Johtaminen', clause('group', 'Ohjausryhmä', paragraph('Kokoontuu kahdesti vuodessa.'))),
  clause('costs', 'Kustannukset', paragraph('Kukin vastaa omistaan.')),
)

/** A project with three organisations, a member of each, and an agreement open in its room. */
export async function agreementWithParties(content: Agreement = shortAgreement) {
  const services = await temporaryServices()
  const { projectId, userId: ownerId, organisations } = await projectWithOwner(services)
  const artefactId = newId()
  await services.database.artefact.create({ data: { id: artefactId, projectId, kind: 'agreement', title: 'Sopimus' } })
  await services.live.create(artefactId, 'agreement', content)
  const participant = async (role: ProjectRole, organisationId: string | null): Promise<MemberParticipant> => {
    const { userId } = await addMember(services, projectId, role, organisationId)
    const memberships = [{ projectId, role, organisationId }]
    return { kind: 'member', userId, name: `Edustaja ${role}`, installationOwner: false, memberships }
  }
  const idOf = (name: string) => {
    const found = organisations.find((one) => one.name === name)
    if (!found) throw new Error(`${name} is not in the project`)
    return found.id
  }
  const ids = { haapavesi: idOf('Haapavesi'), oulainen: idOf('Oulainen'), kela: idOf('Kela') }
  const people = {
    haapavesi: await participant('member', ids.haapavesi),
    oulainen: await participant('member', ids.oulainen),
    kela: await participant('member', ids.kela),
  }
  const now = () => services.live.read(artefactId, 'agreement').then((read) => read.content as Agreement)
  return {
    services,
    projectId,
    artefactId,
    ownerId,
    ids,
    people,
    participant,
    now,
    /** Writes the agreement anew. */
    write: (next: Agreement) => services.live.restore(artefactId, 'agreement', next),
    artefact: async () => {
      const found = await findArtefact(services, artefactId)
      if (!found) throw new Error('The agreement is gone')
      return found
    },
    /** States a position on what the clause says now, or on the wording of a given hash. */
    state: async (who: MemberParticipant, on: string, stance: Stance, words = '', hash?: string) => {
      const found = await findArtefact(services, artefactId)
      if (!found) throw new Error('The agreement is gone')
      const seen = hash ?? wordedClauses(await now()).find(({ id }) => id === on)?.hash ?? '0'.repeat(64)
      const [answer] = await statePositions(services, who, found, [{ clause: on, stance, words, wordingHash: seen }])
      return answer
    },
  }
}
