import { Stamp } from 'lucide-react'
import { ButtonLink } from '../../components/button'
import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { useFreshPage } from '../../components/use-page-within'
import { useTurns } from '../../components/use-turns'
import type { FormAnswer } from '../../accounts/view/form'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import type { DecisionPageData } from '../decision-page.server'
import { sayDate } from '../say-date'
import { AskedAbout } from './asked-about'
import { DecisionForm } from './decision-form'

export type AskedDecision = NonNullable<DecisionPageData['asked']>

/** Where an organisation's authorised person records what it has decided. */
export function DecisionPage({ data, answer }: { data: DecisionPageData; answer: FormAnswer }) {
  const t = useTranslate('approvals')
  const { artefact, asked, today } = data
  const back = `/artefacts/${artefact.id}/approvals`
  const title = asked?.party.record ? t('decision.correctTitle') : t('decision.title')
  return (
    <Page width="narrow">
      <title>{`${title} – ${artefact.title}`}</title>
      <PageHeading title={title} back={{ to: back, label: t('titleOf', { title: artefact.title }) }}>
        {asked ? asked.party.name : null}
      </PageHeading>
      {asked ? (
        <div className="flex flex-col gap-6">
          <Meanwhile data={data} asked={asked} />
          <WhatIsAsked asked={asked} />
          <Card>
            <DecisionForm key={asked.party.record?.number} asked={asked} today={today} answer={answer} />
          </Card>
        </div>
      ) : (
        <EmptyState icon={Stamp} title={t('decision.nothingTitle')} action={<ButtonLink to={back}>{t('decision.back')}</ButtonLink>}>
          {t('decision.nothing')}
        </EmptyState>
      )}
    </Page>
  )
}

/** What others have done since the form was opened. It stays, with what is written in it. */
function Meanwhile({ data, asked }: { data: DecisionPageData; asked: AskedDecision }) {
  const t = useTranslate('approvals')
  const artefactId = data.artefact.id
  const { asked: now } = useFreshPage(data, `/artefacts/${artefactId}/approvals/decision`, useTurns())
  const isSame = now?.id === asked.id && now.party.record?.number === asked.party.record?.number
  return (
    <div role="status" className="empty:hidden">
      {isSame ? null : (
        <Notice tone="caution" title={t('decision.changedTitle')}>
          <p>{t('decision.changed')}</p>
          <a href={`/artefacts/${artefactId}/approvals`} target="_blank" rel="noopener" className="inline-flex min-h-9 items-center">
            {t('decision.seeStanding')}
          </a>
        </Notice>
      )}
    </div>
  )
}

function WhatIsAsked({ asked }: { asked: AskedDecision }) {
  const t = useTranslate('approvals')
  const language = useLanguage()
  const { version, due, party, artefactId } = asked
  const { number, name, hash } = version
  const look = 'inline-flex min-h-9 items-center'
  return (
    <section aria-labelledby="what-is-asked" className="rounded-xl border border-line bg-sunken p-4 sm:px-6">
      <h2 id="what-is-asked" className="font-bold break-words">
        {t('versionName', { number, name })}
      </h2>
      <p className="text-ink-soft">
        {t('summary.due', { day: sayDate(due, language) })}
        <span className="block text-sm">
          {t('table.versionHash')}: <span className="font-mono" title={hash}>{hash.slice(0, 12)}</span>
        </span>
      </p>
      <div className="mt-2">
        <AskedAbout party={party} />
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        <li>
          <a href={`/artefacts/${artefactId}/approvals/changes`} target="_blank" rel="noopener" className={look}>
            {t('decision.seeChanges')}
          </a>
        </li>
        <li>
          <a href={`/artefacts/${artefactId}/versions/${number}`} target="_blank" rel="noopener" className={look}>
            {t('decision.seeVersion')}
          </a>
        </li>
      </ul>
      {party.record ? (
        <div className="mt-3">
          <Notice tone="info">{t('decision.corrects', { number: party.record.number })}</Notice>
        </div>
      ) : null}
    </section>
  )
}
