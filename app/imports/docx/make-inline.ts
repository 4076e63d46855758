import type { ClauseTitle, Inline, Mark, Paragraph } from '../../artefacts/agreement/model/content'
import { longestFootnote } from '../../artefacts/agreement/model/content'
import type { BreakSuggestion, SuggestionMark } from '../../artefacts/agreement/model/suggestion'
import type { Loss } from './found'
import type { Passages } from './passages'
import { wordsOf, type Change, type Piece } from './pieces'
import { isOfOne, type Suggestions } from './suggestions'

/** What the words of a clause are made with. */
export interface Making {
  suggestions: Suggestions
  /** Of a heading that has such a bookmark: its clause's id and title. */
  clauseAt(bookmark: string): { id: string; title: string } | undefined
  passages: Passages
  /** Whether the items of a list go on with another's. */
  goesOn(list: string, before: string): boolean
  /** Counts what an agreement cannot hold as it is. */
  lost(what: Loss): void
}

/** A paragraph's content. One line of the clause's text. */
export function makeInline(pieces: readonly Piece[], making: Making): Inline[] {
  making.passages.line()
  const made: Inline[] = []
  // A reference of ours is followed by the title it leads to, which the agreement itself puts there.
  let titleAfter = ''
  for (const piece of pieces) {
    if (piece.type === 'bookmark') continue
    if (piece.type === 'comment') {
      making.passages.edge(piece)
      continue
    }
    if (piece.type === 'text') {
      const text = titleAfter !== '' && piece.text.startsWith(titleAfter) ? piece.text.slice(titleAfter.length) : piece.text
      titleAfter = ''
      if (text === '') continue
      const marks = marksOf({ ...piece, text }, making)
      making.passages.words(text)
      made.push({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) })
      continue
    }
    const inline = atomOf(piece, making)
    making.passages.words(inline.type === 'text' ? inline.text : undefined)
    titleAfter = inline.type === 'clauseReference' ? `\u00a0${making.clauseAt(bookmarkOf(piece))?.title ?? ''}` : ''
    made.push(inline)
  }
  return made
}

const bookmarkOf = (piece: Piece): string => (piece.type === 'reference' ? piece.bookmark : '')

type AtomPiece = Extract<Piece, { type: 'break' | 'reference' | 'footnote' }>

function atomOf(piece: AtomPiece, making: Making): Inline {
  const suggestion = suggestionOf(piece.changes, making.suggestions)
  const attrs = suggestion ? { suggestion } : {}
  if (piece.type === 'break') return { type: 'hardBreak', ...(suggestion ? { attrs: { suggestion } } : {}) }
  if (piece.type === 'footnote') return { type: 'footnote', attrs: { words: piece.words.slice(0, longestFootnote), ...attrs } }
  const target = making.clauseAt(piece.bookmark)
  if (target) return { type: 'clauseReference', attrs: { clause: target.id, ...attrs } }
  const marks = suggestion ? changeMarks(piece.changes, making.suggestions) : []
  return { type: 'text', text: piece.shown, ...(marks.length > 0 ? { marks } : {}) }
}

/** Of what carries no marks there is one suggestion: what was put in and taken out again is put in. */
function suggestionOf(changes: readonly Change[], suggestions: Suggestions): BreakSuggestion | undefined {
  const [first] = changes
  if (!first) {
    suggestions.pause()
    return undefined
  }
  return { ...suggestions.by(first.by), does: first.does }
}

function changeMarks(changes: readonly Change[], suggestions: Suggestions): SuggestionMark[] {
  const ofEach = (['insert', 'delete'] as const).flatMap((does) => changes.filter((change) => change.does === does).slice(0, 1))
  return ofEach.map(({ does, by }) => ({ type: does === 'insert' ? 'insertion' : 'deletion', attrs: suggestions.by(by) }))
}

/** Formatting that is tracked stays as it was until somebody accepts it. */
function marksOf({ text, look, before, href, term, changes }: Extract<Piece, { type: 'text' }>, { suggestions }: Making): Mark[] {
  const present = before ?? look
  // A space between two changes does not part them.
  if (changes.length === 0 && !before && text.trim() !== '') suggestions.pause()
  const tracked = changeMarks(changes, suggestions)
  const formatting: Mark[] = before
    ? (['bold', 'italic'] as const)
        .filter((format) => look[format] !== before[format])
        .map((format) => ({ type: 'formatting', attrs: { ...suggestions.by(before.by), change: `${look[format] ? '+' : '-'}${format}` } }))
    : []
  return [
    ...(present.bold ? [{ type: 'bold' } as const] : []),
    ...(present.italic ? [{ type: 'italic' } as const] : []),
    ...(href ? [{ type: 'link', attrs: { href } } as const] : []),
    ...(term ? [{ type: 'definedTerm' } as const] : []),
    ...tracked,
    ...formatting,
  ]
}

/** A title has words only: what else stands in it is given back, to stand below it. */
export function makeTitle(pieces: readonly Piece[], making: Making): { title: ClauseTitle; below: Paragraph[] } {
  const trimmed = withoutSpaceAround(pieces)
  making.passages.line()
  const content: NonNullable<ClauseTitle['content']> = []
  for (const piece of trimmed) {
    if (piece.type === 'comment') making.passages.edge(piece)
    const words = piece.type === 'text' ? piece.text : piece.type === 'reference' ? piece.shown : piece.type === 'break' ? ' ' : ''
    if (words === '' || piece.type === 'comment' || piece.type === 'bookmark') continue
    making.passages.words(words)
    if (piece.changes.length === 0) making.suggestions.pause()
    const marks = changeMarks(piece.changes, making.suggestions)
    content.push({ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) })
  }
  const below = pieces.flatMap((piece): Paragraph[] =>
    piece.type === 'footnote' ? [{ type: 'paragraph', content: [{ type: 'text', text: piece.words }] }] : [],
  )
  return { title: { type: 'clauseTitle', ...(content.length > 0 ? { content } : {}) }, below }
}

function withoutSpaceAround(pieces: readonly Piece[]): Piece[] {
  const texts = pieces.filter((piece) => piece.type === 'text')
  const [first, last] = [texts[0], texts.at(-1)]
  return pieces.map((piece) => {
    if (piece.type !== 'text') return piece
    const begun = piece === first ? piece.text.trimStart() : piece.text
    return { ...piece, text: piece === last ? begun.trimEnd() : begun }
  })
}

/** Whether all that a row of pieces says is one change of that kind. */
export function isAll(pieces: readonly Piece[], does: Change['does']): boolean {
  const said = pieces.filter((piece) => piece.type !== 'bookmark' && piece.type !== 'comment' && !(piece.type === 'text' && piece.text.trim() === ''))
  return said.length > 0 && said.every((piece) => 'changes' in piece && isOfOne(piece.changes, does))
}

export const titleWords = (pieces: readonly Piece[]): string =>
  wordsOf(pieces.filter((piece) => !('changes' in piece) || !isOfOne(piece.changes, 'delete'))).trim()

/** As it is without what is only suggested; of a title that is only suggested, all of it. What references show of it. */
export function agreedTitle(pieces: readonly Piece[]): string {
  const agreed = pieces.filter((piece) => !('changes' in piece) || !isOfOne(piece.changes, 'insert'))
  return wordsOf(agreed).trim() || wordsOf(pieces).trim()
}
