import type { ApprovalAtAGlance } from '../approvals/model/at-a-glance'
import type { KindId } from '../artefacts/registry'

/** The way from shared will to result, in order. */
export const stageIds = ['network', 'ideas', 'model', 'draft', 'version', 'decision'] as const

export type StageId = (typeof stageIds)[number]

/** Where a stage stands: nothing yet, begun, or reached for now. */
export type StageState = 'ahead' | 'underway' | 'reached'

/** Which stage an artefact belongs to; a kind that is not named here is modelling. */
const stageOfKind: Partial<Record<KindId, 'ideas' | 'model' | 'draft'>> = {
  // It tells of a workshop, and is no step towards the agreement by itself.
  'workshop-report': 'ideas',
  agreement: 'draft',
}

export function stageOf(kind: KindId): 'ideas' | 'model' | 'draft' {
  return stageOfKind[kind] ?? 'model'
}

/** What the way is drawn from. */
export interface ProjectFacts {
  organisations: number
  members: number
  openInvitations: number
  artefacts: readonly ArtefactFacts[]
  workshops: readonly WorkshopFacts[]
}

export interface ArtefactFacts {
  id: string
  kind: KindId
  title: string
  /** Its newest version; null where none has been taken. */
  version: { number: number } | null
  /** Whether the live content differs from that version; null where that cannot be told now. */
  changedSince: boolean | null
  /** Which version is with the parties, or final; null for neither. */
  approval: Pick<ApprovalAtAGlance, 'state' | 'number'> | null
}

export interface WorkshopFacts {
  id: string
  title: string
  phase: WorkshopPhase
}

export type WorkshopPhase = 'planned' | 'open' | 'held'

/**
 * A workshop is held when its facilitator has ended it; of one that was never begun step by step, when its time is over
 * and its door closed. One without an end lasts till the next day.
 */
export function workshopPhase(
  workshop: { startsAt: Date; endsAt: Date | null; doorOpen: boolean; run: { stage: string } | null },
  now: number,
): WorkshopPhase {
  if (workshop.run?.stage === 'closed') return 'held'
  if (workshop.doorOpen) return 'open'
  const day = 24 * 60 * 60 * 1000
  const end = workshop.endsAt?.getTime() ?? workshop.startsAt.getTime() + day
  // Begun, and perhaps forgotten.
  if (workshop.run) return end + day < now ? 'held' : 'open'
  return end < now ? 'held' : 'planned'
}

export function stageStates(facts: ProjectFacts): Record<StageId, StageState> {
  const { workshops } = facts
  const artefacts = towardsAgreement(facts)
  const version = versionStage(artefacts)
  return {
    network: facts.organisations >= 2 ? 'reached' : facts.organisations === 1 ? 'underway' : 'ahead',
    ideas: workshops.some(({ phase }) => phase === 'held')
      ? 'reached'
      : workshops.length > 0
        ? 'underway'
        : 'ahead',
    model: artefactStage(artefacts.filter(({ kind }) => stageOf(kind) === 'model')),
    draft: artefactStage(artefacts.filter(({ kind }) => stageOf(kind) === 'draft')),
    version,
    decision: decisionStage(artefacts, version),
  }
}

/** Reached when the parties have approved every draft; whatever is decided is decided on versions that stand. */
function decisionStage(artefacts: readonly ArtefactFacts[], version: StageState): StageState {
  const drafts = artefacts.filter(({ kind }) => stageOf(kind) === 'draft')
  if (drafts.length > 0 && drafts.every(({ approval }) => approval?.state === 'final')) return 'reached'
  return version === 'reached' || artefacts.some(({ approval }) => approval !== null) ? 'underway' : 'ahead'
}

/** Reports of workshops stand beside the way. */
function towardsAgreement({ artefacts }: ProjectFacts): readonly ArtefactFacts[] {
  return artefacts.filter(({ kind }) => stageOf(kind) !== 'ideas')
}

function artefactStage(artefacts: readonly ArtefactFacts[]): StageState {
  if (artefacts.length === 0) return 'ahead'
  return artefacts.every(stands) ? 'reached' : 'underway'
}

function versionStage(artefacts: readonly ArtefactFacts[]): StageState {
  if (artefacts.every(({ version }) => version === null)) return 'ahead'
  return artefacts.every(stands) ? 'reached' : 'underway'
}

/** Has a version that work has not gone past. */
function stands({ version, changedSince }: ArtefactFacts): boolean {
  return version !== null && !changedSince
}

/** What to do next, and with what. */
export type NextStep =
  | { step: 'addOrganisations' }
  | { step: 'goToWorkshop'; workshopId: string; title: string }
  | { step: 'createModel' }
  | { step: 'planWorkshop' }
  | { step: 'createAgreement' }
  | { step: 'takeVersion'; artefactId: string; title: string }
  | { step: 'takeNewVersion'; artefactId: string; title: string; number: number }
  | { step: 'invitePeople' }
  | { step: 'proposeVersion'; artefactId: string; title: string; number: number }
  | { step: 'followDecisions'; artefactId: string; title: string; number: number }
  | { step: 'exportDocuments'; artefactId: string; title: string; number: number }

/** The most useful next step: one, so that nobody has to choose. */
export function nextStep(facts: ProjectFacts): NextStep {
  const { workshops } = facts
  const artefacts = towardsAgreement(facts)
  if (facts.organisations < 2) return { step: 'addOrganisations' }
  const open = workshops.find(({ phase }) => phase === 'open')
  if (open) return { step: 'goToWorkshop', workshopId: open.id, title: open.title }
  if (!artefacts.some(({ kind }) => stageOf(kind) === 'model')) return { step: 'createModel' }
  const planned = workshops.find(({ phase }) => phase === 'planned')
  if (planned) return { step: 'goToWorkshop', workshopId: planned.id, title: planned.title }
  if (workshops.length === 0) return { step: 'planWorkshop' }
  if (!artefacts.some(({ kind }) => stageOf(kind) === 'draft')) return { step: 'createAgreement' }
  return stepWithVersions({ ...facts, artefacts })
}

function stepWithVersions({ artefacts, members, openInvitations }: ProjectFacts): NextStep {
  const deciding = artefacts.find(({ approval }) => approval?.state === 'underway')
  if (deciding?.approval) {
    const { id, title, approval } = deciding
    return { step: 'followDecisions', artefactId: id, title, number: approval.number }
  }
  const without = artefacts.find(({ version }) => version === null)
  if (without) return { step: 'takeVersion', artefactId: without.id, title: without.title }
  const changed = artefacts.find(({ changedSince }) => changedSince)
  if (changed?.version) {
    const { id, title, version } = changed
    return { step: 'takeNewVersion', artefactId: id, title, number: version.number }
  }
  if (members + openInvitations < 2) return { step: 'invitePeople' }
  const draft =
    artefacts.find(({ kind, version }) => stageOf(kind) === 'draft' && version !== null) ?? artefacts[0]
  if (!draft?.version) return { step: 'planWorkshop' }
  if (stageOf(draft.kind) === 'draft' && draft.approval?.number !== draft.version.number) {
    return { step: 'proposeVersion', artefactId: draft.id, title: draft.title, number: draft.version.number }
  }
  return { step: 'exportDocuments', artefactId: draft.id, title: draft.title, number: draft.version.number }
}
