import { data, redirect } from 'react-router'
import { z } from 'zod'
import type { Route } from './+types/artefact-new'
import { optionalLineField } from '../accounts/fields'
import { readForm, refusedField } from '../accounts/request.server'
import { longestTitle } from '../artefacts/titles'
import { enterProject } from '../projects/enter.server'
import { createFromTemplate, kindChoices, templateName } from '../projects/new-artefact.server'
import { templateField } from '../projects/project-form'
import { NewArtefactPage } from '../projects/view/new-artefact-page'

const formSchema = z.object({ template: templateField, title: optionalLineField(longestTitle) })

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { language } = await enterProject(request, context, params.projectId, 'createArtefact')
  return { projectId: params.projectId, kinds: await kindChoices(language) }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { projectId } = params
  const { by, language } = await enterProject(request, context, projectId, 'createArtefact')
  const form = await readForm(request, formSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { template, title } = form.value
  const name = template && (title || (await templateName(template, language)))
  const id =
    template && name
      ? await createFromTemplate(context.services, { ...template, projectId, title: name, language }, by)
      : null
  if (!id) return data(refusedField({ title }, 'template', 'notAnOption'), { status: 400 })
  return redirect(`/artefacts/${id}`)
}

export default function NewArtefact({ loaderData, actionData }: Route.ComponentProps) {
  return <NewArtefactPage {...loaderData} answer={actionData} />
}
