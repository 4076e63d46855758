import { useTranslate } from '../../i18n/use-translate'
import type { ProjectPageData } from '../page.server'
import { stageIds, stageOf, type StageId } from '../way'
import { StageMark } from './stage-mark'

/** The whole way on one line, each stage leading to its place below. On a phone the rows below tell the same. */
export function WayAtAGlance({ project }: { project: ProjectPageData }) {
  const t = useTranslate('projects')
  return (
    <nav aria-label={t('page.way')} className="hidden md:block">
      <ol className="grid grid-cols-6">
        {stageIds.map((stage, index) => {
          const state = project.stages[stage]
          return (
            <li key={stage} className="relative">
              {index > 0 ? (
                <span
                  aria-hidden
                  className={
                    'absolute top-8 right-1/2 left-[-50%] border-t-2 ' +
                    (state === 'ahead' ? 'border-dashed border-line-strong' : 'border-accent')
                  }
                />
              ) : null}
              <a
                href={`#${stage}`}
                className="group relative flex flex-col items-center rounded-lg px-1 pt-2 pb-1 text-center text-ink no-underline"
              >
                <StageMark stage={stage} state={state} />
                <span className="mt-2 font-bold group-hover:underline">{t(`stage.${stage}`)}</span>
                <span className="text-sm text-ink-soft">
                  <Glance stage={stage} project={project} />
                </span>
                <span className="sr-only">, {t(`state.${state}`)}</span>
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** How much there is of a stage, in two or three words. */
function Glance({ stage, project }: { stage: StageId; project: ProjectPageData }) {
  const t = useTranslate('projects')
  const { artefacts, workshops, organisations } = project
  const versions = artefacts.filter(({ version }) => version !== null).length
  switch (stage) {
    case 'network':
      return organisations.length > 0
        ? t('glance.organisations', { count: organisations.length })
        : t('glance.none')
    case 'ideas':
      return workshops.length > 0 ? t('glance.workshops', { count: workshops.length }) : t('glance.none')
    case 'model':
    case 'draft': {
      const count = artefacts.filter(({ kind }) => stageOf(kind) === stage).length
      return count > 0 ? t('glance.artefacts', { count }) : t('glance.none')
    }
    case 'version':
      return versions > 0 ? t('glance.versions', { with: versions, all: artefacts.length }) : t('glance.none')
    case 'decision':
      return t(`state.${project.stages.decision}`)
  }
}
