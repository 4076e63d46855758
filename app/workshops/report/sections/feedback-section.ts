import type { Translator } from '../../../i18n/translator'
import { sayNumber } from '../../../lib/say-number'
import { feedbackScale } from '../../feedback/questions'
import { fewestShown, type FeedbackSummary, type QuestionSummary } from '../../feedback/summarise'
import { paragraphs, points, type SectionDraft } from '../compose'

/** What participants thought of it: figures, and their words without who said them. */
export function feedbackSections({ given, questions, words }: FeedbackSummary, translator: Translator): SectionDraft[] {
  const t = translator.in('report')
  const heading = t('feedback.heading')
  if (given === 0) return [{ id: 'feedback', heading, text: t('feedback.none') }]
  const columns = [
    t('feedback.question'),
    t('feedback.answers'),
    t('feedback.mean'),
    t('feedback.spread', { points: feedbackScale.join(' / ') }),
  ]
  return [
    {
      id: 'feedback',
      heading,
      text: paragraphs(
        t('feedback.given', { count: given }),
        t('feedback.scale'),
        questions.some(({ shown }) => shown === null) ? t('feedback.tooFew', { count: fewestShown }) : '',
        words && words.length > 0 ? `${t('feedback.words')}\n${points(words)}` : '',
      ),
      table: {
        caption: t('feedback.caption'),
        columns,
        rows: questions.map((question) => questionRow(question, translator)),
      },
    },
  ]
}

function questionRow({ question, answers, shown }: QuestionSummary, translator: Translator): string[] {
  const none = translator.in('report')('none')
  return [
    translator.in('feedback')(`question.${question}`),
    String(answers),
    shown ? sayNumber(shown.mean, translator.language, 1) : none,
    shown ? shown.counts.join(' / ') : none,
  ]
}
