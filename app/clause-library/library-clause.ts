import { z } from 'zod'
import { clauseSchema } from '../artefacts/agreement/model/content'
import { languages } from '../i18n/languages'

export const longestClauseTitle = 200
export const longestClauseNote = 1_000
/** Of a project: all of them go to each page that inserts one. */
export const mostLibraryClauses = 500
/** As JSON, in characters: some thirty pages. More than a clause is kept as an agreement. */
export const longestLibraryClause = 200_000

/** A clause that a project keeps for its agreements. */
export const libraryClauseSchema = z.object({
  id: z.string(),
  title: z.string(),
  note: z.string(),
  language: z.enum(languages),
  clause: clauseSchema,
  addedAt: z.number().int(),
  addedBy: z.string(),
})

export type LibraryClause = z.infer<typeof libraryClauseSchema>

/** A clause of a template that comes with the product. */
export const templateClauseSchema = z.object({
  id: z.string(),
  title: z.string(),
  template: z.string(),
  language: z.enum(languages),
  clause: clauseSchema,
})

export type TemplateClause = z.infer<typeof templateClauseSchema>

/** What an open agreement is offered to insert. */
export const offeredClausesSchema = z.object({
  kept: z.array(libraryClauseSchema),
  templates: z.array(templateClauseSchema),
})

export type OfferedClauses = z.infer<typeof offeredClausesSchema>
