import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Page, PageHeading } from '../../../components/page-heading'
import { useTranslate } from '../../../i18n/use-translate'
import type { FeedbackAnswer, FeedbackPageData } from '../feedback-page.server'
import { FeedbackForm } from './feedback-form'
import { FeedbackSummaryView } from './feedback-summary'

interface FeedbackPageProps extends FeedbackPageData {
  answer: FeedbackAnswer | undefined
}

/** What participants think of a workshop: their own form, and for facilitators what came of all of them. */
export function FeedbackPage({ workshop, own, summary, answer }: FeedbackPageProps) {
  const t = useTranslate('feedback')
  const back = workshop.backHere ? { back: { to: `/workshops/${workshop.id}`, label: workshop.title } } : {}
  const form = own ? <FeedbackForm workshopId={workshop.id} own={own} answer={answer} /> : null
  return (
    <Page width={summary ? 'normal' : 'narrow'}>
      <title>{`${t('title')}: ${workshop.title} – Tahto`}</title>
      <PageHeading title={t('title')} {...back}>
        {summary ? t('summary.intro') : workshop.backHere ? t('intro') : t('introOf', { workshop: workshop.title })}
      </PageHeading>
      {summary ? (
        <>
          <FeedbackSummaryView summary={summary} />
          {form ? (
            <details className="mt-8">
              <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{t('ownTitle')}</summary>
              <Card className="mt-3 max-w-xl">{form}</Card>
            </details>
          ) : null}
        </>
      ) : (
        (form ?? <Notice>{t('notThere')}</Notice>)
      )}
    </Page>
  )
}
