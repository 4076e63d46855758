import { z } from 'zod'
import type { RecordShape } from '../../../document/records'

/** The collections of a report's document. A section has a table where a column says that it is the section's. */
export const collections = { sections: 'sections', columns: 'columns', rows: 'rows', cells: 'cells' } as const

export interface StoredSection {
  id: string
  order: string
  depth: 1 | 2
  heading: string
  text: string
  caption: string
}

export interface StoredColumn {
  id: string
  order: string
  section: string
  name: string
}

export interface StoredRow {
  id: string
  order: string
  section: string
}

/** Under the id that `cellId` makes. */
export interface StoredCell {
  id: string
  text: string
}

export const cellId = (row: string, column: string) => `${row}:${column}`

// Stored data may be older, newer or broken by a foreign client: each field is mended by itself,
// so that a damaged order never costs anybody the words beside it.
const id = z.string().min(1).max(64)
const tableId = z.string().regex(/^[^:]{1,64}$/)
// Sorts after every key that `fractional-indexing` makes.
const lastOrder = 'zz'
const order = z
  .string()
  .min(1)
  .transform((key) => key.slice(0, 200))
  .catch(lastOrder)
const words = z.string().catch('')

export const sectionShape: RecordShape<StoredSection> = {
  schema: z.object({
    id,
    order,
    depth: z.union([z.literal(1), z.literal(2)]).catch(1),
    heading: words,
    text: words,
    caption: words,
  }),
  texts: ['heading', 'text', 'caption'],
}

export const columnShape: RecordShape<StoredColumn> = {
  schema: z.object({ id: tableId, order, section: words, name: words }),
  texts: ['name'],
}

export const rowShape: RecordShape<StoredRow> = {
  schema: z.object({ id: tableId, order, section: words }),
  texts: [],
}

export const cellShape: RecordShape<StoredCell> = {
  schema: z.object({ id: z.string().max(129), text: words }),
  texts: ['text'],
}
