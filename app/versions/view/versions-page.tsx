import { Camera } from 'lucide-react'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Button } from '../../components/button'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import type { VersionsPageData } from '../pages.server'
import { ComparePicker } from './compare-picker'
import { TakeVersionDialog } from './take-version-dialog'
import { VersionList } from './version-list'

/** All versions of an artefact, and the way to a new one. */
export function VersionsPage({ data: { artefact, versions, may, openSuggestions } }: { data: VersionsPageData }) {
  const t = useTranslate('versions')
  const latest = versions[0]?.number ?? 0
  // For as long as no newer version is there: one that was taken ends the taking.
  const [takingAfter, setTakingAfter] = useState<number | undefined>(undefined)
  const take = may.take ? (
    <Button variant="primary" onPress={() => setTakingAfter(latest)}>
      <Camera aria-hidden className="size-5" />
      {t('take.action')}
    </Button>
  ) : null
  return (
    <Page>
      <title>{`${t('titleOf', { title: artefact.title })} – Tahto`}</title>
      <PageHeading
        title={t('titleOf', { title: artefact.title })}
        back={{ to: `/artefacts/${artefact.id}`, label: t('backToArtefact') }}
        actions={versions.length > 0 ? take : null}
      >
        {t('intro')}
      </PageHeading>
      <Done propose={may.propose ? `/artefacts/${artefact.id}/approvals/propose` : null} />
      {versions.length > 0 ? <ComparePicker artefactId={artefact.id} versions={versions} /> : null}
      <VersionList artefactId={artefact.id} versions={versions} take={take} />
      <TakeVersionDialog
        openSuggestions={openSuggestions}
        artefactId={artefact.id}
        isOpen={takingAfter === latest}
        onOpenChange={(open) => setTakingAfter(open ? latest : undefined)}
      />
    </Page>
  )
}

/** What was just done, as the address says it. */
function Done({ propose }: { propose: string | null }) {
  const t = useTranslate('versions')
  const [search] = useSearchParams()
  const number = (name: string) => Number(search.get(name)) || 0
  const taken = number('taken')
  const restored = number('restored')
  if (!taken && !restored) return null
  return (
    <div className="mb-6">
      <Notice tone="positive" role="status">
        <p>{taken ? t('take.taken', { number: taken }) : t('restore.restored', { number: restored, kept: number('kept') })}</p>
        {taken && propose ? (
          <Link to={`${propose}?version=${taken}`} className="flex min-h-9 w-fit items-center">
            {t('take.propose')}
          </Link>
        ) : null}
      </Notice>
    </div>
  )
}
