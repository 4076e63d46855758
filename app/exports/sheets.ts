import { wordsOf } from './settle-inline'
import type { SettledBlock } from './settled'

/** Blocks that stand on pages of one direction. */
export interface Sheet {
  /** Turned sideways, for one wide figure or table. */
  wide: boolean
  blocks: SettledBlock[]
}

function isWide(block: SettledBlock): boolean {
  return (block.type === 'figure' || block.type === 'table') && block.wide
}

// As much as fits above a picture; more words deserve a page of their own.
const mostWordsTakenAlong = 400

function lettersOf(blocks: readonly SettledBlock[]): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'paragraph' ? wordsOf(block.children).length : 0), 0)
}

/**
 * How many blocks before a wide one belong to it: its headings, and one paragraph between them and it. Few words that
 * would otherwise stand alone on a page go along too.
 */
function introductionLength(blocks: readonly SettledBlock[]): number {
  const onlyWords = blocks.every(({ type }) => type === 'paragraph' || type === 'heading')
  if (onlyWords && blocks.length <= 4 && lettersOf(blocks) <= mostWordsTakenAlong) return blocks.length
  const paragraphs = blocks.at(-1)?.type === 'paragraph' ? 1 : 0
  let length = paragraphs
  while (blocks.at(-1 - length)?.type === 'heading') length += 1
  return length > paragraphs ? length : 0
}

function withoutBreaksAtEnds(blocks: SettledBlock[]): SettledBlock[] {
  const stays = ({ type }: SettledBlock) => type !== 'page-break'
  const first = blocks.findIndex(stays)
  return first === -1 ? [] : blocks.slice(first, blocks.findLastIndex(stays) + 1)
}

/** Parts a document where its pages turn. A page turns by itself, so no page break stands where one does. */
export function sheetsOf(blocks: readonly SettledBlock[]): Sheet[] {
  const sheets: Sheet[] = []
  let upright: SettledBlock[] = []
  for (const block of blocks) {
    if (!isWide(block)) upright.push(block)
    else {
      const introduction = introductionLength(upright)
      const introduced = upright.splice(upright.length - introduction, introduction)
      sheets.push({ wide: false, blocks: upright }, { wide: true, blocks: [...introduced, block] })
      upright = []
    }
  }
  sheets.push({ wide: false, blocks: upright })
  return sheets
    .map((sheet) => ({ ...sheet, blocks: withoutBreaksAtEnds(sheet.blocks) }))
    .filter((sheet) => sheet.blocks.length > 0)
}
