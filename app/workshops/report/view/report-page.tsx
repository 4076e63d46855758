import { Page, PageHeading } from '../../../components/page-heading'
import { useTranslate } from '../../../i18n/use-translate'
import type { ReportPageData, ReportRefusal } from '../report-page.server'
import { ReportCard } from './report-card'

interface ReportPageProps extends ReportPageData {
  answer: ReportRefusal | undefined
}

/** The report's own page: what the workshop's page shows of it, by itself. */
export function ReportPage({ workshop, report, answer }: ReportPageProps) {
  const t = useTranslate('report')
  return (
    <Page width="narrow">
      <title>{`${t('title')}: ${workshop.title} – Tahto`}</title>
      <PageHeading title={t('title')} back={{ to: `/workshops/${workshop.id}`, label: workshop.title }} />
      <ReportCard workshopId={workshop.id} report={report} answer={answer} />
    </Page>
  )
}
