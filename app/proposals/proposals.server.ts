import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { can, type GuestParticipant, type MemberParticipant } from '../accounts/permissions'
import type { ArtefactRecord } from '../artefacts/artefacts.server'
import { loadKind } from '../artefacts/registry'
import type { KeptCopy, MergePreview, Services } from '../load-context'
import { readContent } from '../versions/read-content'
import { largestCopy, type ProposalReason } from './answer'
import { ProposalRefused } from './refusal'

/** Whoever may know of proposals at all. */
export type Asking = MemberParticipant | GuestParticipant

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

/** With the copy itself, which is megabytes. */
export interface StoredProposal {
  state: string
  copy: KeptCopy
  sameKindVersion: boolean
  /** In today's form. @throws ProposalRefused `unreadable` */
  content(): unknown
}

const unpacked = promisify(gunzip)

/** @throws ProposalRefused `not-found`, `unreadable` */
export async function storedProposal(
  services: Services,
  { id: artefactId, kind: kindId }: ArtefactRecord,
  proposalId: string,
): Promise<StoredProposal> {
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
