import type { OrganisationType } from '../../artefacts/organisation-types'
import { organisationTypes } from '../../artefacts/organisation-types'
import { feedbackQuestions, type FeedbackQuestion } from '../../workshops/feedback/questions'

/** Types of organisations as they are counted; `other` for those that are not on the project's list, and for none. */
export const countedTypes = [...organisationTypes, 'other'] as const

export type CountedType = (typeof countedTypes)[number]

/** Somebody who took part. */
export interface CountedPerson {
  /** `seat:ID` or `user:ID`: a guest has another key in each workshop. */
  key: string
  organisationId: string | null
  /** Empty for none. */
  organisation: string
  organisationType: OrganisationType | null
  /** Was there for the others: counted beside them. */
  facilitates: boolean
}

/** One workshop that has been held, as it is counted. */
export interface HeldWorkshop {
  id: string
  title: string
  startedAt: Date
  /** Null where nobody knows when it ended. */
  endedAt: Date | null
  people: readonly CountedPerson[]
  feedback: number
  /** Answers to each question with their mean; null for fewer than are shown. */
  means: Record<FeedbackQuestion, Mean | null>
  decisions: number
  artefactIds: readonly string[]
  reportId: string | null
}

export interface Mean {
  mean: number
  answers: number
}

/** A workshop's row in the running count. */
export interface WorkshopRow {
  id: string
  title: string
  startedAt: Date
  /** To a tenth; null where it is not known. */
  hours: number | null
  participants: number
  facilitators: number
  organisations: number
  participantsByType: Record<CountedType, number>
  feedback: number
  means: Record<FeedbackQuestion, number | null>
  decisions: number
  artefacts: number
  reportId: string | null
}

export interface ProjectFigures {
  workshops: WorkshopRow[]
  total: {
    workshops: number
    hours: number
    /** Everybody once in each workshop. */
    participations: number
    /**
     * How many different people that is. Somebody with an account is known again, a guest is not: so it is at most
     * every seat, and at least as many as were in one workshop at once.
     */
    people: { least: number; most: number }
    facilitations: number
    organisations: number
    organisationsByType: Record<CountedType, number>
    participationsByType: Record<CountedType, number>
    feedback: number
    /** Over all answers of the workshops whose own mean is shown. */
    means: Record<FeedbackQuestion, number | null>
    decisions: number
    /** Each counted once, however many workshops worked on it. */
    artefacts: number
    reports: number
  }
}

/** The project's running count over the workshops that have been held, in the order of time. */
export function projectFigures(held: readonly HeldWorkshop[]): ProjectFigures {
  const workshops = [...held].sort((one, other) => one.startedAt.getTime() - other.startedAt.getTime())
  const rows = workshops.map(rowOf)
  const participants = workshops.map(({ people }) => people.filter((person) => !person.facilitates))
  const all = participants.flat()
  const guests = all.filter(({ key }) => key.startsWith('seat:')).length
  const members = new Set(all.map(({ key }) => key).filter((key) => key.startsWith('user:')))
  const organisations = organisationsOf(all)
  const largest = Math.max(0, ...participants.map((people) => people.length))
  return {
    workshops: rows,
    total: {
      workshops: rows.length,
      hours: tenths(sum(rows, ({ hours }) => hours ?? 0)),
      participations: all.length,
      people: { least: Math.max(largest, members.size), most: guests + members.size },
      facilitations: sum(rows, ({ facilitators }) => facilitators),
      organisations: organisations.size,
      organisationsByType: countTypes([...organisations.values()]),
      participationsByType: countTypes(all.map(typeOf)),
      feedback: sum(rows, ({ feedback }) => feedback),
      means: meansOf((question) => overall(workshops.flatMap(({ means }) => means[question] ?? []))),
      decisions: sum(rows, ({ decisions }) => decisions),
      artefacts: new Set(workshops.flatMap(({ artefactIds }) => artefactIds)).size,
      reports: rows.filter(({ reportId }) => reportId !== null).length,
    },
  }
}

function rowOf(workshop: HeldWorkshop): WorkshopRow {
  const { id, title, startedAt, endedAt, people, feedback, means, decisions, artefactIds, reportId } = workshop
  const participants = people.filter((person) => !person.facilitates)
  return {
    id,
    title,
    startedAt,
    hours: endedAt ? tenths(Math.max(0, endedAt.getTime() - startedAt.getTime()) / 3_600_000) : null,
    participants: participants.length,
    facilitators: people.length - participants.length,
    organisations: organisationsOf(participants).size,
    participantsByType: countTypes(participants.map(typeOf)),
    feedback,
    means: meansOf((question) => means[question]?.mean ?? null),
    decisions,
    artefacts: artefactIds.length,
    reportId,
  }
}

/** Each organisation once with its type: the project's by id, others by the name that guests wrote. */
function organisationsOf(people: readonly CountedPerson[]): Map<string, CountedType> {
  const organisations = new Map<string, CountedType>()
  for (const person of people) {
    const name = person.organisation.trim().toLocaleLowerCase('fi')
    const key = person.organisationId ?? name
    if (key !== '') organisations.set(key, typeOf(person))
  }
  return organisations
}

function typeOf({ organisationType }: CountedPerson): CountedType {
  return organisationType ?? 'other'
}

function countTypes(types: readonly CountedType[]): Record<CountedType, number> {
  const count = (type: CountedType) => types.filter((one) => one === type).length
  return Object.fromEntries(countedTypes.map((type) => [type, count(type)])) as Record<CountedType, number>
}

function meansOf(mean: (question: FeedbackQuestion) => number | null): Record<FeedbackQuestion, number | null> {
  return Object.fromEntries(feedbackQuestions.map((question) => [question, mean(question)])) as Record<
    FeedbackQuestion,
    number | null
  >
}

function overall(means: readonly Mean[]): number | null {
  const answers = sum(means, (one) => one.answers)
  return answers === 0 ? null : sum(means, (one) => one.mean * one.answers) / answers
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

const tenths = (value: number) => Math.round(value * 10) / 10
