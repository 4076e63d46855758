import { actorOf, recordAudit } from '../accounts/audit.server'
import { FieldRefused } from '../accounts/form-problem'
import { canonicalJson } from '../lib/canonical-json'
import type { Services } from '../load-context'
import { VersionRefused } from '../versions/refusal'
import { versionHash } from '../versions/version-hash.server'
import { getVersion, type Version } from '../versions/versions.server'
import { wallDate } from '../workshops/wall-time'
import { comparedVersion } from './asked.server'
import { recordHash } from './chain.server'
import type { PostedDecision } from './decision'
import { keepExtract, type AttachedExtract } from './extract.server'
import { mandateOf } from './mandate.server'
import { decidingParty } from './model/may-decide'
import { noPreviousHash, shownRecord, type ApprovalRecord, type Reservation, type StoredRecord } from './model/record'
import { reservedClause } from './model/reserved-clause'
import { isApprovedByAll, type CirculationStanding, type PartyStanding } from './model/standing'
import { auditOf, type ProposingAct } from './propose.server'
import { ApprovalRefused } from './refusal'
import { standingOf } from './standing.server'
import { inApprovalTurn } from './turn.server'

/** A decision as it was posted, with the extract that came along. */
export interface Decision extends PostedDecision {
  /** Without one, a correction keeps the extract of the record that it takes the place of. */
  extract: AttachedExtract | undefined
}

/**
 * Records what an organisation has decided on the version that is with it: bound to its hash and chained to the record
 * before it, for good. When it was the last approval that was missing, the version is final from now on.
 * @throws ApprovalRefused `no-mandate`, `not-found`, `not-a-party`, `withdrawn`, `other-version`, `already-decided`,
 * `final`, `unreadable`
 * @throws FieldRefused `decidedOn`, `reservations`
 */
export async function recordDecision(services: Services, act: ProposingAct, decision: Decision): Promise<ApprovalRecord> {
  try {
    return await inApprovalTurn(services, () => decide(services, act, decision))
  } catch (error) {
    if (error instanceof ApprovalRefused) await recordRefusal(services, act, error)
    throw error
  }
}

/** Before anything of what somebody posts is read. @throws ApprovalRefused `no-mandate`, which is written down */
export async function requireMandate(services: Services, act: ProposingAct): Promise<void> {
  if (await mandateOf(services, act.participant, act.artefact.projectId)) return
  const refused = new ApprovalRefused('no-mandate')
  await recordRefusal(services, act, refused)
  throw refused
}

async function decide(services: Services, act: ProposingAct, decision: Decision): Promise<ApprovalRecord> {
  const { artefact, participant } = act
  const mandate = await mandateOf(services, participant, artefact.projectId)
  if (mandate !== decision.organisation) throw new ApprovalRefused('no-mandate')
  const { all } = await standingOf(services, artefact.id)
  const circulation = all.find(({ id }) => id === decision.circulation)
  if (!circulation) throw new ApprovalRefused('not-found')
  const party = decidingParty(circulation, decision)
  const { takenAt } = await requireWhole(services, artefact.id, circulation.version)
  if (decision.decidedOn > wallDate(new Date(services.now()))) throw new FieldRefused('decidedOn', 'inTheFuture')
  if (decision.decidedOn < wallDate(takenAt) && !decision.beforeVersion) throw new FieldRefused('decidedOn', 'beforeVersion')
  const reservations = await reservedClauses(services, act, circulation.version.number, decision)
  const record = await nextRecord(services, act, { circulation, party, decision, reservations })
  if (decision.extract) await keepExtract(services, decision.extract)
  const isFinal = await store(services, record, { circulation, party })
  await tell(services, act, { circulation, party, record, isFinal })
  return shownRecord({ ...record, hash: recordHash(record) })
}

