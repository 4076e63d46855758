import { z } from 'zod'

/**
 * What people say about an artefact: threads of comments. Shared ones are in the room `artefact/ID/remarks`, an
 * organisation's own in `artefact/ID/org/ORGANISATION`, both of this form. Who may comment may write there; what somebody
 * else wrote, and names that are not the sender's own, the server takes back.
 */
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** Of a thread or a remark. */
export const remarkId = id

export const longestRemark = 5_000
export const mostMentions = 20
/** More are not taken: the one who begins them is told. */
export const mostThreads = 5_000
export const mostRemarksInThread = 500

/** Who says it. `key`: `user:ID` or `seat:ID`; empty for what came in a file. */
export const remarkAuthorSchema = z.object({
  key: z.string().max(64),
  name: z.string().max(200),
  organisation: z.string().max(200),
})

export type RemarkAuthor = z.infer<typeof remarkAuthorSchema>

/**
 * What a thread is about: all of the artefact; a clause, a note, a card, by its id; or a passage of a clause.
 * A passage is found by positions of the shared text (Yjs relative positions, as JSON) as long as these are there, else by
 * its words between the words around it; a clause that moves is made anew, and its positions with it.
 */
export const anchorSchema = z.discriminatedUnion('on', [
  z.object({ on: z.literal('all') }),
  z.object({ on: z.literal('item'), item: id, name: z.string().max(200) }),
  z.object({
    on: z.literal('passage'),
    item: id,
    name: z.string().max(200),
    quote: z.string().min(1).max(2_000),
    before: z.string().max(100),
    after: z.string().max(100),
    start: z.string().max(300),
    end: z.string().max(300),
  }),
])

export type Anchor = z.infer<typeof anchorSchema>

/** Somebody or an organisation that is called by a remark. */
export const mentionSchema = z.object({ kind: z.enum(['person', 'organisation']), id: z.string().max(64), name: z.string().max(200) })

export type Mention = z.infer<typeof mentionSchema>

export const remarkSchema = z.object({
  id,
  author: remarkAuthorSchema,
  /** Milliseconds since the epoch. */
  at: z.number().int().nonnegative(),
  /** Empty for one that its author has taken away while others had answered. */
  words: z.string().max(longestRemark),
  mentions: z.array(mentionSchema).max(mostMentions),
  editedAt: z.number().int().nonnegative().optional(),
})

export type Remark = z.infer<typeof remarkSchema>

/** Who says that it is settled, and when. */
export const resolvedSchema = z.object({ by: remarkAuthorSchema, at: z.number().int().nonnegative() })

export const threadSchema = z.object({
  id,
  anchor: anchorSchema,
  /** In the order in which they were said; never empty. */
  remarks: z.array(remarkSchema).min(1),
  resolved: resolvedSchema.optional(),
})

export type Thread = z.infer<typeof threadSchema>

export const remarksSchema = z.object({ threads: z.array(threadSchema) })

export type Remarks = z.infer<typeof remarksSchema>

export const noRemarks: Remarks = { threads: [] }
