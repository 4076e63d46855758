import { wordsOf } from '../settle-inline'
import type { SettledBlock, SettledInline } from '../settled'

// What stands between the margins of the template's pages, in millimetres. The height of the upright page leaves room
// for a heading and a caption beside a picture.
export const uprightPage = { width: 158, height: 190 }

const sideways = { width: 249, height: 166, caption: 13, heading: 19, line: 5.6, letter: 2.1, gap: 4 }

/** The room for a picture on a page turned sideways, below what introduces it there. */
export function sidewaysPage(blocks: readonly SettledBlock[]): { width: number; height: number } {
  const taken = blocks.reduce((sum, block) => {
    if (block.type === 'heading') return sum + sideways.heading
    if (block.type !== 'paragraph') return sum
    const letters = wordsOf(block.children).length * (block.tone === 'lead' ? 1.25 : 1)
    return sum + Math.ceil((letters * sideways.letter) / sideways.width) * sideways.line + sideways.gap
  }, sideways.caption)
  return { width: sideways.width, height: Math.max(60, sideways.height - taken) }
}

/** What a list's sign and a cell's edges take from the width. */
export const listIndent = 6
export const cellEdges = 4.5

// Of 8.5 point Atkinson Hyperlegible Next with the template's spacing: upper bounds of what was measured.
const letterWidth = 1.8
const lineHeight = 4.6

function linesOf(children: readonly SettledInline[], width: number): number {
  const letters = children.reduce((sum, child) => {
    if (child.type === 'text') return sum + child.text.length
    return sum + (child.type === 'break' ? width / letterWidth : 5)
  }, 0)
  return Math.max(1, Math.ceil((letters * letterWidth) / Math.max(width, letterWidth)))
}

/** About how high blocks stand in a cell so wide, in millimetres; rather too high than too low. */
export function heightInCell(blocks: readonly SettledBlock[], width: number): number {
  return blocks.reduce((sum, block) => {
    switch (block.type) {
      case 'list':
        return block.items.reduce((height, item) => height + heightInCell(item, width - listIndent), sum)
      case 'figure':
        return sum + Math.min(uprightPage.height, (width * block.height) / block.width) + 2 * lineHeight
      case 'paragraph':
      case 'heading':
        return sum + linesOf(block.children, width) * lineHeight
      default:
        return sum
    }
  }, 0)
}

/** Whether something in the blocks leads elsewhere: links, references, footnotes. */
export function leadsElsewhere(blocks: readonly SettledBlock[]): boolean {
  return blocks.some((block) => {
    if (block.type === 'list') return block.items.some(leadsElsewhere)
    if (block.type !== 'paragraph' && block.type !== 'heading') return false
    return block.children.some((child) => child.type === 'reference' || child.type === 'footnote' || 'href' in child)
  })
}
