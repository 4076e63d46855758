import { data } from 'react-router'
import { z } from 'zod'
import type { Route } from './+types/project-organisations'
import { lineField, textField, tickField } from '../accounts/fields'
import { FieldRefused, idSchema } from '../accounts/form-problem'
import { can } from '../accounts/permissions'
import { readForm, refusedField } from '../accounts/request.server'
import { organisationTypeSchema } from '../artefacts/organisation-types'
import { enterProject } from '../projects/enter.server'
import { longestOrganisationName, readNameList } from '../projects/organisation-list'
import {
  addOrganisations,
  changeOrganisation,
  organisationRows,
  removeOrganisation,
} from '../projects/organisations.server'
import { OrganisationsPage } from '../projects/view/organisations-page'

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), type: organisationTypeSchema, names: textField(20_000) }),
  z.object({
    intent: z.literal('change'),
    id: idSchema,
    name: lineField(longestOrganisationName),
    type: organisationTypeSchema,
    lead: tickField,
  }),
  z.object({ intent: z.literal('remove'), id: idSchema }),
])

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { participant, thing } = await enterProject(request, context, params.projectId)
  const organisations = await organisationRows(context.services, params.projectId)
  return {
    projectId: params.projectId,
    organisations,
    editable: can(participant, 'editOrganisations', thing),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services } = context
  const { projectId } = params
  const { by } = await enterProject(request, context, projectId, 'editOrganisations')
  const form = await readForm(request, formSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { value } = form
  switch (value.intent) {
    case 'add': {
      const names = readNameList(value.names)
      if (names.length === 0) return data(refusedField(value, 'names', 'missing'), { status: 400 })
      const organisations = names.map((name) => ({ name, type: value.type }))
      return { done: 'add' as const, count: await addOrganisations(services, projectId, organisations, by) }
    }
    case 'change':
      try {
        await changeOrganisation(services, projectId, value, by)
        return { done: 'change' as const }
      } catch (error) {
        if (!(error instanceof FieldRefused)) throw error
        return data(refusedField(value, error.field, error.code), { status: 400 })
      }
    case 'remove': {
      const inUse = await removeOrganisation(services, projectId, value.id, by)
      return inUse ? data({ inUse }, { status: 409 }) : { done: 'remove' as const }
    }
  }
}

export default function Organisations({ loaderData, actionData }: Route.ComponentProps) {
  return <OrganisationsPage {...loaderData} answer={actionData} />
}
