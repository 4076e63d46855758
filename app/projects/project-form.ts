import { z } from 'zod'
import { lineField, textField } from '../accounts/fields'
import { problem } from '../accounts/form-problem'
import { organisationTypes, type OrganisationType } from '../artefacts/organisation-types'
import { isKindId } from '../artefacts/registry'
import { readNameList } from './organisation-list'

export const projectDetails = {
  name: lineField(160),
  purpose: textField(2000),
}

/** "agreement/partnership": a kind and one of its templates. Empty for none. */
export const templateField = z
  .string()
  .max(200)
  .default('')
  .transform((value, context) => {
    if (value === '') return null
    const [kind = '', templateId = ''] = value.split('/')
    if (isKindId(kind) && templateId !== '') return { kind, templateId }
    context.addIssue({ code: 'custom', ...problem('notAnOption') })
    return z.NEVER
  })

const nameList = textField(20_000).transform(readNameList)

/** A project with its organisations, one text for each type, one name a line. */
export const newProjectSchema = z
  .object({
    ...projectDetails,
    template: templateField,
    municipality: nameList,
    authority: nameList,
    'third-sector': nameList,
    education: nameList,
    business: nameList,
  } satisfies Record<OrganisationType, z.ZodType> & Record<string, z.ZodType>)
  .transform(({ name, purpose, template, ...lists }) => ({
    name,
    purpose,
    template,
    organisations: organisationTypes.flatMap((type) =>
      lists[type].map((organisation) => ({ name: organisation, type })),
    ),
  }))
