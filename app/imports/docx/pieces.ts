import type { Loss } from './found'

/** Who made a tracked change, as the file says it. */
export interface Author {
  name: string
  organisation: string
  /** Milliseconds since the epoch; 0 where the file does not say. */
  at: number
}

export interface Change {
  does: 'insert' | 'delete'
  by: Author
}

export interface Look {
  bold: boolean
  italic: boolean
}

/** What stands in a paragraph, in reading order. */
export type Piece =
  | {
      type: 'text'
      text: string
      look: Look
      href: string | undefined
      /** By its style: the words by which a term is defined. */
      term: boolean
      changes: readonly Change[]
      /** How it looked before, where that is tracked. */
      before: (Look & { by: Author }) | undefined
    }
  | { type: 'break'; changes: readonly Change[] }
  | { type: 'reference'; bookmark: string; shown: string; changes: readonly Change[] }
  | { type: 'footnote'; words: string; changes: readonly Change[] }
  | { type: 'bookmark'; name: string }
  | { type: 'comment'; id: string; edge: 'start' | 'end' }

export interface ParagraphBlock {
  type: 'paragraph'
  style: string
  heading: number | undefined
  /** Numbered by Word: in a list, or as a heading. */
  list: { id: string; level: number; ordered: boolean } | undefined
  /** Twips from the margin, where the paragraph itself says so. */
  indent: number
  pieces: Piece[]
  /** The break at its end is tracked. */
  end: readonly Change[]
}

export interface CellBlock {
  columns: number
  /** `continues`: part of the cell above. */
  merge: 'begins' | 'continues' | undefined
  blocks: RawBlock[]
}

export interface TableBlock {
  type: 'table'
  rows: { header: boolean; cells: CellBlock[]; changes: readonly Change[] }[]
}

export type RawBlock = ParagraphBlock | TableBlock

/** Counts what cannot be kept. */
export interface Losses {
  count(what: Loss, how?: number): void
}

/** The words, with what is only suggested in them. */
export function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.type === 'text' ? piece.text : piece.type === 'break' ? ' ' : '')).join('')
}

export const saysSomething = (pieces: readonly Piece[]): boolean =>
  pieces.some((piece) => (piece.type === 'text' ? piece.text.trim() !== '' : piece.type === 'reference' || piece.type === 'footnote'))
