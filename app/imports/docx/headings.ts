import type { Losses, ParagraphBlock, Piece, RawBlock } from './pieces'
import { saysSomething, wordsOf } from './pieces'
import type { Found } from './found'

/** A heading of the file with what stands under it, up to the next one. */
export interface Section {
  /** From 1. */
  level: number
  /** Undefined for what stands before the first heading. */
  heading: ParagraphBlock | undefined
  blocks: RawBlock[]
}

/** "1.", "1.2", "3 §": typed by hand. */
const typedNumber = /^\s*(?:(\d{1,3})\s*§|(\d{1,3}(?:\.\d{1,3}){0,4})\.?)[)\s]\s*(?=\S)/u

const longestTitle = 150

/** Parts the file where its headings are, however they are told from the rest. */
export function sectionsOf(blocks: readonly RawBlock[], losses: Losses): { sections: Section[]; headings: Found['headings'] } {
  if (blocks.some(isHeading)) return { sections: part(blocks, levelByStyle), headings: 'styles' }
  for (const levelOf of [levelByTypedNumber, levelByNumbering]) {
    const count = blocks.filter((block) => levelOf(block) !== undefined).length
    if (count < 2) continue
    const sections = part(blocks, levelOf)
    for (const { heading } of sections) if (heading) dropTypedNumber(heading, losses)
    return { sections, headings: 'numbers' }
  }
  return { sections: [{ level: 1, heading: undefined, blocks: [...blocks] }], headings: 'none' }
}

/**
 * The heading that names the whole file: the first, of a level that no other has, with all others below it, and without a
 * number. Undefined where the first heading is a clause like the others. What stands right under it stays, without a heading.
 */
export function titleAbove(sections: readonly Section[]): { title: ParagraphBlock; below: Section[] } | undefined {
  const [first, ...others] = sections
  const title = first?.heading
  if (!first || !title || others.length === 0 || !others.every(({ level }) => level > first.level)) return undefined
  const isTracked = title.end.length > 0 || title.pieces.some((piece) => 'changes' in piece && piece.changes.length > 0)
  if (isTracked || title.list || typedNumber.test(wordsOf(title.pieces))) return undefined
  const intro = { ...first, level: Math.min(...others.map(({ level }) => level)), heading: undefined }
  return { title, below: first.blocks.some(hasWords) ? [intro, ...others] : others }
}

function isHeading(block: RawBlock): boolean {
  return block.type === 'paragraph' && block.heading !== undefined && saysSomething(block.pieces)
}

function part(blocks: readonly RawBlock[], levelOf: (block: RawBlock) => number | undefined): Section[] {
  const sections: Section[] = [{ level: 1, heading: undefined, blocks: [] }]
  for (const block of blocks) {
    const level = levelOf(block)
    if (level !== undefined && block.type === 'paragraph') sections.push({ level, heading: block, blocks: [] })
    else sections.at(-1)?.blocks.push(block)
  }
  return sections.filter(({ heading, blocks: below }) => heading !== undefined || below.some(hasWords))
}

function levelByStyle(block: RawBlock): number | undefined {
  return block.type === 'paragraph' && isHeading(block) ? block.heading : undefined
}

/** Short lines that begin with a number somebody typed. A full stop ends a sentence, and no heading. */
function levelByTypedNumber(block: RawBlock): number | undefined {
  if (block.type !== 'paragraph' || block.list) return undefined
  const words = wordsOf(block.pieces)
  const [, section, number] = typedNumber.exec(words) ?? []
  if (!isTitle(words)) return undefined
  return section ? 1 : number?.split('.').length
}

/** Short lines that Word numbers, as 1, 1.1 and so on. */
function levelByNumbering(block: RawBlock): number | undefined {
  if (block.type !== 'paragraph' || !block.list?.ordered || !isTitle(wordsOf(block.pieces))) return undefined
  return block.list.level + 1
}

function isTitle(words: string): boolean {
  const trimmed = words.trim()
  return trimmed !== '' && trimmed.length <= longestTitle && !/[.;,:]$/.test(trimmed)
}

/** Clauses are numbered by themselves: a number that was typed would stand there twice. */
export function dropTypedNumber(heading: ParagraphBlock, losses: Losses): void {
  const first = heading.pieces.find((piece): piece is Piece & { type: 'text' } => piece.type === 'text')
  if (!first || heading.list) return
  const rest = first.text.replace(typedNumber, '')
  if (rest === first.text || (rest === '' && heading.pieces.length === 1)) return
  first.text = rest
  losses.count('typedNumbers')
}

export function hasWords(block: RawBlock): boolean {
  if (block.type === 'paragraph') return saysSomething(block.pieces)
  return block.rows.some(({ cells }) => cells.some((cell) => cell.blocks.some(hasWords)))
}
