import type { ReactNode } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import type { ProjectPageData } from '../page.server'
import { stageIds, type StageId } from '../way'
import { StageMark } from './stage-mark'
import { ArtefactStage, DecisionStage, IdeasStage, NetworkStage, VersionStage } from './stages'

/** The way, stage by stage, with what there is of each. */
export function WayRows({ project }: { project: ProjectPageData }) {
  const t = useTranslate('projects')
  return (
    <section aria-labelledby="way">
      <h2 id="way" className="sr-only">
        {t('page.way')}
      </h2>
      <ol>
        {stageIds.map((stage, index) => (
          <Row key={stage} stage={stage} project={project} last={index === stageIds.length - 1}>
            <StageContent stage={stage} project={project} />
          </Row>
        ))}
      </ol>
    </section>
  )
}

interface RowProps {
  stage: StageId
  project: ProjectPageData
  last: boolean
  children: ReactNode
}

function Row({ stage, project, last, children }: RowProps) {
  const t = useTranslate('projects')
  const state = project.stages[stage]
  return (
    <li id={stage} className="relative flex scroll-mt-6 gap-4 pb-10 last:pb-0 sm:gap-6">
      {last ? null : (
        <span
          aria-hidden
          className={
            'absolute top-12 bottom-0 left-6 border-l-2 ' +
            (state === 'ahead' ? 'border-dashed border-line-strong' : 'border-accent')
          }
        />
      )}
      <StageMark stage={stage} state={state} />
      <div className="min-w-0 flex-1 pt-1">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 className="text-xl font-bold">{t(`stage.${stage}`)}</h3>
          <span className="text-sm font-semibold text-ink-soft">{t(`state.${state}`)}</span>
        </div>
        <p className="mb-4 max-w-prose text-ink-soft">{t(`stageIs.${stage}`)}</p>
        {children}
      </div>
    </li>
  )
}

function StageContent({ stage, project }: { stage: StageId; project: ProjectPageData }) {
  switch (stage) {
    case 'network':
      return <NetworkStage project={project} />
    case 'ideas':
      return <IdeasStage project={project} />
    case 'model':
    case 'draft':
      return <ArtefactStage stage={stage} project={project} />
    case 'version':
      return <VersionStage project={project} />
    case 'decision':
      return <DecisionStage project={project} />
  }
}
