import { z } from 'zod'
import { isSafeLink } from './links'

/**
 * Who suggests, and when: kept with every part of a suggestion, so that none is ever without an author. One act of a
 * person is one suggestion, whose parts carry the same `id`.
 */
export const suggestedBySchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  /** `user:ID` or `seat:ID`; empty for one from an imported file. */
  author: z.string().max(64),
  /** As shown. */
  name: z.string().max(200),
  organisation: z.string().max(200),
  /** Milliseconds since the epoch, by the author's clock. */
  at: z.number().int().nonnegative(),
})

export type SuggestedBy = z.infer<typeof suggestedBySchema>

/** What a suggestion can make of words, or have them be no longer: in the order in which marks are listed. */
export const formats = ['bold', 'italic', 'link', 'definedTerm'] as const

export type Format = (typeof formats)[number]

/**
 * What is turned on (`+bold`) or off (`-bold`). A link says where to (`+link https://…`); on words that lead somewhere, where
 * to instead.
 */
const formatChangeSchema = z.union([
  z.enum(['+bold', '-bold', '+italic', '-italic', '-link', '+definedTerm', '-definedTerm']),
  z.templateLiteral(['+link ', z.string()]).refine((change) => isSafeLink(change.slice('+link '.length))),
])

export type FormatChange = z.infer<typeof formatChangeSchema>

export const formattingSchema = suggestedBySchema.extend({ change: formatChangeSchema })

export function formatOf(change: FormatChange): Format {
  return change.startsWith('+link ') ? 'link' : (change.slice(1) as Format)
}

/** Where words are to lead. */
export function hrefOf(change: string): string | undefined {
  return change.startsWith('+link ') ? change.slice('+link '.length) : undefined
}

/**
 * The marks of suggestions in text: `insertion` and `deletion` of what carries them, `formatting` with what it turns on
 * or off. The text keeps its present formatting until the suggestion is accepted.
 */
export const suggestionMarks = [
  z.object({ type: z.literal('insertion'), attrs: suggestedBySchema }),
  z.object({ type: z.literal('deletion'), attrs: suggestedBySchema }),
  z.object({ type: z.literal('formatting'), attrs: formattingSchema }),
] as const

/**
 * Of what carries no marks: a line break, a reference, a footnote is put in or taken out; of a paragraph the break before it:
 * `insert` – rejected, the paragraph joins the one before; `delete` – accepted, it does. Of the first paragraph of an item
 * of a list the break is the item's own: the item joins the one before.
 */
export const breakSuggestionSchema = suggestedBySchema.extend({ does: z.enum(['insert', 'delete']) })

/**
 * What stands in a shared paragraph in place of a suggestion once its break is gone: it is read as one with the paragraph
 * before it. No content ever holds it.
 */
export const joinedBreak = { does: 'joined' } as const

export function isJoined(suggestion: unknown): boolean {
  return typeof suggestion === 'object' && suggestion !== null && 'does' in suggestion && suggestion.does === 'joined'
}

/** Of a clause with all in it: to put it in, to take it away, or to move it to before another of `into` (null: the top row; `before` null: last). */
export const clauseSuggestionSchema = z.discriminatedUnion('does', [
  suggestedBySchema.extend({ does: z.literal('insert') }),
  suggestedBySchema.extend({ does: z.literal('delete') }),
  suggestedBySchema.extend({
    does: z.literal('move'),
    into: z.string().nullable(),
    before: z.string().nullable(),
  }),
])

export type BreakSuggestion = z.infer<typeof breakSuggestionSchema>
export type ClauseSuggestion = z.infer<typeof clauseSuggestionSchema>
export type SuggestionMark = z.infer<(typeof suggestionMarks)[number]>
