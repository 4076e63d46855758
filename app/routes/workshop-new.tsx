import { data, redirect } from 'react-router'
import type { Route } from './+types/workshop-new'
import { readForm } from '../accounts/request.server'
import { enterProject } from '../projects/enter.server'
import { beginWorkshop } from '../workshops/agenda/begin-workshop.server'
import { agendaTemplateChoices } from '../workshops/agenda/template-choices.server'
import { artefactChoices } from '../workshops/page.server'
import { NewWorkshopPage } from '../workshops/view/new-workshop-page'
import { wallDate } from '../workshops/wall-time'
import { newWorkshopSchema } from '../workshops/workshop-form'

/** Workshops are seldom called for today. */
const weekInMs = 7 * 24 * 60 * 60 * 1000

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services } = context
  const { projectId } = params
  const { language } = await enterProject(request, context, projectId, 'createWorkshop')
  return {
    projectId,
    choices: await artefactChoices(services, projectId),
    templates: agendaTemplateChoices(language),
    date: wallDate(new Date(services.now() + weekInMs)),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { by, language } = await enterProject(request, context, params.projectId, 'createWorkshop')
  const form = await readForm(request, newWorkshopSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { plan, template } = form.value
  const begun = { projectId: params.projectId, plan, template }
  return redirect(`/workshops/${await beginWorkshop(context.services, begun, { by, language })}`)
}

export default function NewWorkshop({ loaderData, actionData }: Route.ComponentProps) {
  return <NewWorkshopPage {...loaderData} answer={actionData} />
}
