import { z } from 'zod'
import { isSafeLink } from './links'
import { clauseSuggestionSchema, breakSuggestionSchema, suggestionMarks } from './suggestion'

/**
 * An agreement is a ProseMirror document, kept as its JSON:
 *
 *     agreement = clause* annex*     (the title is the artefact's own)
 *     clause    = clauseTitle block* clause*      three levels deep at most
 *     block     = paragraph | bulletList | orderedList | table
 *     inline    = text (bold, italic, link, definedTerm) | clauseReference | party | annexReference | footnote | hardBreak
 *
 * Every clause has an `id` that it keeps when it moves; numbers are never stored. What is suggested stands in the text
 * and is marked: `suggestion.ts`.
 */
export const clauseDepth = 3

export const clauseIdPattern = /^[A-Za-z0-9_-]{1,64}$/

const clauseId = z.string().regex(clauseIdPattern)

export const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: z.string().refine(isSafeLink) }) }),
  // The words with which a term is defined. Its other uses are found, not marked.
  z.object({ type: z.literal('definedTerm') }),
  ...suggestionMarks,
])

export const textSchema = z.object({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
})

export const longestFootnote = 2_000

/** Of what is not text: to put it in, to take it out. The shared document keeps no marks on it. */
const suggestion = breakSuggestionSchema.optional()

export const inlineSchema = z.discriminatedUnion('type', [
  textSchema,
  z.object({ type: z.literal('clauseReference'), attrs: z.object({ clause: clauseId, suggestion }) }),
  // An organisation of the project. The name is as it was when it was written in or last brought up to date.
  z.object({
    type: z.literal('party'),
    attrs: z.object({ organisation: z.string().regex(clauseIdPattern), name: z.string().min(1).max(200), suggestion }),
  }),
  z.object({ type: z.literal('annexReference'), attrs: z.object({ annex: clauseId, suggestion }) }),
  z.object({ type: z.literal('footnote'), attrs: z.object({ words: z.string().max(longestFootnote), suggestion }) }),
  z.object({ type: z.literal('hardBreak'), attrs: z.object({ suggestion }).optional() }),
])

export const paragraphSchema = z.object({
  type: z.literal('paragraph'),
  attrs: z.object({ suggestion: breakSuggestionSchema }).optional(),
  content: z.array(inlineSchema).optional(),
})

export interface ListItem {
  type: 'listItem'
  content: CellBlock[]
}

export interface BulletList {
  type: 'bulletList'
  content: ListItem[]
}

export interface OrderedList {
  type: 'orderedList'
  content: ListItem[]
}

// The unions are told apart by their `type`, and not by trying: an agreement is parsed on every opening.

const listItemSchema = z.object({
  type: z.literal('listItem'),
  get content(): z.ZodType<CellBlock[]> {
    return z.array(cellBlockSchema).min(1)
  },
})

const bulletListSchema = z.object({
  type: z.literal('bulletList'),
  content: z.array(listItemSchema).min(1),
})

const orderedListSchema = z.object({
  type: z.literal('orderedList'),
  content: z.array(listItemSchema).min(1),
})

const cellBlockSchema = z.discriminatedUnion('type', [paragraphSchema, bulletListSchema, orderedListSchema])

export const widestSpan = 20
export const tallestSpan = 200

const cellAttributes = z.object({
  colspan: z.number().int().min(1).max(widestSpan).optional(),
  rowspan: z.number().int().min(1).max(tallestSpan).optional(),
})

export const tableCellSchema = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: cellAttributes.optional(),
  content: z.array(cellBlockSchema).min(1),
})

export const tableRowSchema = z.object({
  type: z.literal('tableRow'),
  content: z.array(tableCellSchema).min(1),
})

export const tableSchema = z.object({ type: z.literal('table'), content: z.array(tableRowSchema).min(1) })

export const clauseTitleSchema = z.object({
  type: z.literal('clauseTitle'),
  content: z
    .array(
      z.object({
        type: z.literal('text'),
        text: z.string().min(1),
        marks: z.array(z.discriminatedUnion('type', suggestionMarks)).optional(),
      }),
    )
    .optional(),
})

export type Mark = z.infer<typeof markSchema>
export type Text = z.infer<typeof textSchema>
export type Inline = z.infer<typeof inlineSchema>
export type Paragraph = z.infer<typeof paragraphSchema>
export type ClauseTitle = z.infer<typeof clauseTitleSchema>
export type TableCell = z.infer<typeof tableCellSchema>
export type TableRow = z.infer<typeof tableRowSchema>
export type TableNode = z.infer<typeof tableSchema>
/** What stands in a table's cell and in an item of a list. */
export type CellBlock = Paragraph | BulletList | OrderedList
export type ClauseBlock = CellBlock | TableNode

/**
 * What a clause carries beside its words. `origin`: the id of the decision that it came from. `state`: proposed by a
 * workshop, until somebody confirms it.
 */
export const clauseAttributesSchema = z.object({
  id: clauseId,
  origin: clauseId.optional(),
  state: z.literal('proposed').optional(),
  suggestion: clauseSuggestionSchema.optional(),
})

export type ClauseAttributes = z.infer<typeof clauseAttributesSchema>

export interface Clause {
  type: 'clause'
  attrs: ClauseAttributes
  /** The title, then blocks, then sub-clauses. */
  content: (ClauseTitle | ClauseBlock | Clause)[]
}

const clauseContentSchema = z.discriminatedUnion('type', [
  clauseTitleSchema,
  paragraphSchema,
  bulletListSchema,
  orderedListSchema,
  tableSchema,
  z.object({
    type: z.literal('clause'),
    attrs: clauseAttributesSchema,
    get content(): z.ZodType<Clause['content']> {
      return z.array(clauseContentSchema).min(1)
    },
  }),
])

export const clauseSchema: z.ZodType<Clause> = z.object({
  type: z.literal('clause'),
  attrs: clauseAttributesSchema,
  content: z.array(clauseContentSchema).min(1),
})

/** The longest title of an annex. */
export const longestAnnexTitle = 300

/** What is attached: an exact version of another artefact. In the order of the annexes; numbers are never stored. */
export const annexSchema = z.object({
  id: clauseId,
  title: z.string().min(1).max(longestAnnexTitle),
  artefact: clauseId,
  version: z.number().int().positive(),
  /** Of the version's content, SHA-256. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

export type Annex = z.infer<typeof annexSchema>

/** What a clause says in the agreement's other language. */
export const translatedClauseSchema = z.object({
  title: z.string(),
  content: z.array(z.discriminatedUnion('type', [paragraphSchema, bulletListSchema, orderedListSchema, tableSchema])),
  /** Hashes of both wordings when somebody last said that they say the same; empty before. */
  agreesWith: z.string(),
  agreed: z.string(),
})

export type TranslatedClause = z.infer<typeof translatedClauseSchema>

export const agreementSchema = z.object({
  clauses: z.array(clauseSchema),
  annexes: z.array(annexSchema).optional(),
  /** By the ids of the clauses. */
  translation: z
    .object({ language: z.enum(['fi', 'sv', 'en']), clauses: z.record(clauseId, translatedClauseSchema) })
    .optional(),
})

export type Agreement = z.infer<typeof agreementSchema>
