import { z } from 'zod'

/** What a file may hold that does not come along, or comes otherwise; each has its words in `messages` under `left`. */
export const losses = [
  'pictures',
  'textBoxes',
  'equations',
  'headers',
  'external',
  'macros',
  'embedded',
  'links',
  'fields',
  'symbols',
  'hidden',
  'formatting',
  'endnotes',
  'deepHeadings',
  'typedNumbers',
  'nestedTables',
  'beforeFirst',
  'contents',
  'otherRevisions',
  'headingRevisions',
  'tableRevisions',
  'typedReferences',
  'parties',
] as const

export type Loss = (typeof losses)[number]

/** How clauses were told from the rest: by styles of headings, by numbered lines, or not at all. */
export const headingWays = ['styles', 'numbers', 'none'] as const

export const foundSchema = z.object({
  title: z.string(),
  headings: z.enum(headingWays),
  /** The clauses that will come, in reading order. */
  outline: z.array(z.object({ number: z.string(), title: z.string(), level: z.number() })),
  clauses: z.number(),
  words: z.number(),
  tables: z.number(),
  footnotes: z.number(),
  suggestions: z.number(),
  comments: z.number(),
  left: z.array(z.object({ what: z.enum(losses), count: z.number() })),
})

/** What was found in a file: what whoever brings it is told before anything is made. */
export type Found = z.infer<typeof foundSchema>
