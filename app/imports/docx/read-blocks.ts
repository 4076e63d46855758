import { changesIn, RunReader, type Sources } from './read-runs'
import { wordsOf, type CellBlock, type ParagraphBlock, type Piece, type RawBlock, type TableBlock } from './pieces'
import { numberingIn, outlineLevel, type Numbering, type Styles } from './styles'
import { child, elementsOf, switchOf, valueOf, type Node } from './xml'

export interface Reading extends Sources {
  styles: Styles
  numbering: Numbering
}

/** Reads a row of paragraphs and tables: of the body, of a cell, of a content control. */
export function readBlocks(container: Node, reading: Reading): RawBlock[] {
  const blocks: RawBlock[] = []
  // What stands between paragraphs belongs to the next one.
  let waiting: Piece[] = []
  for (const node of elementsOf(container)) {
    switch (node.name) {
      case 'w:p':
        blocks.push(...readParagraph(node, waiting, reading))
        waiting = []
        break
      case 'w:tbl':
        blocks.push(readTable(node, reading))
        break
      case 'w:sdt':
        if (isContents(node)) reading.losses.count('contents')
        else blocks.push(...readBlocks(child(node, 'w:sdtContent') ?? node, reading))
        break
      case 'w:ins':
      case 'w:del':
      case 'w:moveTo':
      case 'w:moveFrom':
      case 'w:customXml':
        blocks.push(...readBlocks(node, reading))
        break
      case 'mc:AlternateContent':
        blocks.push(...readBlocks(child(node, 'mc:Choice') ?? node, reading))
        break
      case 'w:altChunk':
        reading.losses.count('embedded')
        break
      case 'w:bookmarkStart':
        waiting.push({ type: 'bookmark', name: node.attributes['w:name'] ?? '' })
        break
      case 'w:commentRangeStart':
        waiting.push({ type: 'comment', id: node.attributes['w:id'] ?? '', edge: 'start' })
        break
      case 'w:commentRangeEnd':
        endComment(blocks, node.attributes['w:id'] ?? '')
        break
    }
  }
  return blocks
}

/** A comment that ends between two paragraphs ends with the one before. */
function endComment(blocks: RawBlock[], id: string): void {
  const last = blocks.findLast((block): block is ParagraphBlock => block.type === 'paragraph')
  last?.pieces.push({ type: 'comment', id, edge: 'end' })
}

/** A table of contents that Word keeps up to date: the outline takes its place. */
function isContents(node: Node): boolean {
  const properties = child(node, 'w:sdtPr')
  const gallery = valueOf(child(properties, 'w:docPartObj'), 'w:docPartGallery')
  if (gallery !== undefined) return gallery === 'Table of Contents'
  const [first] = elementsOf(child(node, 'w:sdtContent')).filter(({ name }) => name === 'w:p')
  return first !== undefined && /TOC\s+\\/.test(instructionsIn(first))
}

function instructionsIn(node: Node): string {
  return elementsOf(node)
    .map((one) => (one.name === 'w:instrText' ? one.children.join('') : instructionsIn(one)))
    .join('')
}

function readParagraph(node: Node, waiting: readonly Piece[], reading: Reading): ParagraphBlock[] {
  const properties = child(node, 'w:pPr')
  const style = reading.styles.of(valueOf(properties, 'w:pStyle'))
  if (/^(?:toc|sisluet|innehåll) ?\d/.test(style.name)) {
    reading.losses.count('contents')
    return []
  }
  if (child(properties, 'w:pPrChange')) reading.losses.count('otherRevisions')
  const numbering = numberingIn(properties) ?? style.numbering
  const kind = numbering ? reading.numbering.kindOf(numbering) : 'none'
  const heading = outlineLevel(properties) ?? style.heading
  // The look of a whole heading, or of a style of headings in a table, is no emphasis of its words.
  const isEmphasis = heading === undefined && !/heading|title|caption/.test(style.name)
  const look = { bold: isEmphasis && style.bold, italic: isEmphasis && style.italic }
  const pieces = new RunReader(reading).read(node, look)
  return [
    {
      type: 'paragraph',
      style: style.name,
      heading,
      list: numbering && kind !== 'none' ? { id: numbering.list, level: numbering.level, ordered: kind === 'ordered' } : undefined,
      indent: Number(child(properties, 'w:ind')?.attributes['w:left'] ?? child(properties, 'w:ind')?.attributes['w:start'] ?? 0) || 0,
      pieces: [...waiting, ...pieces],
      end: changesIn(child(properties, 'w:rPr')),
    },
  ]
}

function readTable(table: Node, reading: Reading): TableBlock {
  const rows = elementsOf(table).flatMap((row) => (row.name === 'w:sdt' ? elementsOf(child(row, 'w:sdtContent')) : [row]))
  const read = rows
    .filter(({ name }) => name === 'w:tr')
    .map((row) => {
      const properties = child(row, 'w:trPr')
      const cells = elementsOf(row).flatMap((cell) => (cell.name === 'w:sdt' ? elementsOf(child(cell, 'w:sdtContent')) : [cell]))
      return {
        header: switchOf(properties, 'w:tblHeader') === true,
        changes: changesIn(properties),
        cells: cells.filter(({ name }) => name === 'w:tc').map((cell) => readCell(cell, reading)),
      }
    })
  if (!read.some(({ header }) => header) && read.length > 1) markFirstAsHeader(read)
  return { type: 'table', rows: read }
}

/** A table whose first row is all bold names its columns there, also where nobody told Word so. */
function markFirstAsHeader(rows: TableBlock['rows']): void {
  const [first] = rows
  const texts = first?.cells.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'paragraph' ? block.pieces : []))) ?? []
  const said = texts.filter((piece) => piece.type === 'text' && piece.text.trim() !== '')
  if (first && said.length > 0 && said.every((piece) => piece.type === 'text' && piece.look.bold)) first.header = true
}

function readCell(cell: Node, reading: Reading): CellBlock {
  const properties = child(cell, 'w:tcPr')
  const merge = child(properties, 'w:vMerge')
  return {
    columns: Math.max(1, Number(valueOf(properties, 'w:gridSpan') ?? 1) || 1),
    merge: merge ? (merge.attributes['w:val'] === 'restart' ? 'begins' : 'continues') : undefined,
    blocks: readBlocks(cell, reading),
  }
}

/** The plain words of a note or a comment, a line for each paragraph. */
export function readWords(container: Node, reading: Reading): string {
  return readBlocks(container, reading)
    .flatMap((block) => (block.type === 'paragraph' ? [wordsOf(block.pieces).trim()] : []))
    .join('\n')
    .trim()
}
