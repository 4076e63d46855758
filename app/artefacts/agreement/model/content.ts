import { z } from 'zod'

/**
 * An agreement is a ProseMirror document, kept as its JSON:
 *
 *     agreement = clause+            (the title is the artefact's own)
 *     clause    = clauseTitle block* clause*      three levels deep at most
 *     block     = paragraph | bulletList | orderedList | table
 *     inline    = text (bold, italic, link) | clauseReference | hardBreak
 *
 * Every clause has an `id` that it keeps when it moves; numbers are never stored.
 */
export const clauseDepth = 3

const safeHref = z.string().max(2_000).regex(/^(https?:\/\/|mailto:)/i)

export const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: safeHref }) }),
])

export const inlineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1), marks: z.array(markSchema).optional() }),
  z.object({ type: z.literal('clauseReference'), attrs: z.object({ clause: z.string().max(64) }) }),
  z.object({ type: z.literal('hardBreak') }),
])

export const paragraphSchema = z.object({
  type: z.literal('paragraph'),
  content: z.array(inlineSchema).optional(),
})

export interface ListItem {
  type: 'listItem'
  content: (Paragraph | BulletList | OrderedList)[]
}

export interface BulletList {
  type: 'bulletList'
  content: ListItem[]
}

export interface OrderedList {
  type: 'orderedList'
  content: ListItem[]
}

export const listItemSchema: z.ZodType<ListItem> = z.lazy(() =>
  z.object({
    type: z.literal('listItem'),
    content: z.array(z.union([paragraphSchema, bulletListSchema, orderedListSchema])).min(1),
  }),
)

export const bulletListSchema: z.ZodType<BulletList> = z.object({
  type: z.literal('bulletList'),
  content: z.array(listItemSchema).min(1),
})

export const orderedListSchema: z.ZodType<OrderedList> = z.object({
  type: z.literal('orderedList'),
  content: z.array(listItemSchema).min(1),
})

const cellAttributes = z.object({
  colspan: z.number().int().min(1).max(20).optional(),
  rowspan: z.number().int().min(1).max(200).optional(),
})

export const tableCellSchema = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: cellAttributes.optional(),
  content: z.array(z.union([paragraphSchema, bulletListSchema, orderedListSchema])).min(1),
})

export const tableSchema = z.object({
  type: z.literal('table'),
  content: z
    .array(z.object({ type: z.literal('tableRow'), content: z.array(tableCellSchema).min(1) }))
    .min(1),
})

export const clauseTitleSchema = z.object({
  type: z.literal('clauseTitle'),
  content: z.array(z.object({ type: z.literal('text'), text: z.string().min(1) })).optional(),
})

export type Mark = z.infer<typeof markSchema>
export type Inline = z.infer<typeof inlineSchema>
export type Paragraph = z.infer<typeof paragraphSchema>
export type ClauseTitle = z.infer<typeof clauseTitleSchema>
export type TableNode = z.infer<typeof tableSchema>
export type ClauseBlock = Paragraph | BulletList | OrderedList | TableNode

export interface Clause {
  type: 'clause'
  attrs: { id: string }
  /** The title, then blocks, then sub-clauses. */
  content: (ClauseTitle | ClauseBlock | Clause)[]
}

export const clauseSchema: z.ZodType<Clause> = z.lazy(() =>
  z.object({
    type: z.literal('clause'),
    attrs: z.object({ id: z.string().min(1).max(64) }),
    content: z
      .array(
        z.union([
          clauseTitleSchema,
          paragraphSchema,
          bulletListSchema,
          orderedListSchema,
          tableSchema,
          clauseSchema,
        ]),
      )
      .min(1),
  }),
)

export const agreementSchema = z.object({ clauses: z.array(clauseSchema) })

export type Agreement = z.infer<typeof agreementSchema>