/** An approval binds an organisation to every letter: of a version that has been damaged since nobody can tell which. */
async function requireWhole(services: Services, artefactId: string, { number, hash }: CirculationStanding['version']): Promise<Version> {
  const version = await getVersion(services, artefactId, number).catch((error: unknown) => {
    if (error instanceof VersionRefused) return undefined
    throw error
  })
  if (!version || versionHash({ ...version, content: version.storedContent }) !== hash) throw new ApprovalRefused('unreadable')
  return version
}

/** With their numbers and titles in this version. Without a reservation none are kept. */
async function reservedClauses(
  services: Services,
  { artefact, language }: ProposingAct,
  version: number,
  { outcome, reservations }: Decision,
): Promise<Reservation[]> {
  if (outcome !== 'approved-with-reservation') return []
  const state = await comparedVersion(services, artefact, version, language)
  const reserved = state?.parts.filter(({ id }) => reservations.includes(id)).map(reservedClause) ?? []
  if (reserved.length < new Set(reservations).size) throw new FieldRefused('reservations', 'notAnOption')
  return reserved
}

interface Decided {
  circulation: CirculationStanding
  party: PartyStanding
}

async function nextRecord(
  services: Services,
  { participant, artefact }: ProposingAct,
  { circulation, party, decision, reservations }: Decided & { decision: Decision; reservations: Reservation[] },
): Promise<StoredRecord> {
  const { version } = circulation
  const { body, decidedOn, section, outcome, words, link, supersedes, extract } = decision
  const before = await services.database.approvalRecord.findFirst({
    orderBy: { number: 'desc' },
    select: { number: true, hash: true },
  })
  return {
    number: (before?.number ?? 0) + 1,
    ...{ circulationId: circulation.id, artefactId: artefact.id },
    ...{ versionId: version.id, versionNumber: version.number, versionHash: version.hash },
    ...{ organisationId: party.organisationId, organisationName: party.name },
    ...{ body, decidedOn, section, outcome, words, link, supersedes },
    reservations: canonicalJson(reservations),
    extractHash: extract?.hash ?? party.record?.extractHash ?? '',
    extractName: extract?.name ?? party.record?.extractName ?? '',
    recordedAt: new Date(services.now()),
    recordedByKey: actorOf(participant),
    recordedByName: participant.kind === 'stranger' ? '' : participant.name,
    previousHash: before?.hash ?? noPreviousHash,
  }
}

/** Answers whether the version became final by it: both are written together. */
async function store({ database }: Services, record: StoredRecord, { circulation, party }: Decided): Promise<boolean> {
  const insert = database.approvalRecord.create({ data: { ...record, hash: recordHash(record) } })
  const { outcome } = shownRecord({ ...record, hash: '' })
  const isFinal =
    circulation.state === 'underway' && isApprovedByAll(circulation.parties.map((one) => (one === party ? { answer: outcome } : one)))
  const { id } = circulation
  if (isFinal) await database.$transaction([insert, database.circulation.update({ where: { id }, data: { finalAt: record.recordedAt } })])
  else await insert
  return isFinal
}

async function tell(
  services: Services,
  act: ProposingAct,
  { circulation: { version }, party, record, isFinal }: Decided & { record: StoredRecord; isFinal: boolean },
): Promise<void> {
  const detail = { number: version.number, organisation: party.name, record: record.number }
  await recordAudit(services, { ...auditOf(act, 'version.decided', version), detail })
  if (isFinal) await recordAudit(services, { ...auditOf(act, 'version.final', version), actor: 'server' })
  services.live.pageChanged(act.artefact.id)
}

/** For whoever asks who tried to decide for another. */
async function recordRefusal(services: Services, { participant, artefact }: ProposingAct, { reason }: ApprovalRefused): Promise<void> {
  await recordAudit(services, {
    action: 'decision.refused',
    projectId: artefact.projectId,
    actor: actorOf(participant),
    subject: `artefact:${artefact.id}`,
    detail: { reason },
  })
}
