import { ArrowRight, BadgeCheck, ChartColumn, FileDown, History, Lock, Plus, Stamp, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { organisationTypes } from '../../artefacts/organisation-types'
import { ButtonLink } from '../../components/button'
import { OrganisationBadge } from '../../components/organisation-badge'
import { useTranslate } from '../../i18n/use-translate'
import { PhaseBadge } from '../../workshops/view/phase-badge'
import type { ProjectPageData } from '../page.server'
import { stageOf } from '../way'

interface StageProps {
  project: ProjectPageData
}

type Artefact = ProjectPageData['artefacts'][number]

const cardLook =
  'flex min-h-16 items-center justify-between gap-4 rounded-lg border border-line bg-surface px-4 py-3 text-ink ' +
  'no-underline shadow-raised hover:border-accent'

export function NetworkStage({ project }: StageProps) {
  const t = useTranslate('projects')
  const { organisations, id, may } = project
  return (
    <>
      {organisations.length === 0 ? (
        <p className="mb-4">{t('network.empty')}</p>
      ) : (
        <ul className="mb-4 flex flex-wrap gap-2">
          {organisationTypes.flatMap((type) =>
            organisations
              .filter((organisation) => organisation.type === type)
              .map(({ id: key, name }) => (
                <li key={key} className="max-w-full">
                  <OrganisationBadge type={type} name={name} />
                </li>
              )),
          )}
        </ul>
      )}
      <p className="text-ink-soft">{t('network.members', { count: project.members })}</p>
      {organisations.length < 2 && may.editOrganisations ? (
        <StageActions>
          <ButtonLink size="small" to={`/projects/${id}/organisations`} className="mt-4">
            {t('network.edit')}
          </ButtonLink>
        </StageActions>
      ) : null}
    </>
  )
}

export function IdeasStage({ project }: StageProps) {
  const t = useTranslate('projects')
  const { workshops, id, may } = project
  const reports = project.artefacts.filter(({ kind }) => stageOf(kind) === 'ideas')
  return (
    <>
      {workshops.length === 0 ? <p className="mb-4 max-w-prose">{t('workshops.empty')}</p> : null}
      <CardList>
        {workshops.map((workshop) => (
          <li key={workshop.id}>
            <Link to={`/workshops/${workshop.id}`} className={`flex-wrap gap-y-2 ${cardLook}`}>
              <span className="min-w-0 flex-1 basis-56">
                <span className="block font-semibold">{workshop.title}</span>
                <span className="block text-sm text-ink-soft">
                  {workshop.time}
                  {workshop.seats > 0 ? ` · ${t('workshops.seats', { count: workshop.seats })}` : ''}
                </span>
              </span>
              <PhaseBadge phase={workshop.phase} />
            </Link>
          </li>
        ))}
      </CardList>
      {reports.length > 0 ? (
        <>
          <h3 className="mt-5 mb-2 font-bold">{t('workshops.reports')}</h3>
          <ArtefactCards artefacts={reports} />
        </>
      ) : null}
      <StageActions>
        {may.createWorkshop ? (
          <ButtonLink size="small" to={`/projects/${id}/workshops/new`}>
            <Plus aria-hidden className="size-4" />
            {t('workshops.plan')}
          </ButtonLink>
        ) : null}
        {workshops.length > 0 ? (
          <ButtonLink size="small" variant="quiet" to={`/projects/${id}/figures`}>
            <ChartColumn aria-hidden className="size-4" />
            {t('workshops.figures')}
          </ButtonLink>
        ) : null}
      </StageActions>
    </>
  )
}

export function ArtefactStage({ project, stage }: StageProps & { stage: 'model' | 'draft' }) {
  const t = useTranslate('projects')
  const artefacts = project.artefacts.filter(({ kind }) => stageOf(kind) === stage)
  const draft = stage === 'draft'
  return (
    <>
      {artefacts.length === 0 ? (
        <p className="mb-4 max-w-prose">{draft ? t('artefacts.emptyDraft') : t('artefacts.emptyModel')}</p>
      ) : null}
      <ArtefactCards artefacts={artefacts} />
      {project.may.createArtefact ? (
        <StageActions>
          <ButtonLink
            size="small"
            to={`/projects/${project.id}/artefacts/new${draft ? '?kind=agreement' : ''}`}
          >
            <Plus aria-hidden className="size-4" />
            {draft && artefacts.length === 0 ? t('artefacts.newAgreement') : t('artefacts.new')}
          </ButtonLink>
        </StageActions>
      ) : null}
    </>
  )
}

function ArtefactCards({ artefacts }: { artefacts: readonly Artefact[] }) {
  const t = useTranslate('projects')
  return (
    <CardList>
      {artefacts.map((artefact) => (
        <li key={artefact.id}>
          <Link to={`/artefacts/${artefact.id}`} className={cardLook}>
            <span className="min-w-0">
              <span className="flex flex-wrap items-center gap-x-2 font-semibold">
                {artefact.title}
                {artefact.locked ? (
                  <span className="inline-flex items-center gap-1 text-sm font-normal text-ink-soft">
                    <Lock aria-hidden className="size-3.5" />
                    {t('artefacts.locked')}
                  </span>
                ) : null}
              </span>
              <Standing artefact={artefact} />
            </span>
            <ArrowRight aria-hidden className="size-5 shrink-0 text-accent" />
          </Link>
        </li>
      ))}
    </CardList>
  )
}

/** Which version an artefact has, and whether work has gone past it. */
function Standing({ artefact: { version, changedSince } }: { artefact: Artefact }) {
  const t = useTranslate('projects')
  if (!version) return <span className="block text-sm text-ink-soft">{t('artefacts.noVersion')}</span>
  return (
    <span className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
      <span>
        {t('artefacts.version', { number: version.number, name: version.name })} · {version.day}
      </span>
      {changedSince === null ? null : (
        <span
          className={
            'inline-flex items-center gap-1.5 font-semibold ' +
            (changedSince ? 'text-caution' : 'text-positive')
          }
        >
          <span
            aria-hidden
            className={`size-2 ${changedSince ? 'rotate-45 bg-caution' : 'rounded-full bg-positive'}`}
          />
          {changedSince ? t('artefacts.changed') : t('artefacts.unchanged')}
        </span>
      )}
    </span>
  )
}

export function VersionStage({ project }: StageProps) {
  const t = useTranslate('projects')
  const { artefacts, stages } = project
  if (artefacts.length === 0) return <p className="max-w-prose">{t('versions.emptyNothing')}</p>
  return (
    <>
      {stages.version === 'reached' ? <p className="mb-3">{t('versions.current')}</p> : null}
      <PillList>
        {artefacts.map(({ id, title, version }) => (
          <Pill key={id} to={`/artefacts/${id}/versions`} icon={History}>
            <span className="sr-only">{t('versions.open')}: </span>
            {title}{' '}
            <span className="font-normal text-ink-soft">
              {version ? t('versions.number', { number: version.number }) : t('versions.none')}
            </span>
          </Pill>
        ))}
      </PillList>
    </>
  )
}

export function DecisionStage({ project }: StageProps) {
  const t = useTranslate('projects')
  const versioned = project.artefacts.flatMap(({ id, title, version }) =>
    version ? [{ id, title, version }] : [],
  )
  if (versioned.length === 0) return <p className="max-w-prose">{t('decision.ahead')}</p>
  const decided = project.artefacts.flatMap(({ id, title, approval }) => (approval ? [{ id, title, approval }] : []))
  return (
    <>
      {decided.length > 0 ? (
        <ul className="mb-4 flex flex-col gap-1">
          {decided.map(({ id, title, approval: { state, ...approval } }) => (
            <li key={id} className="flex items-baseline gap-2">
              {state === 'underway' ? (
                <Stamp aria-hidden className="size-5 shrink-0 self-center text-accent" />
              ) : (
                <BadgeCheck aria-hidden className="size-5 shrink-0 self-center text-positive" />
              )}
              <Link to={`/artefacts/${id}/approvals`} className="inline-flex min-h-9 items-center">
                {t(`decision.${state}`, { title, ...approval })}
                {approval.reservations > 0 ? ` (${t('decision.reservations', { count: approval.reservations })})` : ''}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mb-3 max-w-prose">{t('decision.ready')}</p>
      <PillList>
        {versioned.map(({ id, title, version: { number } }) => (
          <Pill key={id} to={`/artefacts/${id}/versions/${number}`} icon={FileDown}>
            {t('decision.open', { title, number })}
          </Pill>
        ))}
      </PillList>
    </>
  )
}

function CardList({ children }: { children: ReactNode }) {
  return <ul className="mb-4 flex flex-col gap-3 empty:hidden">{children}</ul>
}

function PillList({ children }: { children: ReactNode }) {
  return <ul className="flex flex-wrap gap-2">{children}</ul>
}

function Pill({ to, icon: Icon, children }: { to: string; icon: LucideIcon; children: ReactNode }) {
  return (
    <li className="max-w-full">
      <Link
        to={to}
        className={
          'inline-flex min-h-10 max-w-full items-center gap-2 rounded-full border border-line-strong bg-surface px-4 py-1 ' +
          'text-sm font-semibold text-ink no-underline hover:border-accent hover:bg-accent-soft'
        }
      >
        <Icon aria-hidden className="size-4 shrink-0 text-accent" />
        <span className="min-w-0">{children}</span>
      </Link>
    </li>
  )
}

function StageActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-3">{children}</div>
}
