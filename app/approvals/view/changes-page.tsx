import { FileDown } from 'lucide-react'
import { Form, Link } from 'react-router'
import { Button } from '../../components/button'
import { buttonStyle } from '../../components/button-style'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { SelectField } from '../../components/select-field'
import { useTranslate } from '../../i18n/use-translate'
import { ComparisonView } from '../../versions/view/comparison-view'
import { DocumentView } from '../../versions/view/document-view'
import type { ChangesPageData } from '../changes-page.server'

/** What has changed for a party since the version that it knew; in the first round, the whole text. */
export function ChangesPage({ data }: { data: ChangesPageData }) {
  const t = useTranslate('approvals')
  const { artefact, version, party, since } = data
  const { number, name } = version
  return (
    <Page>
      <title>{`${t('changes.title')} – ${artefact.title}`}</title>
      <PageHeading
        title={t('changes.title')}
        back={{ to: `/artefacts/${artefact.id}/approvals`, label: t('titleOf', { title: artefact.title }) }}
        actions={since !== null && data.mayExport ? <Redline data={data} /> : null}
      >
        {since === null ? t('changes.whole', { number, name }) : t('changes.between', { since, number, name })}
      </PageHeading>
      <div className="mb-8 flex flex-col gap-4">
        {party ? <p>{t('changes.forParty', { name: party.name })}</p> : null}
        <Choices data={data} />
        <ForAnotherParty data={data} />
      </div>
      <Text data={data} />
    </Page>
  )
}

function Redline({ data: { artefact, version, since } }: { data: ChangesPageData }) {
  const t = useTranslate('approvals')
  // A file, not a page: the browser fetches it itself.
  return (
    <a href={`/artefacts/${artefact.id}/redline.docx?from=${since}&to=${version.number}`} download className={buttonStyle('secondary', 'medium')}>
      <FileDown aria-hidden className="size-5" />
      {t('changes.redline')}
    </a>
  )
}

function Choices({ data: { artefact, party, choices, since } }: { data: ChangesPageData }) {
  const t = useTranslate('approvals')
  const address = (from: number) => {
    const query = new URLSearchParams({ ...(party ? { party: party.organisationId } : {}), since: String(from) })
    return `/artefacts/${artefact.id}/approvals/changes?${query.toString()}`
  }
  const look =
    'inline-flex min-h-11 items-center rounded-full border border-line-strong bg-surface px-4 font-medium text-ink no-underline hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-on-accent'
  if (choices.length === 0) return null
  return (
    <nav aria-label={t('changes.choose')} className="flex flex-wrap gap-2">
      {choices.map(({ since: from, why }) => (
        <Link key={from} to={address(from)} aria-current={since === from ? 'true' : undefined} className={look}>
          {t(`changes.since.${why}`, { number: from })}
        </Link>
      ))}
      <Link to={address(0)} aria-current={since === null ? 'true' : undefined} className={look}>
        {t('changes.wholeText')}
      </Link>
    </nav>
  )
}

function ForAnotherParty({ data: { parties, party } }: { data: ChangesPageData }) {
  const t = useTranslate('approvals')
  return (
    <details>
      <summary className="cursor-pointer py-1 text-ink-soft">{t('changes.another')}</summary>
      <Form className="mt-2 flex max-w-xl flex-wrap items-end gap-3">
        <SelectField
          key={party?.organisationId}
          name="party"
          label={t('table.party')}
          defaultValue={party?.organisationId}
          options={parties.map(({ organisationId, name }) => ({ value: organisationId, label: name }))}
          className="min-w-0 flex-1 basis-52"
        />
        <Button type="submit">{t('changes.show')}</Button>
      </Form>
    </details>
  )
}

function Text({ data: { since, comparison, document, version } }: { data: ChangesPageData }) {
  const t = useTranslate('approvals')
  const words = useTranslate('versions')
  if (comparison) return <ComparisonView key={since} comparison={comparison} />
  if (!document) return <Notice tone="caution">{words('version.unreadable')}</Notice>
  return (
    <section aria-label={t('versionName', { number: version.number, name: version.name })} className="rounded-xl border border-line bg-surface px-4 py-6 shadow-raised sm:px-10 sm:py-10">
      <DocumentView document={document} />
    </section>
  )
}
