import { feedbackQuestions, feedbackScale, type FeedbackQuestion } from './questions'

/** Fewer answers than this are told as a number alone: among two, each knows what the other said. */
export const fewestShown = 3

/** One person's feedback as it is stored: whose it is cannot be read from it. */
export interface FeedbackRow extends Record<FeedbackQuestion, number | null> {
  givenBy: string
  words: string
}

export interface QuestionSummary {
  question: FeedbackQuestion
  answers: number
  /** How many chose 1, 2, 3, 4 and 5, and their mean; null for fewer answers than are shown. */
  shown: { counts: number[]; mean: number } | null
}

export interface FeedbackSummary {
  /** How many gave any feedback. */
  given: number
  questions: QuestionSummary[]
  /** In an order that tells neither who nor when; null for fewer people than are shown. */
  words: string[] | null
}

export function summarise(rows: readonly FeedbackRow[]): FeedbackSummary {
  return {
    given: rows.length,
    questions: feedbackQuestions.map((question) => summariseQuestion(question, rows)),
    words: rows.length < fewestShown ? null : wordsOf(rows),
  }
}

function summariseQuestion(question: FeedbackQuestion, rows: readonly FeedbackRow[]): QuestionSummary {
  const points = rows.flatMap((row) => row[question] ?? [])
  if (points.length < fewestShown) return { question, answers: points.length, shown: null }
  const counts = feedbackScale.map((point) => points.filter((one) => one === point).length)
  const mean = points.reduce((sum, point) => sum + point, 0) / points.length
  return { question, answers: points.length, shown: { counts, mean } }
}

/** The mark is as good as chance, and the same each time: nobody learns from a second look what came last. */
function wordsOf(rows: readonly FeedbackRow[]): string[] {
  return rows
    .filter(({ words }) => words !== '')
    .toSorted((one, other) => (one.givenBy < other.givenBy ? -1 : 1))
    .map(({ words }) => words)
}
