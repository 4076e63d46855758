import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Prisma } from '../../prisma/client.server'
import { auditDetailSchema } from '../accounts/audit'
import { actorOf, recordAudit } from '../accounts/audit.server'
import { can, roleMayEdit, type GuestParticipant, type MemberParticipant, type Thing } from '../accounts/permissions'
import type { ArtefactRecord } from '../artefacts/artefacts.server'
import { loadKind } from '../artefacts/registry'
import { canonicalJson } from '../lib/canonical-json'
import { newId } from '../lib/id'
import type { ExaminedCopy, KeptCopy, Services } from '../load-context'
import { rightWithin, ruleFor } from '../workshops/model/rule-for'
import { rulesOf } from '../workshops/rules.server'
import type { KeptCopyAnswer, ProposalReason } from './answer'

type ArtefactThing = Extract<Thing, { type: 'artefact' }>
type Proposer = MemberParticipant | GuestParticipant

interface Offered {
  participant: Proposer
  artefact: ArtefactRecord
  thing: ArtefactThing
}

/** Open ones of one artefact. Past this somebody has to look at them first. */
const mostOpen = 200

const compressed = promisify(gzip)

/**
 * Stores what a browser could not merge, on disk before it answers `kept`. The same edits are one proposal, however
 * often and by however many browsers they are sent. Rejects when the room or the database cannot do it now.
 */
export async function keepAsProposal(services: Services, offered: Offered, copy: KeptCopy): Promise<KeptCopyAnswer> {
  const { participant, artefact, thing } = offered
  if (!(await mayPropose(services, participant, thing))) return { outcome: 'refused', why: 'not-allowed' }
  const examined = await services.live.examineCopy(artefact.id, artefact.kind, copy)
  if (examined.outcome === 'nothing-new') return { outcome: 'nothing-new' }
  if (examined.outcome === 'unreadable') return { outcome: 'refused', why: 'unreadable' }
  const reason = await reasonFor(services, offered, examined.sameHistory)
  if (!reason) return { outcome: 'mergeable' }
  return (await known(services, offered, examined)) ?? (await store(services, offered, copy, { ...examined, reason }))
}

/** Whoever may propose, and whoever could edit until their role was changed. */
async function mayPropose(services: Services, participant: Proposer, thing: ArtefactThing): Promise<boolean> {
  if (can(participant, 'propose', thing)) return true
  if (participant.kind !== 'member' || !can(participant, 'see', thing)) return false
  const changed = await services.database.auditEntry.findFirst({
    where: { action: 'member.role-changed', projectId: thing.projectId, subject: `user:${participant.userId}` },
    orderBy: { id: 'desc' },
  })
  const { from } = changed ? auditDetailSchema.catch({}).parse(JSON.parse(changed.detail || '{}')) : {}
  return typeof from === 'string' && roleMayEdit(from)
}

/** Undefined where nothing keeps the edits from being merged. */
async function reasonFor(
  services: Services,
  { participant, thing }: Offered,
  sameHistory: boolean,
): Promise<ProposalReason | undefined> {
  if (!sameHistory) return 'other-history'
  if (can(participant, 'edit', thing)) return (await isBound(services, participant, thing)) ? 'step' : undefined
  return can(participant, 'edit', { ...thing, locked: false }) ? 'locked' : 'right-ended'
}

/** Whether something binds them here just now. A browser sends its copy only where the room has refused it. */
async function isBound(services: Services, participant: Proposer, thing: ArtefactThing): Promise<boolean> {
  const rules = await rulesOf(services, thing.artefactId)
  if (!rules) return false
  const isGuest = participant.kind === 'guest'
  const bound = { participantKey: actorOf(participant), isGuest, leads: can(participant, 'lock', thing) }
  return rightWithin(rules, 'edit', bound) !== 'edit' || ruleFor(rules, bound) !== undefined
}

type HoldsMore = Extract<ExaminedCopy, { outcome: 'holds-more' }>

async function known(
  services: Services,
  { participant, artefact: { id: artefactId }, thing }: Offered,
  { fingerprint }: Pick<HoldsMore, 'fingerprint'>,
): Promise<KeptCopyAnswer | undefined> {
  const found = await services.database.proposal.findUnique({
    where: { artefactId_fingerprint: { artefactId, fingerprint } },
    select: { id: true, reason: true, madeByUserId: true, madeBySeatId: true },
  })
  if (!found) return undefined
  const own =
    participant.kind === 'guest' ? found.madeBySeatId === participant.seatId : found.madeByUserId === participant.userId
  const proposalId = own || can(participant, 'seeProposals', thing) ? found.id : null
  return { outcome: 'kept', proposalId, reason: found.reason as ProposalReason }
}

async function store(
  services: Services,
  offered: Offered,
  { update, epoch, position }: KeptCopy,
  examined: HoldsMore & { reason: ProposalReason },
): Promise<KeptCopyAnswer> {
  const { participant, artefact } = offered
  const open = await services.database.proposal.count({ where: { artefactId: artefact.id, state: 'open' } })
  if (open >= mostOpen) return { outcome: 'refused', why: 'too-many' }
  const { reason, fingerprint, content } = examined
  const id = newId()
  const data = {
    id,
    artefactId: artefact.id,
    fingerprint,
    reason,
    madeAt: new Date(services.now()),
    madeByUserId: participant.kind === 'member' ? participant.userId : null,
    madeBySeatId: participant.kind === 'guest' ? participant.seatId : null,
    madeByName: participant.name,
    organisation: await organisationOf(services, participant, artefact.projectId),
    kind: artefact.kind,
    kindVersion: (await loadKind(artefact.kind)).version,
    content: canonicalJson(content),
    copy: new Uint8Array(await compressed(update)),
    epoch,
    position,
  }
  try {
    await services.database.proposal.create({ data, select: { id: true } })
  } catch (error) {
    // Two windows with the same edits, in the same instant.
    const same = isThereAlready(error) ? await known(services, offered, examined) : undefined
    if (!same) throw error
    return same
  }
  services.live.pageChanged(artefact.id)
  await recordAudit(services, {
    action: 'proposal.kept',
    projectId: artefact.projectId,
    actor: actorOf(participant),
    subject: `artefact:${artefact.id}`,
    detail: { proposal: id, reason },
  })
  return { outcome: 'kept', proposalId: id, reason }
}

function isThereAlready(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

/** As shown; empty for whoever speaks for none. */
async function organisationOf(services: Services, participant: Proposer, projectId: string): Promise<string> {
  if (participant.kind === 'guest') {
    const seat = await services.database.seat.findUnique({
      where: { id: participant.seatId },
      select: { organisationName: true, organisation: { select: { name: true } } },
    })
    return seat?.organisation?.name ?? seat?.organisationName ?? ''
  }
  const membership = await services.database.membership.findFirst({
    where: { userId: participant.userId, projectId },
    select: { organisation: { select: { name: true } } },
  })
  return membership?.organisation?.name ?? ''
}
