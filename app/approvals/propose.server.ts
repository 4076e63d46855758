import { actorOf, recordAudit } from '../accounts/audit.server'
import type { AuditAction } from '../accounts/audit'
import { can, type Participant } from '../accounts/permissions'
import { findArtefact, type ArtefactRecord } from '../artefacts/artefacts.server'
import { artefactThing } from '../artefacts/page/load.server'
import { loadKind } from '../artefacts/registry'
import type { Language } from '../i18n/languages'
import { newId } from '../lib/id'
import type { Services } from '../load-context'
import { organisationsOf } from '../projects/organisations.server'
import { VersionRefused } from '../versions/refusal'
import { getVersion, type Version } from '../versions/versions.server'
import { askParties, type AskedParty } from './asked.server'
import type { LeftOut } from './model/left-out'
import type { Standing } from './model/standing'
import { ApprovalRefused } from './refusal'
import { standingOf } from './standing.server'
import { inApprovalTurn } from './turn.server'

/** Who does it, to which artefact, in which language names of clauses are written down. */
export interface ProposingAct {
  participant: Participant
  artefact: ArtefactRecord
  language: Language
}

export interface ProposedVersion {
  /** The version's. */
  number: number
  /** "2027-03-31" */
  due: string
  words: string
  /** Those that the project does not have are left out. */
  organisationIds: readonly string[]
}

/**
 * Puts a version to the parties. Where every one of them has approved exactly this before, it is final at once. Answers
 * the circulation's id.
 * @throws ApprovalRefused `not-allowed`, `not-found`, `unreadable`, `underway`, `suggestions-open`, `not-a-party` (nobody
 * was chosen), `already-final`
 */
export function proposeVersion(services: Services, act: ProposingAct, proposed: ProposedVersion): Promise<string> {
  requireLeader(act)
  return inApprovalTurn(services, async () => {
    const { artefact } = act
    // It may have been thrown away a moment ago.
    if (!(await findArtefact(services, artefact.id))) throw new ApprovalRefused('not-found')
    const standing = await standingOf(services, artefact.id)
    if (standing.circulation?.state === 'underway') throw new ApprovalRefused('underway')
    const version = await cleanVersion(services, artefact, proposed.number)
    const { parties, leftOut } = await chosenParties(services, act, proposed)
    const circulation = await store(services, act, { proposed, version, parties, leftOut, standing })
    await recordAudit(services, auditOf(act, 'version.proposed', version))
    if (circulation.finalAt) await recordAudit(services, auditOf(act, 'version.final', version))
    services.live.pageChanged(artefact.id)
    return circulation.id
  })
}

/**
 * Takes back what is with the parties. What they have decided stays recorded.
 * @throws ApprovalRefused `not-allowed`, `not-found`, `withdrawn`, `final`
 */
export function withdrawCirculation(
  services: Services,
  act: ProposingAct,
  { circulationId, words }: { circulationId: string; words: string },
): Promise<void> {
  requireLeader(act)
  return inApprovalTurn(services, async () => {
    const circulation = await services.database.circulation.findFirst({
      where: { id: circulationId, artefactId: act.artefact.id },
      include: { version: { select: { id: true, number: true } } },
    })
    if (!circulation) throw new ApprovalRefused('not-found')
    if (circulation.withdrawnAt) throw new ApprovalRefused('withdrawn')
    if (circulation.finalAt) throw new ApprovalRefused('final')
    await services.database.circulation.update({
      where: { id: circulationId },
      data: { withdrawnAt: new Date(services.now()), withdrawnWords: words },
    })
    await recordAudit(services, auditOf(act, 'version.withdrawn', circulation.version))
    services.live.pageChanged(act.artefact.id)
  })
}

function requireLeader({ participant, artefact }: ProposingAct): void {
  if (!can(participant, 'circulate', artefactThing(artefact))) throw new ApprovalRefused('not-allowed')
}

/** A version in which nothing is only suggested: what is decided on must be one text. */
async function cleanVersion(services: Services, artefact: ArtefactRecord, number: number): Promise<Version> {
  const version = await getVersion(services, artefact.id, number).catch((error: unknown) => {
    if (error instanceof VersionRefused && error.reason === 'unreadable') throw new ApprovalRefused('unreadable', { cause: error })
    throw error
  })
  if (!version) throw new ApprovalRefused('not-found')
  const outlet = await (await loadKind(version.kind)).loadExport()
  if ((outlet.openSuggestions?.(version.content) ?? 0) > 0) throw new ApprovalRefused('suggestions-open')
  return version
}

interface ChosenParty extends AskedParty {
  organisationId: string
  organisationName: string
  order: number
}

/** Who is asked about what, and which of the project's organisations are not asked. */
async function chosenParties(services: Services, { artefact, language }: ProposingAct, proposed: ProposedVersion) {
  const organisations = await organisationsOf(services, artefact.projectId)
  const chosen = organisations.filter(({ id }) => proposed.organisationIds.includes(id))
  if (chosen.length === 0) throw new ApprovalRefused('not-a-party')
  const asked = await askParties(services, artefact, {
    version: proposed.number,
    organisationIds: chosen.map(({ id }) => id),
    language,
  })
  const parties = chosen.map(({ id, name }, order): ChosenParty => ({
    organisationId: id,
    organisationName: name,
    order,
    ...(asked.get(id) ?? { knownVersion: null, yesRecord: null, asked: { of: 'whole' } }),
  }))
  const others = organisations.filter((organisation) => !chosen.includes(organisation))
  return { parties, leftOut: others.map(({ id, name }): LeftOut => ({ organisationId: id, name })) }
}

interface Proposal {
  proposed: ProposedVersion
  version: Version
  parties: readonly ChosenParty[]
  leftOut: readonly LeftOut[]
  standing: Standing
}

async function store(services: Services, { participant, artefact }: ProposingAct, proposal: Proposal) {
  const { proposed, version, parties, leftOut, standing } = proposal
  const now = new Date(services.now())
  const row = {
    id: newId(),
    artefactId: artefact.id,
    due: proposed.due,
    words: proposed.words,
    leftOut: JSON.stringify(leftOut),
    proposedAt: now,
    proposedByName: participant.kind === 'stranger' ? '' : participant.name,
    // Each of them has approved exactly this before.
    finalAt: parties.every(({ asked }) => asked.of === 'nothing') ? now : null,
  }
  if (row.finalAt && standing.final?.version.id === version.id) throw new ApprovalRefused('already-final')
  await services.database.$transaction([
    services.database.circulation.create({ data: { ...row, versionId: version.id } }),
    services.database.circulationParty.createMany({
      data: parties.map((party) => ({ ...party, circulationId: row.id, asked: JSON.stringify(party.asked) })),
    }),
  ])
  return row
}

/** News of a version: which one the sentence is about. */
export function auditOf(
  { participant, artefact }: Pick<ProposingAct, 'participant' | 'artefact'>,
  action: AuditAction,
  { id, number }: { id: string; number: number },
) {
  const actor = actorOf(participant)
  return { action, projectId: artefact.projectId, actor, subject: `version:${id}`, detail: { number } } as const
}
