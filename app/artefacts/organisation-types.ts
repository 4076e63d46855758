import { z } from 'zod'

/** Who works together. Stored; never renamed. */
export const organisationTypes = ['municipality', 'authority', 'third-sector', 'education', 'business'] as const

export const organisationTypeSchema = z.enum(organisationTypes)

export type OrganisationType = z.infer<typeof organisationTypeSchema>
