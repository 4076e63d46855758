import type { MemberParticipant, ProjectRole } from '../../app/accounts/permissions'
import type { Agreement } from '../../app/artefacts/agreement/model/content'
import { findArtefact, type ArtefactRecord } from '../../app/artefacts/artefacts.server'
import type { Decision } from '../../app/approvals/decide.server'
import type { ProposingAct } from '../../app/approvals/propose.server'
import { newId } from '../../app/lib/id'
import type { Services } from '../../app/load-context'
import { takeVersion } from '../../app/versions/versions.server'
import { newAccount, projectWithOwner } from './example-people'

/** An agreement of one paragraph a clause, with the clauses' titles as ids. */
export function agreementOf(clauses: Record<string, string>): Agreement {
  return {
    clauses: Object.entries(clauses).map(([id, text]) => ({
      type: 'clause',
      attrs: { id },
      content: [
        { type: 'clauseTitle', content: [{ type: 'text', text: id }] },
        { type: 'paragraph', content: [{ type: 'text', text }] },
      ],
    })),
  }
}

/** A project of three organisations with an agreement, and for each organisation somebody who records its decisions. */
export class Circulating {
  private constructor(
    readonly services: Services,
    readonly projectId: string,
    readonly artefact: ArtefactRecord,
    readonly owner: MemberParticipant,
    readonly organisationIds: string[],
  ) {}

  static async begin(services: Services, clauses: Record<string, string> = { Tarkoitus: 'Alku.', Kustannukset: 'Puoliksi.' }) {
    const { projectId, organisations, userId } = await projectWithOwner(services)
    const id = newId()
    await services.database.artefact.create({ data: { id, projectId, kind: 'agreement', title: 'Kumppanuussopimus' } })
    await services.live.create(id, 'agreement', agreementOf(clauses))
    const artefact = await findArtefact(services, id)
    if (!artefact) throw new Error('no artefact')
    const owner = memberOf(projectId, userId, 'owner', null)
    return new Circulating(services, projectId, artefact, owner, organisations.map((one) => one.id))
  }

  act(participant: MemberParticipant = this.owner): ProposingAct {
    return { participant, artefact: this.artefact, language: 'fi' }
  }

  async write(clauses: Record<string, string>): Promise<void> {
    await this.services.live.restore(this.artefact.id, 'agreement', agreementOf(clauses))
  }

  /** Answers the version's number. */
  async takeVersion(name = 'Hyväksyttäväksi'): Promise<number> {
    return (await takeVersion(this.services, this.owner, this.artefact.id, { name, note: '' })).number
  }

  /** Somebody of an organisation, with its mandate unless a test says otherwise. */
  async person(organisationId: string | null, { mandate = true, role = 'member' }: { mandate?: boolean; role?: ProjectRole } = {}) {
    const userId = await newAccount(this.services)
    const { projectId } = this
    await this.services.database.membership.create({ data: { id: newId(), userId, projectId, role, organisationId, mandate } })
    return memberOf(projectId, userId, role, organisationId)
  }
}

function memberOf(projectId: string, userId: string, role: ProjectRole, organisationId: string | null): MemberParticipant {
  return { kind: 'member', userId, name: 'Kaisa', installationOwner: false, memberships: [{ projectId, role, organisationId }] }
}

/** A plain approval, but for what a test says otherwise. */
export function approval(of: Pick<Decision, 'circulation' | 'organisation' | 'versionHash'>, otherwise: Partial<Decision> = {}): Decision {
  return {
    ...of,
    body: 'Kaupunginhallitus',
    decidedOn: '2026-11-18',
    beforeVersion: false,
    section: '§ 228',
    outcome: 'approved',
    reservations: [],
    words: '',
    link: '',
    supersedes: null,
    extract: undefined,
    ...otherwise,
  }
}
