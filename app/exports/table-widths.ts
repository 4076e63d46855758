import type { SettledBlock, SettledInline, SettledTable } from './settled'

// In letters of a table's type, from the measures of the PDF's upright and sideways pages.
const roomUpright = 88
const roomSideways = 138

// What the edges of a cell and the sign of a list take.
const edges = 3
const listSign = 3

// A longer word may be hyphenated, a longer line need not stand in one piece: neither takes the room of the others.
const longestWord = 24
const longestLine = 90

// A picture in a cell is scaled to it.
const picture = { word: 12, line: 40 }

interface Need {
  /** The longest word: what the column must hold. */
  word: number
  /** The longest line: what it would take if nothing were broken. */
  line: number
}

/**
 * How wide the columns of a table are that says nothing of it: each holds its longest word, and the rest of the room
 * goes to those whose lines are longer, as browsers do it. Shares that add up to 1; the same for the same words.
 */
export function widthsByContent({ rows, widths, wide }: Pick<SettledTable, 'rows' | 'widths' | 'wide'>): number[] {
  const needs = widths.map((_, column) => {
    const cells = rows.flat().filter((cell) => cell.column === column && cell.columns === 1)
    const { word, line } = mostOf(cells.map(({ children }) => needOf(children)))
    return { word: Math.min(longestWord, word) + edges, line: Math.min(longestLine, Math.max(word, line)) + edges }
  })
  const sum = (name: keyof Need) => needs.reduce((total, need) => total + need[name], 0)
  const spare = Math.max(0, (wide ? roomSideways : roomUpright) - sum('word'))
  const wished = sum('line') - sum('word')
  const given = needs.map(({ word, line }) => word + (wished > 0 ? (Math.min(spare, wished) * (line - word)) / wished : 0))
  const total = given.reduce((added, width) => added + width, 0)
  return given.map((width) => width / total)
}

function mostOf(needs: readonly Need[]): Need {
  return {
    word: Math.max(0, ...needs.map(({ word }) => word)),
    line: Math.max(0, ...needs.map(({ line }) => line)),
  }
}

function needOf(blocks: readonly SettledBlock[]): Need {
  return mostOf(
    blocks.map((block): Need => {
      switch (block.type) {
        case 'paragraph':
        case 'heading':
          return needOfLines(block.children)
        case 'list': {
          const { word, line } = mostOf(block.items.map(needOf))
          return { word: word + listSign, line: line + listSign }
        }
        case 'figure':
          return picture
        case 'table':
        case 'page-break':
          return { word: 0, line: 0 }
      }
    }),
  )
}

function needOfLines(children: readonly SettledInline[]): Need {
  const lines = children.map(wordsIn).join('').split('\n')
  return mostOf(
    lines.map((line) => ({
      word: Math.max(...line.split(/[\s\-–/]+/).map((word) => word.length)),
      line: line.trim().length,
    })),
  )
}

function wordsIn(child: SettledInline): string {
  switch (child.type) {
    case 'text':
      return child.text
    case 'reference':
      return child.label
    case 'footnote':
      return String(child.number)
    case 'break':
      return '\n'
  }
}
