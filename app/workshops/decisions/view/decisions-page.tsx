import { Page, PageHeading } from '../../../components/page-heading'
import { useTranslate } from '../../../i18n/use-translate'
import type { DecisionsPageData } from '../decisions-page.server'
import { Decisions } from './decisions'

/** What was decided in a workshop: written by facilitators, read by everybody who may see it. */
export function DecisionsPage({ data }: { data: DecisionsPageData }) {
  const t = useTranslate('decisions')
  return (
    <Page>
      <title>{`${t('title')}: ${data.workshop.title} – Tahto`}</title>
      <PageHeading title={t('title')} back={{ to: `/workshops/${data.workshop.id}`, label: data.workshop.title }}>
        <p>{t('intro')}</p>
      </PageHeading>
      <Decisions data={data} />
    </Page>
  )
}
