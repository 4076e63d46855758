import { data, redirect } from 'react-router'
import type { Route } from './+types/project-new'
import { authorise, readForm, requireMember } from '../accounts/request.server'
import { createFromTemplate, kindChoices, templateName } from '../projects/new-artefact.server'
import { newProjectSchema } from '../projects/project-form'
import { createProject } from '../projects/project.server'
import { NewProjectPage } from '../projects/view/new-project-page'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { participant, language } = await requireMember(request, context)
  authorise(participant, 'startProject', { type: 'installation' })
  return { kinds: await kindChoices(language) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services } = context
  const { participant, language } = await requireMember(request, context)
  authorise(participant, 'startProject', { type: 'installation' })
  const form = await readForm(request, newProjectSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { template, ...project } = form.value
  const projectId = await createProject(services, project, participant.userId)
  const title = template && (await templateName(template, language))
  if (template && title) {
    await createFromTemplate(
      services,
      { ...template, projectId, title, language },
      `user:${participant.userId}`,
    )
  }
  return redirect(`/projects/${projectId}`)
}

export default function NewProject({ loaderData, actionData }: Route.ComponentProps) {
  return <NewProjectPage kinds={loaderData.kinds} answer={actionData} />
}
