import type { MemberParticipant } from '../accounts/permissions'
import { actorOf, recordAudit } from '../accounts/audit.server'
import type { ArtefactRecord } from '../artefacts/artefacts.server'
import type { Agreement } from '../artefacts/agreement/model/content'
import { wordedClauses } from '../artefacts/agreement/model/wording'
import { inTurn } from '../lib/in-turn.server'
import type { Services } from '../load-context'
import { organisationsOf } from '../projects/organisations.server'
import type { PositionHistory, StateAnswer } from './model/answers'
import type { Moment } from './model/progress'
import { stanceSchema, type Stance } from './model/stance'
import { newestStatements, type AskedOrganisation, type Statement } from './model/statement'
import { voiceOf } from './voice'

/** Where somebody says that their organisation stands, and on which wording. */
export interface NewPosition {
  clause: string
  stance: Stance
  words: string
  /** Of the wording that they saw. */
  wordingHash: string
}

type Agreed = Pick<ArtefactRecord, 'id' | 'kind' | 'projectId' | 'locked'>

/**
 * Says where the participant's own organisation stands on a clause, as the clause reads now. The same said twice in a
 * row is said once, so that what was sent again does no harm.
 */
export async function statePosition(
  services: Services,
  participant: MemberParticipant,
  artefact: Agreed,
  position: NewPosition,
): Promise<StateAnswer> {
  const voice = voiceOf(participant, artefact)
  if (!voice.may) return { outcome: 'not-allowed', why: voice.why }
  const content = await agreementNow(services, artefact)
  const clause = wordedClauses(content).find(({ id, isHeading }) => id === position.clause && !isHeading)
  if (!clause) return { outcome: 'clause-gone' }
  const { wording, hash } = clause
  if (hash !== position.wordingHash) return { outcome: 'wording-changed', wording, wordingHash: hash }
  const of = { artefactId: artefact.id, clauseId: clause.id, organisationId: voice.organisation }
  const act = { participant, projectId: artefact.projectId, of }
  return inTurn(services, `position ${Object.values(of).join(' ')}`, () => keep(services, act, { ...position, wording }))
}

interface Place {
  artefactId: string
  clauseId: string
  organisationId: string
}

async function keep(
  services: Services,
  { participant, projectId, of }: { participant: MemberParticipant; projectId: string; of: Place },
  { stance, words, wording, wordingHash }: NewPosition & { wording: string },
): Promise<StateAnswer> {
  const { position } = services.database
  const before = await position.findFirst({ where: of, orderBy: { id: 'desc' }, select: statementColumns })
  if (before && saysTheSame(before, { stance, words, wordingHash })) return { outcome: 'stated', statement: asStatement(before) }
  const actor = actorOf(participant)
  const by = { statedByKey: actor, statedByName: participant.name, statedAt: new Date(services.now()) }
  const stated = await position.create({ data: { ...of, stance, words, wording, wordingHash, ...by }, select: statementColumns })
  const { artefactId, clauseId: clause, organisationId: organisation } = of
  await recordAudit(services, {
    action: 'position.stated',
    ...{ projectId, actor, subject: `artefact:${artefactId}` },
    detail: { clause, organisation, stance },
  })
  services.live.pageChanged(artefactId)
  return { outcome: 'stated', statement: asStatement(stated) }
}

/** The newest of each organisation on each clause, of what was said after a statement; 0: of all. */
export async function statementsAfter(services: Services, artefactId: string, after: number): Promise<Statement[]> {
  return [...newestStatements(await allStatements(services, artefactId, after)).values()]
}

/** All that was ever said, in order. */
export async function allStatements(services: Services, artefactId: string, after = 0): Promise<Statement[]> {
  const rows = await services.database.position.findMany({
    where: { artefactId, id: { gt: after } },
    orderBy: { id: 'asc' },
    select: statementColumns,
  })
  return rows.map(asStatement)
}

/** All that was ever said about a clause, the newest first, with what the clause said then. */
export async function clauseHistory(services: Services, artefactId: string, clauseId: string): Promise<PositionHistory> {
  const rows = await services.database.position.findMany({
    where: { artefactId, clauseId },
    orderBy: { id: 'desc' },
    select: { ...statementColumns, wording: true, organisation: { select: { name: true } } },
  })
  return rows.map(({ organisation, wording, ...row }) => ({
    ...asStatement(row),
    organisationName: organisation.name,
    wording,
  }))
}

/** Everybody who is asked: the organisations of the project. */
export async function askedOrganisations(services: Services, projectId: string): Promise<AskedOrganisation[]> {
  const organisations = await organisationsOf(services, projectId)
  return organisations.map(({ id, name, type }) => ({ id, name, type }))
}

/** The agreement as it stands in its room. Of an agreement alone. */
export async function agreementNow(services: Services, { id, kind }: Pick<ArtefactRecord, 'id' | 'kind'>): Promise<Agreement> {
  const { content } = await services.live.read(id, kind)
  return content as Agreement
}

/** The ends of the workshops that worked on the artefact, as far as they have ended. */
export async function workshopEnds({ database, now }: Services, artefactId: string): Promise<Moment[]> {
  const workshops = await database.workshop.findMany({
    where: { artefacts: { some: { artefactId } } },
    select: { id: true, title: true, endsAt: true, run: { select: { closedAt: true } } },
  })
  return workshops.flatMap(({ id, title, endsAt, run }) => {
    const end = run ? run.closedAt : endsAt
    return end && end.getTime() <= now() ? [{ id, title, at: end.getTime() }] : []
  })
}

const statementColumns = {
  id: true,
  clauseId: true,
  organisationId: true,
  stance: true,
  words: true,
  wordingHash: true,
  statedByName: true,
  statedAt: true,
} as const

interface Row {
  id: number
  clauseId: string
  organisationId: string
  stance: string
  words: string
  wordingHash: string
  statedByName: string
  statedAt: Date
}

function asStatement({ id, clauseId, organisationId, stance, words, wordingHash, statedByName, statedAt }: Row): Statement {
  return {
    id,
    clause: clauseId,
    organisation: organisationId,
    stance: stanceSchema.parse(stance),
    words,
    wordingHash,
    by: statedByName,
    at: statedAt.getTime(),
  }
}

function saysTheSame(before: Row, { stance, words, wordingHash }: Omit<NewPosition, 'clause'>): boolean {
  return before.stance === stance && before.words === words && before.wordingHash === wordingHash
}
