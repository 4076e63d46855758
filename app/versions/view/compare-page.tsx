import { GitCompare } from 'lucide-react'
import { EmptyState } from '../../components/empty-state'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import type { ComparePageData, Side } from '../compare-page.server'
import { ComparePicker } from './compare-picker'
import { ComparisonView } from './comparison-view'

/** What has changed between two versions, or since one. */
export function ComparePage({ data }: { data: ComparePageData }) {
  const t = useTranslate('versions')
  const { artefact, versions, sides } = data
  const sideName = (side: Side) => {
    const version = versions.find(({ number }) => number === side)
    return version ? t('version.title', { number: version.number, name: version.name }) : t('compare.now')
  }
  return (
    <Page>
      <title>{`${t('compare.title')} – ${artefact.title}`}</title>
      <PageHeading
        title={t('compare.title')}
        back={{ to: `/artefacts/${artefact.id}/versions`, label: t('titleOf', { title: artefact.title }) }}
      >
        {sides ? t('compare.between', { from: sideName(sides.from), to: sideName(sides.to) }) : null}
      </PageHeading>
      {sides ? <ComparePicker artefactId={artefact.id} versions={versions} sides={sides} /> : null}
      <Outcome data={data} />
    </Page>
  )
}

function Outcome({ data: { sides, comparison } }: { data: ComparePageData }) {
  const t = useTranslate('versions')
  if (!sides) {
    return (
      <EmptyState icon={GitCompare} title={t('list.emptyTitle')}>
        {t('compare.needTwo')}
      </EmptyState>
    )
  }
  if (!comparison) return <Notice tone="caution">{t('version.unreadable')}</Notice>
  return <ComparisonView key={`${sides.from} ${sides.to}`} comparison={comparison} />
}
