import { FolderOpen, Plus } from 'lucide-react'
import { Link } from 'react-router'
import { ButtonLink } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'

interface ProjectCard {
  id: string
  name: string
  purpose: string
  organisations: number
  artefacts: number
  /** The next workshop, in words; empty without one. */
  next: string
}

export function ProjectList({ projects, mayStart }: { projects: readonly ProjectCard[]; mayStart: boolean }) {
  const t = useTranslate('projects')
  const newProject = mayStart ? (
    <ButtonLink to="/projects/new" variant="primary">
      <Plus aria-hidden className="size-5" />
      {t('list.new')}
    </ButtonLink>
  ) : null
  return (
    <Page>
      <title>{`${t('list.title')} – Tahto`}</title>
      <PageHeading title={t('list.title')} actions={projects.length > 0 ? newProject : null} />
      {projects.length === 0 ? (
        <EmptyState icon={FolderOpen} title={t('list.emptyTitle')} action={newProject}>
          {mayStart ? t('list.emptyMayStart') : t('list.empty')}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 lg:grid-cols-2">
          {projects.map((project) => (
            <li key={project.id}>
              <Link
                to={`/projects/${project.id}`}
                className={
                  'block h-full rounded-xl border border-line bg-surface p-6 text-ink no-underline shadow-raised ' +
                  'hover:border-accent'
                }
              >
                <h2 className="text-xl font-bold text-accent">{project.name}</h2>
                <p className="mt-1 line-clamp-3 text-ink-soft">{project.purpose}</p>
                <p className="mt-4 flex flex-wrap gap-x-4 text-sm">
                  <span>{t('list.organisations', { count: project.organisations })}</span>
                  <span>{t('list.artefacts', { count: project.artefacts })}</span>
                </p>
                {project.next ? <p className="mt-1 text-sm font-semibold">{project.next}</p> : null}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
