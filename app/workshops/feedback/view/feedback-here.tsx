import { useTranslate } from '../../../i18n/use-translate'
import { usePageWithin } from '../../../components/use-page-within'
import type { FeedbackPageData } from '../feedback-page.server'
import { FeedbackForm } from './feedback-form'

/** The form on another page, which does not know one's own feedback: it is asked for once it is shown. */
export function FeedbackHere({ workshopId }: { workshopId: string }) {
  const t = useTranslate('feedback')
  const data = usePageWithin<FeedbackPageData>(`/workshops/${workshopId}/feedback`)
  if (!data) return <p role="status">{t('loading')}</p>
  if (!data.own) return <p>{t('notThere')}</p>
  return <FeedbackForm workshopId={workshopId} own={data.own} />
}
