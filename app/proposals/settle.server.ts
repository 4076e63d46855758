import { actorOf, recordAudit } from '../accounts/audit.server'
import type { AuditAction } from '../accounts/audit'
import { can, type Actions } from '../accounts/permissions'
import type { ArtefactRecord } from '../artefacts/artefacts.server'
import { translatorFor } from '../i18n/catalogue.server'
import type { Language } from '../i18n/languages'
import type { Services } from '../load-context'
import { VersionRefused } from '../versions/refusal'
import { keepPresent } from '../versions/versions.server'
import { getProposal, storedProposal, type Asking, type ProposalState, type StoredProposal } from './proposals.server'
import { ProposalRefused } from './refusal'

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
  const thing = { type: 'artefact', artefactId: artefact.id, projectId: artefact.projectId, locked: artefact.locked, suggestOnly: artefact.suggestOnly } as const
  if (can(participant, action, thing)) return
  throw new ProposalRefused(can(participant, action, { ...thing, locked: false }) ? 'locked' : 'not-allowed')
}

async function unsettled(services: Services, { artefact, proposalId }: Act): Promise<StoredProposal> {
  const stored = await storedProposal(services, artefact, proposalId)
  if (stored.state === 'taken-in') throw new ProposalRefused('settled')
  return stored
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
  services.live.pageChanged(artefact.id)
  await recordAudit(services, {
    action,
    projectId: artefact.projectId,
    actor: actorOf(participant),
    subject: `artefact:${artefact.id}`,
    detail: { proposal: proposalId },
  })
}
