import type { AppLoadContext } from 'react-router'
import { authorise, requireParticipant } from '../../accounts/request.server'
import { actorOf } from '../../accounts/audit.server'
import { can, type Actions } from '../../accounts/permissions'
import { approvalAtAGlance, isBoundByDecisions } from '../../approvals/model/at-a-glance'
import { standingOf } from '../../approvals/standing.server'
import { organisationsOf } from '../../projects/organisations.server'
import { countOpenProposals } from '../../proposals/proposals.server'
import type { Services } from '../../load-context'
import { ruleFor } from '../../workshops/model/rule-for'
import { rulesOf } from '../../workshops/rules.server'
import { remarksOfPage } from '../../remarks/remarks-of-page.server'
import { runningWorkshopOn } from '../../workshops/running-workshop.server'
import { loadKind } from '../registry'
import { findArtefact, type ArtefactRecord } from '../artefacts.server'
import type { ArtefactFacts } from './facts'
import { scriptsOf } from './scripts.server'

/** Who asks, for which artefact. Throws 404 for what is not there, or may not be known of. */
export async function requireArtefact(
  request: Request,
  context: AppLoadContext,
  artefactId: string,
  action: Actions['artefact'] = 'see',
) {
  const identity = await requireParticipant(request, context)
  const artefact = await findArtefact(context.services, artefactId)
  if (!artefact) throw new Response(null, { status: 404 })
  const thing = artefactThing(artefact)
  authorise(identity.participant, action, thing)
  return { ...identity, artefact, thing }
}

export function artefactThing({ id, projectId, locked, suggestOnly }: ArtefactRecord) {
  return { type: 'artefact', artefactId: id, projectId, locked, suggestOnly } as const
}

/** What the page shows beside the content, as it is now. */
export async function loadArtefactFacts(
  request: Request,
  context: AppLoadContext,
  artefactId: string,
): Promise<ArtefactFacts> {
  return factsOf(context.services, await requireArtefact(request, context, artefactId))
}

type Known = Pick<Awaited<ReturnType<typeof requireArtefact>>, 'participant' | 'artefact' | 'thing'>

async function factsOf(services: Services, { participant, artefact, thing }: Known): Promise<ArtefactFacts> {
  const standing = await standingOf(services, artefact.id)
  return {
    ...(await bindingsOf(services, { participant, artefact, thing })),
    approval: participant.kind === 'member' ? approvalAtAGlance(standing) : null,
    boundByDecisions: isBoundByDecisions(standing),
    title: artefact.title,
    locked: artefact.locked,
    suggestOnly: (await loadKind(artefact.kind)).loadSuggesting ? artefact.suggestOnly : null,
    may: {
      edit: can(participant, 'edit', thing),
      comment: can(participant, 'comment', thing),
      seeVersions: participant.kind === 'member',
      export: can(participant, 'export', thing),
      rename: can(participant, 'rename', thing),
      lock: can(participant, 'lock', thing),
      bin: can(participant, 'delete', thing),
    },
    proposals: {
      open: await countOpenProposals(services, participant, artefact),
      seesAll: can(participant, 'seeProposals', thing),
    },
    workshopId: await runningWorkshopOn(services, participant, artefact),
  }
}

/** What a running step and closed places leave to whoever asks: as the room will judge what they do (sync/SPEC.md, R45). */
async function bindingsOf(
  services: Services,
  { participant, artefact, thing }: Known,
): Promise<Pick<ArtefactFacts, 'allowed' | 'own' | 'closedPlaces'>> {
  const rules = await rulesOf(services, artefact.id)
  if (!rules) return { allowed: null, own: [], closedPlaces: [] }
  const bound = {
    participantKey: actorOf(participant),
    isGuest: participant.kind === 'guest',
    leads: can(participant, 'lock', thing),
  }
  const rule = ruleFor(rules, bound)
  const made = rule
    ? await services.database.itemAuthor.findMany({
        where: { artefactId: artefact.id, participantKey: bound.participantKey },
        select: { itemId: true },
      })
    : []
  return {
    allowed: rule ? { may: [...rule.may], place: rule.place, closed: [...rule.closed] } : null,
    own: made.map(({ itemId }) => itemId),
    closedPlaces: rules.locks.filter(({ forWhom }) => bound.isGuest || bound.leads || forWhom === 'participants'),
  }
}

/** Everything an artefact's page is sent with: its content as it stands, its kind's words, what one may do. */
export async function loadArtefactPage(request: Request, context: AppLoadContext, artefactId: string) {
  const { participant, language, organisation, artefact, thing } = await requireArtefact(request, context, artefactId)
  const { services } = context
  const [kind, organisations, live, facts, remarks] = await Promise.all([
    loadKind(artefact.kind),
    organisationsOf(services, artefact.projectId),
    services.live.read(artefact.id, artefact.kind),
    factsOf(services, { participant, artefact, thing }),
    remarksOfPage(services, participant, artefact.projectId),
  ])
  const [messages, outlet] = await Promise.all([kind.loadMessages(language), kind.loadExport()])
  return {
    artefact: {
      id: artefact.id,
      kind: artefact.kind,
      title: facts.title,
      locked: facts.locked,
      suggestOnly: facts.suggestOnly,
      hasPicture: outlet.picture !== undefined,
      hasReview: outlet.toReviewDocument !== undefined,
    },
    back:
      participant.kind === 'guest'
        ? ({ kind: 'workshop', id: participant.workshopId } as const)
        : ({ kind: 'project', id: artefact.projectId, name: artefact.projectName } as const),
    // Two people on one device must not mix what it keeps for them.
    participantKey: participant.kind === 'guest' ? `seat:${participant.seatId}` : `user:${participant.userId}`,
    may: facts.may,
    proposals: facts.proposals,
    approval: facts.approval,
    boundByDecisions: facts.boundByDecisions,
    allowed: facts.allowed,
    own: facts.own,
    closedPlaces: facts.closedPlaces,
    workshopId: facts.workshopId,
    organisations,
    remarks,
    // As the room signs what they suggest: a guest's organisation need not be one of the project's.
    me: participant.kind === 'guest' ? { ...remarks.by, organisation: (organisation?.name ?? '').slice(0, 200) } : remarks.by,
    messages,
    scripts: scriptsOf(context.builtScripts, artefact.kind, facts.may.edit || facts.may.comment),
    content: live.content,
  }
}

export type ArtefactPageData = Awaited<ReturnType<typeof loadArtefactPage>>
