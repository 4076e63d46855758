import { data, redirect, type AppLoadContext } from 'react-router'
import { z } from 'zod'
import { idSchema } from '../accounts/form-problem'
import { can } from '../accounts/permissions'
import { readForm } from '../accounts/request.server'
import type { ArtefactRecord } from '../artefacts/artefacts.server'
import { requireArtefact } from '../artefacts/page/load.server'
import { loadKind } from '../artefacts/registry'
import { createKindTranslate } from '../i18n/translator'
import type { Language } from '../i18n/languages'
import type { Services } from '../load-context'
import { compareParts } from '../versions/compare'
import { getProposal, listProposals, outlookOf } from './proposals.server'
import { ProposalRefused, type ProposalRefusal } from './refusal'
import { mergeProposal, reopenProposal, replaceByProposal, setProposalAside } from './settle.server'

export interface ProposalFailure {
  failure: ProposalRefusal
}

export async function loadProposalsPage(request: Request, context: AppLoadContext, artefactId: string) {
  const { participant, artefact, thing } = await requireArtefact(request, context, artefactId)
  return {
    artefact: { id: artefact.id, title: artefact.title },
    proposals: await listProposals(context.services, participant, artefact),
    /** Else one's own alone. */
    seesAll: can(participant, 'seeProposals', thing),
  }
}

export type ProposalsPageData = Awaited<ReturnType<typeof loadProposalsPage>>

export async function loadProposalPage(
  request: Request,
  context: AppLoadContext,
  artefactId: string,
  proposalId: string,
) {
  const { participant, language, artefact, thing } = await requireArtefact(request, context, artefactId)
  const { services } = context
  const known = idSchema.safeParse(proposalId).success
  const proposal = known ? await getProposal(services, participant, artefact, proposalId) : undefined
  if (!proposal) throw data(null, { status: 404 })
  const unlocked = { ...thing, locked: false }
  return {
    artefact: { id: artefact.id, title: artefact.title, locked: artefact.locked },
    proposal,
    /** Null once it has been taken in, and where this build cannot read it. */
    difference: proposal.state === 'taken-in' ? null : await differenceOf(services, artefact, proposalId, language),
    may: {
      // A lock stops it for now; the page says so rather than hide it.
      merge: can(participant, 'takeInProposal', unlocked),
      replace: can(participant, 'restoreVersion', unlocked),
      setAside: can(participant, 'setAsideProposal', thing),
      unlock: can(participant, 'lock', thing),
    },
  }
}

export type ProposalPageData = Awaited<ReturnType<typeof loadProposalPage>>

async function differenceOf(services: Services, artefact: ArtefactRecord, proposalId: string, language: Language) {
  const outlook = await outlookOf(services, artefact, proposalId).catch((error: unknown) => {
    if (error instanceof ProposalRefused && error.reason === 'unreadable') return undefined
    throw error
  })
  if (!outlook) return null
  const kind = await loadKind(artefact.kind)
  const [outlet, messages] = await Promise.all([kind.loadExport(), kind.loadMessages(language)])
  const t = createKindTranslate(language, messages)
  return {
    way: outlook.way,
    comparison: compareParts(outlet.parts(outlook.now, t), outlet.parts(outlook.then, t)),
  }
}

const actSchema = z.object({ intent: z.enum(['merge', 'replace', 'set-aside', 'reopen']) })

const statuses: Record<ProposalRefusal, number> = {
  'not-found': 404,
  'not-allowed': 403,
  locked: 409,
  settled: 409,
  'other-history': 409,
  unreadable: 422,
  failed: 503,
}

/** Does what the proposal's page posts; then the artefact opens after taking in, the list after setting aside. */
export async function settleFromPage(
  request: Request,
  context: AppLoadContext,
  artefactId: string,
  proposalId: string,
) {
  const { participant, language, artefact } = await requireArtefact(request, context, artefactId)
  const { services } = context
  if (!idSchema.safeParse(proposalId).success) throw data(null, { status: 404 })
  const form = await readForm(request, actSchema)
  if (!form.ok) throw data(null, { status: 400 })
  const act = { participant, artefact, proposalId, language }
  const list = `/artefacts/${artefact.id}/proposals`
  try {
    switch (form.value.intent) {
      case 'merge':
        return redirect(`${list}?taken-in=${(await mergeProposal(services, act)).kept}`)
      case 'replace':
        return redirect(`${list}?taken-in=${(await replaceByProposal(services, act)).kept}`)
      case 'set-aside':
        await setProposalAside(services, act)
        return redirect(`${list}?set-aside=1`)
      case 'reopen':
        await reopenProposal(services, act)
        return redirect(`${list}/${proposalId}`)
    }
  } catch (error) {
    return failed(error)
  }
}

/** What the page can say beside its buttons; what it cannot is thrown, as everywhere. */
function failed(error: unknown) {
  if (!(error instanceof ProposalRefused)) throw error
  const { reason } = error
  if (reason === 'not-found' || reason === 'not-allowed') throw data(null, { status: statuses[reason] })
  return data<ProposalFailure>({ failure: reason }, { status: statuses[reason] })
}
