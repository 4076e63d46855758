import { Building2, LibraryBig, Users } from 'lucide-react'
import { Form, Link, useFetcher } from 'react-router'
import { SubmitButton } from '../../accounts/view/form'
import { Button, ButtonLink } from '../../components/button'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { useFreshPage } from '../../components/use-page-within'
import { useTurns } from '../../components/use-turns'
import { useTranslate } from '../../i18n/use-translate'
import { ProjectCalls } from '../../remarks/view/project-calls'
import type { ProjectPageData } from '../page.server'
import { EditProject } from './edit-project'
import { NextStepCard } from './next-step'
import { WayAtAGlance } from './way-at-a-glance'
import { WayRows } from './way-rows'

/** A project's front page: a picture of the way from shared will to result, as others go it meanwhile. */
export function ProjectPage({ project: sent }: { project: ProjectPageData }) {
  const t = useTranslate('projects')
  const fresh = useFreshPage(sent, `/projects/${sent.id}`, useTurns())
  // What one has just put into the bin stands in this page's own address.
  const project = { ...fresh, justBinned: sent.justBinned }
  return (
    <Page>
      <title>{`${project.name} – Tahto`}</title>
      <PageHeading
        title={project.name}
        back={{ to: '/', label: t('list.title') }}
        actions={<Actions project={project} />}
      >
        {project.purpose ? <p className="whitespace-pre-line">{project.purpose}</p> : null}
      </PageHeading>
      {project.justBinned ? <JustBinned artefact={project.justBinned} /> : null}
      <WayAtAGlance project={project} />
      <div
        className={
          'mt-10 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem] ' +
          'lg:grid-rows-[auto_1fr] lg:gap-y-8'
        }
      >
        <div className="lg:col-start-2">
          <NextStepCard project={project} />
        </div>
        <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <WayRows project={project} />
        </div>
        <div className="flex flex-col gap-8 lg:col-start-2">
          <ProjectCalls projectId={project.id} />
          <Changes changes={project.changes} />
          <Bin project={project} />
        </div>
      </div>
    </Page>
  )
}

function Actions({ project }: { project: ProjectPageData }) {
  const t = useTranslate('projects')
  const library = useTranslate('clauseLibrary')
  return (
    <>
      <ButtonLink to={`/projects/${project.id}/organisations`}>
        <Building2 aria-hidden className="size-5" />
        {t('page.organisations')}
      </ButtonLink>
      <ButtonLink to={`/projects/${project.id}/people`}>
        <Users aria-hidden className="size-5" />
        {t('page.people')}
      </ButtonLink>
      <ButtonLink to={`/projects/${project.id}/clause-library`}>
        <LibraryBig aria-hidden className="size-5" />
        {library('title')}
      </ButtonLink>
      {project.may.manage ? <EditProject name={project.name} purpose={project.purpose} /> : null}
    </>
  )
}

function JustBinned({ artefact }: { artefact: { id: string; title: string } }) {
  const t = useTranslate('projects')
  return (
    <div className="mb-8">
      <Notice role="status">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p>{t('page.binned', { title: artefact.title })}</p>
          <Form method="post">
            <input type="hidden" name="intent" value="bring-back" />
            <input type="hidden" name="id" value={artefact.id} />
            <SubmitButton variant="secondary" size="small">
              {t('page.undo')}
            </SubmitButton>
          </Form>
        </div>
      </Notice>
    </div>
  )
}

function Changes({ changes }: Pick<ProjectPageData, 'changes'>) {
  const t = useTranslate('projects')
  return (
    <section>
      <h2 className="mb-3 text-xl font-bold">{t('page.changes')}</h2>
      {changes.length === 0 ? (
        <p className="text-ink-soft">{t('page.noChanges')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {changes.map(({ id, time, words, href }) => (
            <li key={id} className="border-l-2 border-line pl-3">
              {href ? (
                <Link
                  to={href}
                  className="text-ink underline decoration-line-strong hover:text-accent hover:decoration-current"
                >
                  {words}
                </Link>
              ) : (
                words
              )}
              <span className="block text-sm text-ink-soft">{time}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Bin({ project }: { project: ProjectPageData }) {
  const t = useTranslate('projects')
  if (project.binned.length === 0 || !project.may.createArtefact) return null
  return (
    <Card className="bg-transparent shadow-none">
      <details>
        <summary className="cursor-pointer font-semibold">
          {t('page.binTitle')} ({project.binned.length})
        </summary>
        <p className="mt-2 text-sm text-ink-soft">{t('page.binHint')}</p>
        <ul className="mt-2 divide-y divide-line">
          {project.binned.map((artefact) => (
            <li key={artefact.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span className="min-w-0 break-words">{artefact.title}</span>
              <BringBack artefact={artefact} />
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}

function BringBack({ artefact }: { artefact: { id: string; title: string } }) {
  const t = useTranslate('projects')
  const fetcher = useFetcher()
  return (
    <Button
      size="small"
      aria-label={`${t('page.bringBack')}: ${artefact.title}`}
      isPending={fetcher.state !== 'idle'}
      onPress={() => void fetcher.submit({ intent: 'bring-back', id: artefact.id }, { method: 'post' })}
    >
      {t('page.bringBack')}
    </Button>
  )
}
