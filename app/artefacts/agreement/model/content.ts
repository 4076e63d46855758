import { z } from 'zod'
import { isSafeLink } from './links'

/**
 * An agreement is a ProseMirror document, kept as its JSON:
 *
 *     agreement = clause*            (the title is the artefact's own)
 *     clause    = clauseTitle block* clause*      three levels deep at most
 *     block     = paragraph | bulletList | orderedList | table
 *     inline    = text (bold, italic, link) | clauseReference | hardBreak
 *
 * Every clause has an `id` that it keeps when it moves; numbers are never stored.
 */
export const clauseDepth = 3

export const clauseIdPattern = /^[A-Za-z0-9_-]{1,64}$/

const clauseId = z.string().regex(clauseIdPattern)

export const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: z.string().refine(isSafeLink) }) }),
])

export const textSchema = z.object({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
})

export const inlineSchema = z.discriminatedUnion('type', [
  textSchema,
  z.object({ type: z.literal('clauseReference'), attrs: z.object({ clause: clauseId }) }),
  z.object({ type: z.literal('hardBreak') }),
])

export const paragraphSchema = z.object({
  type: z.literal('paragraph'),
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
  content: z.array(z.object({ type: z.literal('text'), text: z.string().min(1) })).optional(),
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

export const agreementSchema = z.object({ clauses: z.array(clauseSchema) })

export type Agreement = z.infer<typeof agreementSchema>
