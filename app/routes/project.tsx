import { data } from 'react-router'
import { z } from 'zod'
import type { Route } from './+types/project'
import { idSchema } from '../accounts/form-problem'
import { authorise, readForm } from '../accounts/request.server'
import { loadedWithin } from '../components/out-of-reach'
import { bringBack } from '../projects/bin.server'
import { enterProject } from '../projects/enter.server'
import { loadProjectPage } from '../projects/page.server'
import { projectDetails } from '../projects/project-form'
import { changeProject } from '../projects/project.server'
import { ProjectPage } from '../projects/view/project-page'

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('details'), ...projectDetails }),
  z.object({ intent: z.literal('bring-back'), id: idSchema }),
])

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadProjectPage(request, context, params.projectId)
}

export function clientLoader({ request, serverLoader }: Route.ClientLoaderArgs) {
  return loadedWithin(request, serverLoader)
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = context
  const { projectId } = params
  const { participant, thing, by } = await enterProject(request, context, projectId)
  const form = await readForm(request, formSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { value } = form
  if (value.intent === 'details') {
    authorise(participant, 'manage', thing)
    await changeProject(services, projectId, value)
    return { done: value.intent }
  }
  authorise(participant, 'delete', { type: 'artefact', projectId, artefactId: value.id, locked: false })
  await bringBack(services, { projectId, id: value.id }, by)
  return { done: value.intent }
}

export default function Project({ loaderData }: Route.ComponentProps) {
  // Null only for a page that asks again.
  return loaderData && <ProjectPage key={loaderData.id} project={loaderData} />
}
