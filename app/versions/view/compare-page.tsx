import { Download, GitCompare } from 'lucide-react'
import { EmptyState } from '../../components/empty-state'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
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
      {sides && data.comparison ? <RedlineLink artefactId={artefact.id} sides={sides} /> : null}
      <Outcome data={data} />
    </Page>
  )
}

/** Of two versions; what is being written now has nobody to sign its changes. */
function RedlineLink({ artefactId, sides: { from, to } }: { artefactId: string; sides: { from: Side; to: Side } }) {
  const t = useTranslate('versions')
  const language = useLanguage()
  if (from === 'now' || to === 'now' || from === to) return null
  return (
    <p className="mb-5 text-sm text-ink-soft">
      <a
        href={`/artefacts/${artefactId}/redline.docx?from=${from}&to=${to}&language=${language}`}
        download
        className="inline-flex min-h-10 items-center gap-2 text-base font-semibold"
      >
        <Download aria-hidden className="size-5 shrink-0" />
        {t('compare.redline')}
      </a>
      <span className="block">{t('compare.redlineHint')}</span>
    </p>
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
