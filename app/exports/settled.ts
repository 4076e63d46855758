/**
 * A document with everything settled that all writers need: numbers counted, references resolved, words cleaned,
 * addresses checked, pictures made safe, tables squared. Writers only write.
 */

import type { Language } from '../i18n/languages'
import type { SvgElement } from './picture/parse-svg'
import type { Change, CommentThread, PageLinks, ReviewMarks, Tracked } from './tree'
import type { ExportWords } from './words'

export interface SettledText extends ReviewMarks {
  type: 'text'
  text: string
  bold?: boolean
  italic?: boolean
  /** Checked: http, https or mailto. */
  href?: string
  term?: boolean
  /** Its formatting is changed: how it was before. */
  formatted?: Change & { bold: boolean; italic: boolean }
}

export interface SettledReference extends ReviewMarks {
  type: 'reference'
  /** Of a heading that is there. */
  anchor: string
  /** The heading's number, or what stands for it. */
  label: string
  numbered: boolean
}

export interface SettledFootnote extends ReviewMarks {
  type: 'footnote'
  /** From 1, in reading order. */
  number: number
  children: SettledText[]
}

export interface SettledBreak extends ReviewMarks {
  type: 'break'
}

export type SettledInline = SettledText | SettledReference | SettledFootnote | SettledBreak

export interface SettledHeading {
  type: 'heading'
  /** The first is 1, and none is skipped on the way down. */
  level: number
  /** "4.2"; absent where the heading is not numbered. */
  number?: string
  /** How many numbers `number` has; 0 without one. */
  depth: number
  /** Letters, digits and underscores; unique in the document. */
  anchor: string
  children: SettledInline[]
  /** The same as plain words. */
  title: string
  /** What its kind calls it, as given. */
  id?: string
  tracked?: Tracked
}

export interface SettledParagraph {
  type: 'paragraph'
  children: SettledInline[]
  tone?: 'lead' | 'note' | 'strong'
  /** Only where it differs from the document's. */
  language?: Language
  tracked?: Tracked
}

export interface SettledList {
  type: 'list'
  ordered: boolean
  items: SettledBlock[][]
}

export interface SettledCell {
  children: SettledBlock[]
  columns: number
  rows: number
  /** The first column the cell stands in, from 0. */
  column: number
  /** What the cell names, if it is a header. */
  header?: 'column' | 'row'
}

export interface SettledTable {
  type: 'table'
  caption: string
  /** From 1, over the tables that have a caption; 0 without one. */
  number: number
  /** One per column; they add up to 1. */
  widths: number[]
  headerRows: number
  /** Cells that begin in each row; with the cells that span, every place is taken exactly once. */
  rows: SettledCell[][]
  /** Too many columns for an upright page. Never for a table inside another block. */
  wide: boolean
  tracked?: Tracked
  /** By the index of the row. */
  rowsTracked?: readonly (Tracked | undefined)[]
  formerCaption?: Change & { caption: string }
}

export interface SettledFigure {
  type: 'figure'
  picture: SvgElement
  width: number
  height: number
  description: string
  caption: string
  /** From 1, over all figures. */
  number: number
  wide: boolean
  tracked?: Tracked
}

export type SettledBlock =
  | SettledHeading
  | SettledParagraph
  | SettledList
  | SettledTable
  | SettledFigure
  | { type: 'page-break' }

export interface SettledDocument {
  /** Of the content. */
  language: Language
  /** Of the words the document adds by itself. */
  wordsLanguage: Language
  words: ExportWords
  title: string
  project: string
  kind: string
  organisations: string[]
  version?: { number: number; name: string; note: string }
  /** Of a draft: the version that holds exactly the same. */
  sameAs?: { number: number; name: string }
  date: Date
  hash: string
  standing?: string
  links?: PageLinks
  blocks: SettledBlock[]
  headings: SettledHeading[]
  /** How deep the contents go, so that they stay an overview: headings down to this level. */
  contentsDepth: number
  footnotes: SettledFootnote[]
  figures: SettledFigure[]
  comments: readonly CommentThread[]
  formerTitle?: Change & { title: string }
}
