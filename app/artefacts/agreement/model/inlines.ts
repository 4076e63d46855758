import { blocksOf } from './clauses'
import type { CellBlock, Clause, ClauseBlock, Inline } from './content'

/** Everything that stands in the lines of a clause's own blocks, in reading order; not its title, not its sub-clauses. */
export function inlinesOf(clause: Clause): Inline[] {
  return linesIn(blocksOf(clause)).flat()
}

/** The same, line by line: one row for each paragraph, wherever it stands. */
export function linesIn(blocks: readonly (ClauseBlock | CellBlock)[]): Inline[][] {
  return blocks.flatMap((block): Inline[][] => {
    if (block.type === 'paragraph') return [block.content ?? []]
    if (block.type !== 'table') return block.content.flatMap(({ content }) => linesIn(content))
    return block.content.flatMap((row) => row.content.flatMap(({ content }) => linesIn(content)))
  })
}
