import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { actorOf, recordAudit } from '../accounts/audit.server'
import type { AuditAction } from '../accounts/audit'
import { can, type Actions, type GuestParticipant, type MemberParticipant } from '../accounts/permissions'
import type { ArtefactRecord } from '../artefacts/artefacts.server'
import { loadKind } from '../artefacts/registry'
import { translatorFor } from '../i18n/catalogue.server'
import type { Language } from '../i18n/languages'
import type { KeptCopy, MergePreview, Services } from '../load-context'
import { readContent } from '../versions/read-content'
import { VersionRefused } from '../versions/refusal'
import { keepPresent } from '../versions/versions.server'
import { largestCopy, type ProposalReason } from './answer'
import { ProposalRefused } from './refusal'

type Asking = MemberParticipant | GuestParticipant

/** Stored; never renamed. */
export type ProposalState = 'open' | 'taken-in' | 'set-aside'

export interface ProposalSummary {
  id: string
  reason: ProposalReason
  state: ProposalState
  madeAt: Date
  madeByName: string
  organisation: string
  settledAt: Date | null
  settledByName: string
}

const summaryFields = {
  id: true,
  reason: true,
  state: true,
  madeAt: true,
  madeByName: true,
  organisation: true,
  settledAt: true,
  settledByName: true,
} as const

/** All of them for whoever may see them, their own for everybody else. */
function seenBy(participant: Asking, { id, projectId, locked }: ArtefactRecord) {
  const thing = { type: 'artefact', artefactId: id, projectId, locked } as const
  if (can(participant, 'seeProposals', thing)) return { artefactId: id }
  return participant.kind === 'guest'
    ? { artefactId: id, madeBySeatId: participant.seatId }
    : { artefactId: id, madeByUserId: participant.userId }
}

const inWords = (found: Omit<ProposalSummary, 'reason' | 'state'> & { reason: string; state: string }) =>
  ({ ...found, reason: found.reason as ProposalReason, state: found.state as ProposalState }) satisfies ProposalSummary

/** Newest first. */
export async function listProposals(services: Services, participant: Asking, artefact: ArtefactRecord): Promise<ProposalSummary[]> {
  const found = await services.database.proposal.findMany({
    where: seenBy(participant, artefact),
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: 500,
    select: summaryFields,
  })
  return found.map(inWords)
}

/** How many wait for somebody, of those that this person may see. */
export function countOpenProposals(services: Services, participant: Asking, artefact: ArtefactRecord): Promise<number> {
  return services.database.proposal.count({ where: { ...seenBy(participant, artefact), state: 'open' } })
}

/** Undefined for one that is not there, or that this person may not see. */
export async function getProposal(
  services: Services,
  participant: Asking,
  artefact: ArtefactRecord,
  proposalId: string,
): Promise<ProposalSummary | undefined> {
  const found = await services.database.proposal.findFirst({
    where: { ...seenBy(participant, artefact), id: proposalId },
    select: summaryFields,
  })
  return found ? inWords(found) : undefined
}

/**
 * What would come of taking it in: a merge where its history is still the artefact's, else its own content in the place
 * of what is there. @throws ProposalRefused `unreadable`
 */
export type Outlook = { way: 'merge'; now: unknown; then: unknown } | { way: 'replace'; now: unknown; then: unknown }

export async function outlookOf(services: Services, artefact: ArtefactRecord, proposalId: string): Promise<Outlook> {
  const { copy, content, sameKindVersion } = await storedProposal(services, artefact, proposalId)
  if (sameKindVersion) {
    const preview = await previewed(services, artefact, copy)
    if (preview.outcome === 'mergeable') return { way: 'merge', now: preview.now, then: preview.merged }
  }
  const now = await services.live.read(artefact.id, artefact.kind)
  return { way: 'replace', now: now.content, then: content() }
}

interface Act {
  participant: Asking
  artefact: ArtefactRecord
  proposalId: string
  language: Language
}

/**
 * Merges it into the artefact, as its maker's edits would have merged. What was there before is a version afterwards.
 * @throws ProposalRefused
 */
export async function mergeProposal(services: Services, act: Act): Promise<{ kept: number }> {
  const { artefact } = act
  requireRight(act, 'takeInProposal')
  const { copy, sameKindVersion } = await unsettled(services, act)
  if (!sameKindVersion) throw new ProposalRefused('other-history')
  return takeIn(services, act, async () => {
    if (!(await services.live.mergeCopy(artefact.id, copy))) throw new ProposalRefused('other-history')
  })
}

/**
 * Puts its content in the place of what is there, by a forward change. What was there is a version afterwards.
 * @throws ProposalRefused
 */
export async function replaceByProposal(services: Services, act: Act): Promise<{ kept: number }> {
  const { artefact } = act
  requireRight(act, 'restoreVersion')
  const stored = await unsettled(services, act)
  const content = stored.content()
  return takeIn(services, act, () => services.live.restore(artefact.id, artefact.kind, content))
}

