import { clauseDepth, type Agreement, type Clause } from '../../artefacts/agreement/model/content'
import type { SuggestedBy } from '../../artefacts/agreement/model/suggestion'
import type { Section } from './headings'
import { makeBlocks } from './make-blocks'
import { isAll, makeTitle, titleWords, type Making } from './make-inline'
import { clauseNamed } from './own-export'
import type { Author, Change, ParagraphBlock, Piece, RawBlock } from './pieces'
import { isOfOne } from './suggestions'

/** A section that has its place among the others, and the id of the clause it becomes. */
export interface PlacedSection extends Section {
  id: string
  /** Taken away here, and put in elsewhere. */
  isFormer: boolean
  children: PlacedSection[]
}

/** Sections under the sections they belong to, three levels deep; `deep` hears of each that stood deeper. */
export function placeSections(sections: readonly Section[], newId: () => string, deep: () => void): PlacedSection[] {
  const top: PlacedSection[] = []
  let open: PlacedSection[] = []
  const taken = new Set<string>()
  for (const section of sections) {
    const named = section.heading && clauseNamed(section.heading.pieces)
    const isFormer = named?.where === 'former'
    const id = named && (isFormer || !taken.has(named.id)) ? named.id : newId()
    if (!isFormer) taken.add(id)
    const placed: PlacedSection = { ...section, id, isFormer, children: [] }
    open = open.filter(({ level }) => level < section.level)
    if (open.length >= clauseDepth) {
      deep()
      open = open.slice(0, clauseDepth - 1)
    }
    const row = open.at(-1)?.children ?? top
    row.push(placed)
    open.push(placed)
  }
  return top
}

/** The agreement that the sections make; a clause that was moved stands where it was, with where it is to go. */
export function makeAgreement(sections: readonly PlacedSection[], making: Making, untitled: string): Agreement {
  const moves = movesIn(sections)
  const clauses = sections.flatMap((section) => makeClause(section, making, { untitled, moves }))
  return { clauses }
}

interface Circumstances {
  untitled: string
  moves: ReadonlyMap<string, Move>
}

interface Move {
  into: string | null
  before: string | null
  by: Author
}

/** Where clauses go that are taken away in one place and put in, whole, in another. */
function movesIn(sections: readonly PlacedSection[]): Map<string, Move> {
  const all = flat(sections)
  const leaving = new Set(all.filter((one) => one.isFormer && wholeChange(one, 'delete')).map(({ id }) => id))
  const moves = new Map<string, Move>()
  const look = (row: readonly PlacedSection[], into: string | null) => {
    row.forEach((section, index) => {
      const by = section.isFormer ? undefined : wholeChange(section, 'insert')
      if (by && leaving.has(section.id)) {
        const next = row.slice(index + 1).find((one) => !one.isFormer && !(wholeChange(one, 'insert') && leaving.has(one.id)))
        moves.set(section.id, { into, before: next?.id ?? null, by })
      }
      look(section.children, section.id)
    })
  }
  look(sections, null)
  return moves
}

const flat = (sections: readonly PlacedSection[]): PlacedSection[] => sections.flatMap((one) => [one, ...flat(one.children)])

function makeClause(section: PlacedSection, making: Making, circumstances: Circumstances): Clause[] {
  const { id, isFormer, heading, children } = section
  const move = circumstances.moves.get(id)
  const inserted = wholeChange(section, 'insert')
  // It stands where it was.
  if (move && !isFormer && inserted) return []
  const deleted = wholeChange(section, 'delete')
  const by = inserted ?? deleted
  if (heading && !by && heading.end.length > 0) making.lost('headingRevisions')
  if (by) making.suggestions.pause()
  const suggestedBy = by && making.suggestions.by(by)
  const kept = by ? withoutChange(section, inserted ? 'insert' : 'delete') : section
  const { passages } = making
  passages.begin(id, heading ? titleWords(heading.pieces) : circumstances.untitled)
  const { title, below } = kept.heading ? makeTitle(kept.heading.pieces, making) : { title: plainTitle(circumstances.untitled), below: [] }
  if (!kept.heading) passages.words(circumstances.untitled)
  passages.endTitle()
  const isProposed = heading !== undefined && saysProposed(heading, kept.blocks[0])
  const blocks = makeBlocks(isProposed ? kept.blocks.slice(1) : kept.blocks, making)
  const subclauses = kept.children.flatMap((one) => makeClause(one, making, circumstances))
  if (by && children.length > 0) making.suggestions.pause()
  return [
    {
      type: 'clause',
      attrs: { id, ...(isProposed ? { state: 'proposed' as const } : {}), ...suggestionOf(suggestedBy, inserted ? 'insert' : 'delete', isFormer ? move : undefined) },
      content: [title, ...below, ...blocks, ...subclauses],
    },
  ]
}

/** In our own files a note below a heading says that its clause is proposed by a workshop. */
function saysProposed(heading: ParagraphBlock, first: RawBlock | undefined): boolean {
  return clauseNamed(heading.pieces) !== undefined && first?.type === 'paragraph' && first.style === 'note'
}

const plainTitle = (words: string) => ({ type: 'clauseTitle' as const, content: [{ type: 'text' as const, text: words }] })

function suggestionOf(by: SuggestedBy | undefined, does: Change['does'], move: Move | undefined): Pick<Clause['attrs'], 'suggestion'> {
  if (!by) return {}
  if (!move) return { suggestion: { ...by, does } }
  return { suggestion: { ...by, does: 'move', into: move.into, before: move.before } }
}

/** Whose change it is that all of a section, with those below it, was put in or taken out; undefined where it is not. */
function wholeChange({ heading, blocks, children }: PlacedSection, does: Change['does']): Author | undefined {
  const by = heading?.end.find((change) => change.does === does)?.by
  const isWhole = heading && isAll(heading.pieces, does) && blocks.every((block) => isWholeBlock(block, does))
  return by && isWhole && children.every((child) => wholeChange(child, does)) ? by : undefined
}

function isWholeBlock(block: RawBlock, does: Change['does']): boolean {
  if (block.type === 'table') return block.rows.every(({ changes }) => isOfOne(changes, does))
  return isNothing(block.pieces) || isAll(block.pieces, does)
}

const isNothing = (pieces: readonly Piece[]): boolean => !pieces.some((piece) => 'changes' in piece && (piece.type !== 'text' || piece.text.trim() !== ''))

/** What the clause itself says of all in it, need not be said of each part. */
function withoutChange(section: PlacedSection, does: Change['does']): PlacedSection {
  const { heading, blocks, children } = section
  return {
    ...section,
    heading: heading && plainParagraph(heading, does),
    blocks: blocks.map((block) => plainBlock(block, does)),
    children: children.map((child) => withoutChange(child, does)),
  }
}

function plainBlock(block: RawBlock, does: Change['does']): RawBlock {
  if (block.type === 'paragraph') return plainParagraph(block, does)
  const rows = block.rows.map((row) => ({
    ...row,
    changes: others(row.changes, does),
    cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map((one) => plainBlock(one, does)) })),
  }))
  return { ...block, rows }
}

function plainParagraph(paragraph: ParagraphBlock, does: Change['does']): ParagraphBlock {
  const pieces = paragraph.pieces.map((piece) => ('changes' in piece ? { ...piece, changes: others(piece.changes, does) } : piece))
  return { ...paragraph, pieces, end: others(paragraph.end, does) }
}

const others = (changes: readonly Change[], does: Change['does']): Change[] => changes.filter((change) => change.does !== does)
