/**
 * The one semantic tree that every artefact becomes on its way to a final document.
 * A kind makes it (`toDocument`), a writer per format reads it; neither knows the other.
 */

import type { Language } from '../i18n/languages'

/** Who suggests or made a change: "Name (Organisation)", and when. */
export interface Change {
  author: string
  at: Date
}

/**
 * What a document with review marks says of a part: put in, taken out, or put in and then taken out. Only Word shows it;
 * in every other format what is inserted is not there, and what is deleted still is.
 */
export interface Tracked {
  inserted?: Change
  deleted?: Change
}

export interface ReviewMarks {
  tracked?: Tracked
  /** Ids of the threads of comments that are about this. */
  comments?: readonly string[]
}

/** A run of text. `href` is http(s) or mailto only; writers drop anything else. */
export interface TextRun extends ReviewMarks {
  type: 'text'
  text: string
  bold?: boolean
  italic?: boolean
  href?: string
  /** The words by which a term is defined. They look as others do; Word knows them by a style. */
  term?: boolean
  /** Its formatting is changed: how it was before. */
  formatted?: Change & { bold: boolean; italic: boolean }
}

/** A reference to a heading with that `id`; written as the heading's number and, where the format can, a link. */
export interface ReferenceRun extends ReviewMarks {
  type: 'reference'
  target: string
  /** Shown where the target is gone or carries no number. */
  fallback: string
}

/** A footnote at this place in the text. */
export interface FootnoteRun extends ReviewMarks {
  type: 'footnote'
  children: TextRun[]
}

export interface BreakRun extends ReviewMarks {
  type: 'break'
}

export type Inline = TextRun | ReferenceRun | FootnoteRun | BreakRun

export interface Heading {
  type: 'heading'
  /** 1 is a top section: the document's title stands above it. Levels are never skipped downwards. */
  level: 1 | 2 | 3 | 4 | 5
  children: Inline[]
  /** Numbered headings count by themselves, per level, in document order (1, 1.1, 1.1.1). */
  numbered?: boolean
  /** Stable name that references point at. Where two have it, the one that is not deleted. */
  id?: string
  /** Of the paragraph itself: the break at its end. */
  tracked?: Tracked
}

export interface Paragraph {
  type: 'paragraph'
  children: Inline[]
  /** `lead`: an opening paragraph; `note`: smaller, an aside. */
  tone?: 'lead' | 'note'
  language?: Language
  /** Of the paragraph itself: the break at its end. */
  tracked?: Tracked
}

export interface List {
  type: 'list'
  ordered: boolean
  items: Block[][]
}

export interface TableCell {
  children: Block[]
  /** How many columns and rows the cell spans; 1 when absent. */
  columns?: number
  rows?: number
  header?: boolean
}

export interface Table {
  type: 'table'
  caption: string
  /** The first `headerRows` rows repeat on every page and are header cells. */
  headerRows: number
  /** Whether the first cell of every body row names the row. */
  rowHeaders: boolean
  rows: TableCell[][]
  /** Relative widths, one per column; chosen by what the columns hold when absent. */
  widths?: number[]
  /** Of all of it; what stands in the cells says so too. */
  tracked?: Tracked
  /** Of single rows, by their index. */
  rowsTracked?: readonly (Tracked | undefined)[]
  /** The caption that this one comes in the place of. */
  formerCaption?: Change & { caption: string }
}

export interface Figure {
  type: 'figure'
  /** A complete, self-contained SVG document: no scripts, no outside references. */
  svg: string
  /** In the SVG's own units. */
  width: number
  height: number
  /** What somebody who cannot see the picture needs to know. Never empty. */
  description: string
  caption: string
  /** Given a page of its own, turned sideways where the format has pages. */
  wide?: boolean
  tracked?: Tracked
}

export interface PageBreak {
  type: 'page-break'
}

export type Block = Heading | Paragraph | List | Table | Figure | PageBreak

/** What was said about a part of the document. */
export interface CommentThread {
  /** What runs name it by. One that no run names is about all of the document. */
  id: string
  /** In the order in which they were said; the others answer the first. */
  remarks: readonly { author: string; at: Date; words: string }[]
  resolved: boolean
}

/** What a kind makes of its content. */
export interface DocumentTree {
  title: string
  language: Language
  blocks: Block[]
  /** The title that this one comes in the place of. Shown by Word alone, as comments are. */
  formerTitle?: Change & { title: string }
  comments?: readonly CommentThread[]
}

/** What stands on the title page, known by the project and the version, not by the kind. */
export interface TitlePage {
  project: string
  /** "Partnership agreement", in the document's language. */
  kind: string
  organisations: string[]
  /** Absent for the present state, which the title page then calls a draft. */
  version?: { number: number; name: string; note: string }
  /** Of a draft: the newest version that holds exactly the same. */
  sameAs?: { number: number; name: string }
  /** When the version was taken, or when the present state was read. */
  date: Date
  /** SHA-256 of the exported content, hexadecimal. */
  hash: string
  /** Whether it has been decided on: "Lopullinen, hyväksytty 12.3.2027". Absent where nothing is said of it. */
  standing?: string
  /** Of a page on the web: what else there is at our own address, as paths. Other formats leave it out. */
  links?: PageLinks
}

export interface PageLinks {
  title: string
  /** `note`: size, or what the link is good for. */
  items: { label: string; href: string; note?: string }[]
}

export interface FinalDocument {
  titlePage: TitlePage
  tree: DocumentTree
}

export const text = (value: string, marks: Omit<TextRun, 'type' | 'text'> = {}): TextRun => ({
  type: 'text',
  text: value,
  ...marks,
})

export const paragraph = (...children: (Inline | string)[]): Paragraph => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
})

export const heading = (
  level: Heading['level'],
  title: string,
  options: Pick<Heading, 'id' | 'numbered'> = {},
): Heading => ({ type: 'heading', level, children: [text(title)], ...options })

export const bullets = (items: string[]): List => ({
  type: 'list',
  ordered: false,
  items: items.map((item) => [paragraph(item)]),
})

/** A table of plain words whose first row is its header. */
export const plainTable = (
  caption: string,
  header: string[],
  rows: string[][],
  options: { rowHeaders?: boolean; widths?: number[] } = {},
): Table => ({
  type: 'table',
  caption,
  headerRows: 1,
  rowHeaders: options.rowHeaders ?? false,
  rows: [header, ...rows].map((row) => row.map((cell) => ({ children: [paragraph(cell)] }))),
  ...(options.widths ? { widths: options.widths } : {}),
})
