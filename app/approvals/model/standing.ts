import type { Asked } from './asked'
import { isYes, type Outcome } from './outcome'
import type { LeftOut } from './left-out'
import type { ApprovalRecord } from './record'

/** How a version that was proposed stands: the parties are deciding, all that were asked have approved, or it was taken back. */
export type CirculationState = 'underway' | 'final' | 'withdrawn'

/** The same as people are told: `finalOfAsked` is final among those that were asked, and not all of the project were. */
export type ShownState = CirculationState | 'finalOfAsked'

/** Where a party stands in it. `carried`: it was not asked, since the version says exactly what it has approved before. */
export type PartyAnswer = Outcome | 'waiting' | 'carried'

export interface PartyStanding {
  organisationId: string
  /** As it was called when it was asked. */
  name: string
  asked: Asked
  /** Number of the version that it knew when it was asked; null for none. */
  knownVersion: number | null
  answer: PartyAnswer
  /** What it has decided on this version, and has not replaced since; null while it has not decided. */
  record: ApprovalRecord | null
  /** What `record` took the place of, newest first. */
  superseded: ApprovalRecord[]
  /** Its yes to an earlier version that it goes on from. With `asked.of` `nothing` this is its yes to this version too. */
  earlierYes: ApprovalRecord | null
}

export interface CirculationStanding {
  id: string
  artefactId: string
  version: { id: string; number: number; name: string; title: string; hash: string }
  state: CirculationState
  /** "2027-03-31" */
  due: string
  words: string
  proposedAt: Date
  proposedByName: string
  withdrawnAt: Date | null
  withdrawnWords: string
  finalAt: Date | null
  /** In the order of the project. */
  parties: PartyStanding[]
  /** Organisations of the project that were not asked, as it was when the version was proposed. */
  leftOut: LeftOut[]
}

/** How the approval of an artefact stands. */
export interface Standing {
  /** Under way, or else the last one; null where nothing has been proposed. */
  circulation: CirculationStanding | null
  /** The newest that all that were asked have approved; null for none. */
  final: CirculationStanding | null
  /** All of them, newest first. */
  all: CirculationStanding[]
}

/** What is stored of a circulation, with its parties in their order. */
export interface StoredCirculation extends Omit<CirculationStanding, 'state' | 'parties'> {
  parties: readonly StoredParty[]
}

export interface StoredParty {
  organisationId: string
  organisationName: string
  knownVersion: number | null
  yesRecord: number | null
  asked: Asked
}

/** `circulations` newest first; `records`: all of the artefact, in any order. */
export function standingFrom(circulations: readonly StoredCirculation[], records: readonly ApprovalRecord[]): Standing {
  const all = circulations.map((circulation) => circulationStanding(circulation, records))
  return {
    circulation: all.find(({ state }) => state === 'underway') ?? all[0] ?? null,
    final: all.find(({ state }) => state === 'final') ?? null,
    all,
  }
}

function circulationStanding(circulation: StoredCirculation, records: readonly ApprovalRecord[]): CirculationStanding {
  const { parties, ...rest } = circulation
  return {
    ...rest,
    state: rest.withdrawnAt ? 'withdrawn' : rest.finalAt ? 'final' : 'underway',
    parties: parties.map((party) => partyStanding(party, circulation.id, records)),
  }
}

function partyStanding(
  { organisationName, yesRecord, ...party }: StoredParty,
  circulationId: string,
  records: readonly ApprovalRecord[],
): PartyStanding {
  const own = records.filter(({ organisationId }) => organisationId === party.organisationId)
  const [record = null, ...superseded] = newestFirst(own.filter((one) => one.circulationId === circulationId))
  const earlierYes = yesRecord === null ? null : newestOfSameDecision(own, yesRecord)
  const carries = party.asked.of === 'nothing' && earlierYes !== null && isYes(earlierYes.outcome)
  return {
    ...party,
    name: organisationName,
    answer: record?.outcome ?? (carries ? 'carried' : 'waiting'),
    record,
    superseded,
    earlierYes,
  }
}

/** A record may have been mended since it was counted on: then what it says now is meant. */
function newestOfSameDecision(own: readonly ApprovalRecord[], number: number): ApprovalRecord | null {
  const then = own.find((one) => one.number === number)
  if (!then) return null
  return newestFirst(own.filter(({ circulationId }) => circulationId === then.circulationId))[0] ?? null
}

const newestFirst = (records: readonly ApprovalRecord[]): ApprovalRecord[] =>
  [...records].sort((one, other) => other.number - one.number)

/** Whether a party's answer lets the version become final. */
export function counts(answer: PartyAnswer): boolean {
  return answer === 'carried' || (answer !== 'waiting' && isYes(answer))
}

/** Whether every party has approved. Of nobody nothing is approved. */
export function isApprovedByAll(parties: readonly Pick<PartyStanding, 'answer'>[]): boolean {
  return parties.length > 0 && parties.every(({ answer }) => counts(answer))
}

/** Final without more is said only of what every organisation of the project was asked about. */
export function shownState({ state, leftOut }: Pick<CirculationStanding, 'state' | 'leftOut'>): ShownState {
  return state === 'final' && leftOut.length > 0 ? 'finalOfAsked' : state
}

/** How many parties have approved, and of how many. */
export function approvals(parties: readonly Pick<PartyStanding, 'answer'>[]): { given: number; of: number } {
  return { given: parties.filter(({ answer }) => counts(answer)).length, of: parties.length }
}
