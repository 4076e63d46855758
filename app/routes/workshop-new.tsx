import { data, redirect } from 'react-router'
import type { Route } from './+types/workshop-new'
import { readForm } from '../accounts/request.server'
import { enterProject } from '../projects/enter.server'
import { artefactChoices } from '../workshops/page.server'
import { NewWorkshopPage } from '../workshops/view/new-workshop-page'
import { wallDate } from '../workshops/wall-time'
import { workshopPlanSchema } from '../workshops/workshop-form'
import { createWorkshop } from '../workshops/workshop.server'

/** Workshops are seldom called for today. */
const weekInMs = 7 * 24 * 60 * 60 * 1000

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services } = context
  const { projectId } = params
  await enterProject(request, context, projectId, 'createWorkshop')
  return {
    projectId,
    choices: await artefactChoices(services, projectId),
    date: wallDate(new Date(services.now() + weekInMs)),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { by } = await enterProject(request, context, params.projectId, 'createWorkshop')
  const form = await readForm(request, workshopPlanSchema)
  if (!form.ok) return data(form, { status: 400 })
  return redirect(
    `/workshops/${await createWorkshop(context.services, params.projectId, form.value.plan, by)}`,
  )
}

export default function NewWorkshop({ loaderData, actionData }: Route.ComponentProps) {
  return <NewWorkshopPage {...loaderData} answer={actionData} />
}
