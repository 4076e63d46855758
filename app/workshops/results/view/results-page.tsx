import { Download, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '../../../components/button'
import { buttonStyle } from '../../../components/button-style'
import { Card } from '../../../components/card'
import { EmptyState } from '../../../components/empty-state'
import { Page, PageHeading } from '../../../components/page-heading'
import { useTranslate } from '../../../i18n/use-translate'
import { DecisionCard } from '../../decisions/view/decision-card'
import { ReportCard } from '../../report/view/report-card'
import { ResultBars } from '../../votes/view/result-bars'
import type { ResultsPageData } from '../results-page.server'

/** What came of a workshop, from its notes to its decisions. */
export function ResultsPage({ data }: { data: ResultsPageData }) {
  const t = useTranslate('votes')
  const { workshop, boards, votes, decisions, report } = data
  const isEmpty = boards.length === 0 && votes.length === 0 && decisions.length === 0
  return (
    <Page>
      <title>{`${t('results.title')}: ${workshop.title} – Tahto`}</title>
      <PageHeading title={t('results.title')} back={{ to: `/workshops/${workshop.id}`, label: workshop.title }}>
        <p>{t('results.intro')}</p>
      </PageHeading>
      {isEmpty ? (
        <EmptyState icon={StickyNote} title={t('results.emptyTitle')}>
          {t('results.empty')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-10">
          <Decided workshopId={workshop.id} decisions={decisions} />
          <Voted workshopId={workshop.id} votes={votes} />
          <Written boards={boards} />
        </div>
      )}
      {report ? (
        <div className="mt-10 max-w-2xl">
          <ReportCard workshopId={workshop.id} report={report} />
        </div>
      ) : null}
    </Page>
  )
}

function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl font-bold">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

function Decided({ workshopId, decisions }: { workshopId: string; decisions: ResultsPageData['decisions'] }) {
  const t = useTranslate('votes')
  return (
    <Section
      title={t('results.decisions')}
      aside={
        <ButtonLink size="small" to={`/workshops/${workshopId}/decisions`}>
          {t('results.toDecisions')}
        </ButtonLink>
      }
    >
      {decisions.length === 0 ? (
        <p className="text-ink-soft">{t('results.noDecisions')}</p>
      ) : (
        <ol className="flex flex-col gap-4">
          {decisions.map((decision, index) => (
            <DecisionCard
              key={decision.id}
              workshopId={workshopId}
              decision={decision}
              place={{ index, of: decisions.length }}
              writing={null}
            />
          ))}
        </ol>
      )}
    </Section>
  )
}

function Voted({ workshopId, votes }: Pick<ResultsPageData, 'votes'> & { workshopId: string }) {
  const t = useTranslate('votes')
  if (votes.length === 0) return null
  return (
    <Section
      title={t('results.votes')}
      aside={
        votes.some(({ tallies }) => tallies) ? (
          <a
            href={`/workshops/${workshopId}/votes.csv`}
            download
            className={buttonStyle('secondary', 'small')}
          >
            <Download aria-hidden className="size-4" />
            {t('results.download')}
          </a>
        ) : null
      }
    >
      <div className="flex flex-col gap-6">
        {votes.map(({ id, title, tallies, voters }) => (
          <Card key={id}>
            <h3 className="mb-3 text-xl font-bold">{title || t('results.vote')}</h3>
            {tallies ? (
              <>
                <p className="mb-3 text-ink-soft">{t('results.voters', { count: voters })}</p>
                <ResultBars tallies={tallies} />
              </>
            ) : (
              <p className="text-ink-soft">{t('results.notShown')}</p>
            )}
          </Card>
        ))}
      </div>
    </Section>
  )
}

function Written({ boards }: Pick<ResultsPageData, 'boards'>) {
  const t = useTranslate('votes')
  if (boards.length === 0) return null
  return (
    <Section title={t('results.notes')}>
      <div className="flex flex-col gap-6">
        {boards.map(({ artefact, place, groups, others }, index) => (
          <Card key={index}>
            <h3 className="mb-3 text-xl font-bold">{place ? `${artefact}: ${place}` : artefact}</h3>
            <div className="grid items-start gap-5 sm:grid-cols-2 lg:grid-cols-3">
              {groups.map((group, groupIndex) => (
                <NoteList key={groupIndex} title={group.name || t('unnamed')} notes={group.notes} />
              ))}
              {others.length > 0 ? (
                <NoteList title={groups.length > 0 ? t('results.ungrouped') : ''} notes={others} />
              ) : null}
            </div>
          </Card>
        ))}
      </div>
    </Section>
  )
}

function NoteList({ title, notes }: { title: string; notes: readonly string[] }) {
  return (
    <div className="min-w-0">
      {title ? <h4 className="mb-1 font-bold">{title}</h4> : null}
      <ul className="flex flex-col gap-1.5">
        {notes.map((note, index) => (
          <li key={index} className="rounded-md bg-note-yellow px-3 py-2 whitespace-pre-line">
            {note}
          </li>
        ))}
      </ul>
    </div>
  )
}