/** Out of sight, not gone. @throws ProposalRefused */
export async function setProposalAside(services: Services, act: Act): Promise<void> {
  requireRight(act, 'setAsideProposal')
  await settle(services, act, { from: ['open'], to: 'set-aside', action: 'proposal.set-aside' })
}

/** Back among those that wait. @throws ProposalRefused */
export async function reopenProposal(services: Services, act: Act): Promise<void> {
  requireRight(act, 'setAsideProposal')
  await settle(services, act, { from: ['set-aside'], to: 'open', action: 'proposal.reopened' })
}

/** Each by its id. A second one at the same time would undo what people did between the two. */
const beingTakenIn = new Set<string>()

async function takeIn(services: Services, act: Act, change: () => Promise<void>): Promise<{ kept: number }> {
  const { proposalId } = act
  if (beingTakenIn.has(proposalId)) throw new ProposalRefused('settled')
  beingTakenIn.add(proposalId)
  try {
    return await takeInAlone(services, act, change)
  } finally {
    beingTakenIn.delete(proposalId)
  }
}

async function takeInAlone(services: Services, act: Act, change: () => Promise<void>): Promise<{ kept: number }> {
  const { participant, artefact, proposalId, language } = act
  const found = await getProposal(services, participant, artefact, proposalId)
  if (!found) throw new ProposalRefused('not-found')
  if (found.state === 'taken-in') throw new ProposalRefused('settled')
  const t = translatorFor(language).in('proposals')
  const naming = { name: t('takeIn.keptName'), note: t('takeIn.keptNote', { name: found.madeByName }) }
  try {
    const kept = await keepPresent(services, participant, artefact, naming)
    await change()
    // Only now: where the room did not take it, it still waits. Taken in twice it changes nothing the second time.
    await settle(services, act, { from: ['open', 'set-aside'], to: 'taken-in', action: 'proposal.taken-in' })
    return { kept }
  } catch (cause) {
    if (cause instanceof ProposalRefused) throw cause
    if (!(cause instanceof VersionRefused)) services.log.error('proposal.not-taken-in', cause, { artefact: artefact.id })
    throw new ProposalRefused('failed', { cause })
  }
}

function requireRight({ participant, artefact }: Act, action: Actions['artefact']): void {
  const thing = { type: 'artefact', artefactId: artefact.id, projectId: artefact.projectId, locked: artefact.locked } as const
  if (can(participant, action, thing)) return
  throw new ProposalRefused(can(participant, action, { ...thing, locked: false }) ? 'locked' : 'not-allowed')
}

async function unsettled(services: Services, { artefact, proposalId }: Act): Promise<Stored> {
  const stored = await storedProposal(services, artefact, proposalId)
  if (stored.state === 'taken-in') throw new ProposalRefused('settled')
  return stored
}

interface Stored {
  state: string
  copy: KeptCopy
  sameKindVersion: boolean
  /** In today's form. @throws ProposalRefused `unreadable` */
  content(): unknown
}

const unpacked = promisify(gunzip)

async function storedProposal(services: Services, { id: artefactId, kind: kindId }: ArtefactRecord, proposalId: string): Promise<Stored> {
  const found = await services.database.proposal.findFirst({ where: { id: proposalId, artefactId } })
  if (!found) throw new ProposalRefused('not-found')
  const kind = await loadKind(kindId)
  const { epoch, position, kindVersion, state } = found
  try {
    // No more was ever stored; what claims to be more is damaged.
    const update = new Uint8Array(await unpacked(found.copy, { maxOutputLength: largestCopy }))
    return {
      state,
      copy: { update, epoch, position },
      sameKindVersion: kindVersion === kind.version,
      content: () => {
        try {
          return readContent(kind, kindVersion, JSON.parse(found.content))
        } catch (cause) {
          throw new ProposalRefused('unreadable', { cause })
        }
      },
    }
  } catch (cause) {
    throw new ProposalRefused('unreadable', { cause })
  }
}

async function previewed(services: Services, { id, kind }: ArtefactRecord, copy: KeptCopy): Promise<MergePreview> {
  try {
    return await services.live.previewMerge(id, kind, copy)
  } catch (cause) {
    services.log.error('proposal.no-preview', cause, { artefact: id })
    throw new ProposalRefused('unreadable', { cause })
  }
}

async function settle(
  services: Services,
  { participant, artefact, proposalId }: Act,
  { from, to, action }: { from: ProposalState[]; to: ProposalState; action: AuditAction },
): Promise<void> {
  const { count } = await services.database.proposal.updateMany({
    where: { id: proposalId, artefactId: artefact.id, state: { in: from } },
    data: {
      state: to,
      settledAt: to === 'open' ? null : new Date(services.now()),
      settledByName: to === 'open' ? '' : participant.name,
    },
  })
  if (count === 0) throw new ProposalRefused('settled')
  await recordAudit(services, {
    action,
    projectId: artefact.projectId,
    actor: actorOf(participant),
    subject: `artefact:${artefact.id}`,
    detail: { proposal: proposalId },
  })
}
