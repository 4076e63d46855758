import { originAnnexId, readClauseBookmark } from '../../exports/docx/clause-bookmark'
import { wordsOf, type ParagraphBlock, type Piece, type RawBlock } from './pieces'

/** What our own export puts around the agreement, and what is not the agreement's own in it. */
const framing = new Set(['after table', 'toc heading', 'project', 'kind', 'state', 'particulars'])

export interface OwnExport {
  blocks: RawBlock[]
  /** Ids of comments on the title: on all of it. */
  onTitle: string[]
  title: string
}

/** Whether this was written here: some heading has the bookmark by which it is known again. */
export function isOwnExport(blocks: readonly RawBlock[]): boolean {
  return blocks.some((block) => block.type === 'paragraph' && clauseNamed(block.pieces) !== undefined)
}

/** What a heading is called by the agreement that it came from. */
export function clauseNamed(pieces: readonly Piece[]): ReturnType<typeof readClauseBookmark> {
  const named = pieces.map((piece) => (piece.type === 'bookmark' ? readClauseBookmark(piece.name) : undefined))
  return named.find((one) => one !== undefined)
}

/** Our own export without its title page, its contents, its captions and its annex: these are made anew. */
export function withoutFrame(blocks: readonly RawBlock[]): OwnExport {
  const first = blocks.findIndex((block) => block.type === 'paragraph' && block.heading !== undefined)
  const front = blocks.slice(0, Math.max(0, first)).filter((block): block is ParagraphBlock => block.type === 'paragraph')
  const title = front.find(({ style }) => style === 'title')
  const annex = blocks.findIndex((block) => block.type === 'paragraph' && clauseNamed(block.pieces)?.id === originAnnexId)
  const own = blocks.slice(Math.max(0, first), annex < 0 ? undefined : annex)
  // A paragraph in front that no title page has was put there in Word.
  const added = front.filter(({ style }) => !framing.has(style) && style !== 'title')
  return {
    title: title ? presentWords(title.pieces) : '',
    onTitle: commentsOn(title),
    blocks: [...added, ...own.filter((block) => block.type !== 'paragraph' || !isMadeHere(block))],
  }
}

function isMadeHere({ style }: ParagraphBlock): boolean {
  return framing.has(style) || style === 'caption'
}

/** The ids of the comments that begin in a paragraph. */
export function commentsOn(paragraph: ParagraphBlock | undefined): string[] {
  return (paragraph?.pieces ?? []).flatMap((piece) => (piece.type === 'comment' && piece.edge === 'start' ? [piece.id] : []))
}

/** The words without what is taken out of them. */
export function presentWords(pieces: readonly Piece[]): string {
  return wordsOf(pieces.filter((piece) => piece.type !== 'text' || !piece.changes.some(({ does }) => does === 'delete'))).trim()
}
