import { data, redirect } from 'react-router'
import type { Route } from './+types/home'
import { can } from '../accounts/permissions'
import { feedbackAddress, identify } from '../accounts/request.server'
import { translatorFor } from '../i18n/catalogue.server'
import { projectsOf } from '../projects/project.server'
import { ProjectList } from '../projects/view/project-list'
import { WelcomePage } from '../projects/view/welcome-page'
import { sayWeekday } from '../workshops/wall-time'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services } = context
  const identity = await identify(request, context)
  const { participant, language, refusal } = identity
  if (participant.kind === 'guest' && !refusal) throw redirect(`/workshops/${participant.workshopId}`)
  if (participant.kind !== 'member') {
    return data({ view: 'welcome' as const, refusal, feedbackAt: feedbackAddress(identity) })
  }
  const t = translatorFor(language).in('projects')
  const projects = await projectsOf(services, participant)
  return data({
    view: 'projects' as const,
    mayStart: can(participant, 'startProject', { type: 'installation' }),
    projects: projects.map(({ nextWorkshop: next, ...project }) => ({
      ...project,
      next: next
        ? t(next.doorOpen ? 'list.doorOpen' : 'list.nextWorkshop', {
            title: next.title,
            day: sayWeekday(next.startsAt, language),
          })
        : '',
    })),
  })
}

export default function Home({ loaderData }: Route.ComponentProps) {
  if (loaderData.view === 'welcome') return <WelcomePage {...loaderData} />
  return <ProjectList projects={loaderData.projects} mayStart={loaderData.mayStart} />
}
