import type { ProjectRole } from '../../accounts/permissions'
import type { OrganisationType } from '../../artefacts/organisation-types'
import type { FeedbackSummary } from '../feedback/summarise'
import type { Tally } from '../model/live-state'
import type { StepType } from '../model/steps'

/** All that a workshop's report is written from, as it stood when it was made. */
export interface ReportFacts {
  title: string
  purpose: string
  planned: { startsAt: Date; endsAt: Date | null }
  /** Null for a workshop that was held without its agenda. */
  held: { startedAt: Date; closedAt: Date } | null
  agenda: AgendaFacts
  attendance: AttendanceFacts
  /** What the facilitator wrote of the results. */
  summary: string
  boards: BoardFacts[]
  votes: VoteFacts[]
  decisions: DecisionFacts[]
  feedback: FeedbackSummary
  materials: MaterialFacts[]
}

export interface AgendaFacts {
  planned: { id: string; type: StepType; title: string; minutes: number | null }[]
  /** A step that ran twice is there twice. `endedAt` null: it ran to the end. */
  ran: { stepId: string; type: string; title: string; startedAt: Date; endedAt: Date | null }[]
}

export interface AttendanceFacts {
  people: PersonFacts[]
  invited: { id: string; name: string; type: OrganisationType | null }[]
}

export interface PersonFacts {
  name: string
  organisationId: string | null
  /** Empty for none. */
  organisation: string
  organisationType: OrganisationType | null
  role: string
  /** A member's place in the project; null for guests. */
  memberAs: ProjectRole | null
  mayBeNamed: boolean
}

/** The notes of one place on a board. */
export interface BoardFacts {
  artefact: string
  /** A frame's name; empty for the whole board. */
  place: string
  groups: { name: string; notes: string[] }[]
  /** Notes in no group. */
  others: string[]
}

export interface VoteFacts {
  title: string
  /** How many gave dots. */
  voters: number
  tallies: Tally[]
}

export interface DecisionFacts {
  text: string
  /** Empty for nobody. */
  owner: string
  /** "2027-03-31"; empty for none. */
  due: string
  /** The words of what it came from; empty for nothing. */
  from: string
  dots: number | null
  became: { what: string; artefact: string }[]
}

export interface MaterialFacts {
  title: string
  /** What kind of artefact it is, in the report's language. */
  kind: string
  version: { number: number; name: string; takenAt: Date } | null
}
