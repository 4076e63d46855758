import { z } from 'zod'

/** How many characters may be written in each field. What is stored longer than that is kept and shown. */
export const longest = { heading: 200, text: 20_000, caption: 300, column: 120, cell: 2_000 } as const

/** More makes no table that fits a page, on paper or on a phone. */
export const mostColumns = 8

const id = z.string().min(1).max(64)
const order = z.string().min(1).max(200)

/** Rows and columns name cells together, so no id of theirs holds the sign between. */
const tableId = z.string().regex(/^[^:]{1,64}$/)

export const tableSchema = z.object({
  /** What the table is about; named above it. */
  caption: z.string(),
  columns: z.array(z.object({ id: tableId, order, name: z.string() })),
  /** `cells` stand in the order of the columns. The first of them names the row. */
  rows: z.array(z.object({ id: tableId, order, cells: z.array(z.string()) })),
})

export const sectionSchema = z.object({
  id,
  order,
  /** 1: a chapter; 2: a part of the chapter above it. */
  depth: z.union([z.literal(1), z.literal(2)]),
  heading: z.string(),
  /** Paragraphs apart by an empty line; lines that begin with "- " are a list. */
  text: z.string(),
  table: tableSchema.nullable(),
})

export const workshopReportSchema = z.object({
  /** In reading order. */
  sections: z.array(sectionSchema),
})

export type ReportTable = z.infer<typeof tableSchema>
export type ReportSection = z.infer<typeof sectionSchema>
export type WorkshopReport = z.infer<typeof workshopReportSchema>
