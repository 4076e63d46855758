import { LibraryBig } from 'lucide-react'
import { useState } from 'react'
import { EmptyState } from '../../components/empty-state'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import { findClauses } from '../find-clauses'
import type { LibraryPageData } from '../library-page.server'
import { LibraryItem } from './library-item'
import { SearchFields, type Sought } from './search-fields'

/** The clauses that a project keeps: to look through, and for those who lead it to name and to tidy. */
export function LibraryPage({ project, clauses, mayChange }: LibraryPageData) {
  const t = useTranslate('clauseLibrary')
  const [sought, setSought] = useState<Sought>({ words: '', language: null })
  const found = findClauses(clauses, sought.words, sought.language)
  return (
    <Page>
      <title>{`${t('title')}: ${project.name} – Tahto`}</title>
      <PageHeading title={t('title')} back={{ to: `/projects/${project.id}`, label: project.name }}>
        {t('intro')}
      </PageHeading>
      {clauses.length === 0 ? (
        <EmptyState icon={LibraryBig} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <>
          <SearchFields sought={sought} onSought={setSought} />
          <p role="status" className="mt-4 mb-2 text-ink-soft">
            {found.length === 0 ? t('nothing') : t('count', { count: found.length })}
          </p>
          <ul className="space-y-4">
            {found.map((clause) => (
              <li key={clause.id}>
                <LibraryItem clause={clause} mayChange={mayChange} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
