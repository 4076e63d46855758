import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { stepTypeSchema } from '../../model/steps'
import { Card } from '../../../components/card'
import { Page, PageHeading } from '../../../components/page-heading'
import { OrganisationBadge } from '../../../components/organisation-badge'
import { useTranslate } from '../../../i18n/use-translate'
import type { OriginPageData } from '../origin.server'
import { BecameList } from './became-list'
import { OwnerAndDate } from './decision-card'
import { SourceQuote } from './decision-form'

/** The way back from a clause, a card or a note: what was decided, from which words, in which workshop, and what it became. */
export function OriginPage({ origin }: { origin: OriginPageData }) {
  const t = useTranslate('decisions')
  const { decision, project, workshop } = origin
  const back = project
    ? { to: `/projects/${project.id}`, label: project.name }
    : { to: `/workshops/${workshop.id}`, label: workshop.title }
  return (
    <Page width="narrow">
      <title>{`${t('origin.title')} – Tahto`}</title>
      <PageHeading title={t('origin.title')} back={back} />
      <ol className="flex flex-col gap-4">
        {decision?.source ? (
          <Stage title={t('origin.words')}>
            <SourceQuote words={decision.source.text} dots={decision.source.dots} />
          </Stage>
        ) : null}
        <WorkshopStage origin={origin} />
        {decision ? (
          <Stage title={t('origin.decision')}>
            <p className="text-lg whitespace-pre-line">{decision.text}</p>
            <OwnerAndDate decision={decision} />
          </Stage>
        ) : null}
        {decision ? (
          <Stage title={t('became.title')}>
            {decision.carried.length > 0 ? (
              <BecameList carried={decision.carried} />
            ) : (
              <p className="text-ink-soft">{t('became.nothing')}</p>
            )}
          </Stage>
        ) : null}
      </ol>
    </Page>
  )
}

function Stage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <Card>
        <h2 className="mb-2 text-xl font-bold">{title}</h2>
        {children}
      </Card>
    </li>
  )
}

function WorkshopStage({ origin: { workshop, step, there, people } }: { origin: OriginPageData }) {
  const t = useTranslate('decisions')
  const workshops = useTranslate('workshops')
  const type = stepTypeSchema.safeParse(step?.type).data
  return (
    <Stage title={t('origin.workshop')}>
      <p>
        <Link to={`/workshops/${workshop.id}`} className="font-semibold">
          {workshop.title}
        </Link>
      </p>
      <p>{workshop.time}</p>
      {workshop.purpose ? <p className="mt-2 whitespace-pre-line">{workshop.purpose}</p> : null}
      {step ? (
        <p className="mt-2">
          {t('origin.step', { step: step.title || (type ? workshops(`stepType.${type}`) : '') })}
        </p>
      ) : null}
      <h3 className="mt-4 font-semibold">{t('origin.there')}</h3>
      {there.length > 0 ? (
        <>
          <p>{t('origin.people', { count: people })}</p>
          <ul className="mt-2 flex flex-wrap gap-2">
            {there.map(({ name, type: organisationType, people: count }) => (
              <li key={name} className="inline-flex items-center gap-2">
                {organisationType ? (
                  <OrganisationBadge type={organisationType} name={name} />
                ) : (
                  <span>{name || t('origin.noOrganisation')}</span>
                )}
                <span className="text-ink-soft tabular-nums">{count}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="text-ink-soft">{t('origin.nobody')}</p>
      )}
    </Stage>
  )
}
