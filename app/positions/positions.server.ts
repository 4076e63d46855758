import type { MemberParticipant } from '../accounts/permissions'
import { actorOf, recordAudits } from '../accounts/audit.server'
import type { ArtefactRecord } from '../artefacts/artefacts.server'
import type { Agreement } from '../artefacts/agreement/model/content'
import { wordedClauses, type WordedClause } from '../artefacts/agreement/model/wording'
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
 * Says where the participant's own organisation stands on clauses, each as it reads now. An answer to each, in their order;
 * what is stored is stored together, and open pages are told once. The same said twice in a row is said once, so that what
 * was sent again does no harm.
 */
export async function statePositions(
  services: Services,
  participant: MemberParticipant,
  artefact: Agreed,
  positions: readonly NewPosition[],
): Promise<StateAnswer[]> {
  const voice = voiceOf(participant, artefact)
  if (!voice.may) return positions.map(() => ({ outcome: 'not-allowed', why: voice.why }))
  const clauses = new Map(wordedClauses(await agreementNow(services, artefact)).map((clause) => [clause.id, clause]))
  const checked = positions.map((position) => onWording(clauses.get(position.clause), position))
  const of = { artefactId: artefact.id, organisationId: voice.organisation }
  const sound = checked.flatMap((one) => ('outcome' in one ? [] : [one]))
  const act = { participant, projectId: artefact.projectId, of }
  const kept = await inTurn(services, `positions ${Object.values(of).join(' ')}`, () => keep(services, act, sound))
  return checked.map((one) => ('outcome' in one ? one : stated(kept.get(one.clause))))
}

interface SoundPosition extends NewPosition {
  wording: string
}

/** With what the clause says; or why it cannot be said on that. */
function onWording(clause: WordedClause | undefined, position: NewPosition): SoundPosition | StateAnswer {
  if (!clause || clause.isHeading) return { outcome: 'clause-gone' }
  const { wording, hash } = clause
  return hash === position.wordingHash ? { ...position, wording } : { outcome: 'wording-changed', wording, wordingHash: hash }
}

function stated(statement: Statement | undefined): StateAnswer {
  return statement ? { outcome: 'stated', statement } : { outcome: 'clause-gone' }
}

interface Act {
  participant: MemberParticipant
  projectId: string
  of: { artefactId: string; organisationId: string }
}

/** By clause. What says the same as before is what was said before. */
async function keep(services: Services, { participant, projectId, of }: Act, positions: readonly SoundPosition[]): Promise<Map<string, Statement>> {
  const { database } = services
  const before = await newestOf(services, of, positions.map(({ clause }) => clause))
  const kept = new Map<string, Statement>()
  const fresh = new Map<string, SoundPosition>()
  for (const position of positions) {
    const known = before.get(position.clause)
    if (known && saysTheSame(known, position)) kept.set(position.clause, known)
    else fresh.set(position.clause, position)
  }
  if (fresh.size === 0) return kept
  const actor = actorOf(participant)
  const by = { statedByKey: actor, statedByName: participant.name, statedAt: new Date(services.now()) }
  const rows = await database.$transaction(
    [...fresh.values()].map(({ clause: clauseId, stance, words, wording, wordingHash }) =>
      database.position.create({ data: { ...of, clauseId, stance, words, wording, wordingHash, ...by }, select: statementColumns }),
    ),
  )
  for (const statement of rows.map(asStatement)) kept.set(statement.clause, statement)
  await recordAudits(
    services,
    [...fresh.values()].map(({ clause, stance }) => ({
      action: 'position.stated' as const,
      ...{ projectId, actor, subject: `artefact:${of.artefactId}` as const },
      detail: { clause, organisation: of.organisationId, stance },
    })),
  )
  services.live.pageChanged(of.artefactId)
  return kept
}

/** What an organisation said last on each of these clauses. */
async function newestOf({ database }: Services, of: Act['of'], clauses: readonly string[]): Promise<Map<string, Statement>> {
  const rows = await database.position.findMany({
    where: { ...of, clauseId: { in: [...clauses] } },
    orderBy: { id: 'asc' },
    select: statementColumns,
  })
  return new Map(rows.map((row) => [row.clauseId, asStatement(row)]))
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

function saysTheSame(before: Statement, { stance, words, wordingHash }: Omit<NewPosition, 'clause'>): boolean {
  return before.stance === stance && before.words === words && before.wordingHash === wordingHash
}
