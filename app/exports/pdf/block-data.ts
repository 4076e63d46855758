import { byFace, type PrintFace } from '../fonts/printable'
import { writeSvg } from '../picture/write-svg'
import type { SettledBlock, SettledCell, SettledFigure, SettledTable } from '../settled'
import { markLongCodes, markLongWords } from './long-words'
import { cellEdges, heightInCell, leadsElsewhere, listIndent } from './measures'

// A row this high at most is kept on one page; a higher one may break, or the page before it would stay empty.
const highestKeptRow = 80

// A captioned table this high at most stands on one page.
const highestTogether = 90

// Header rows this high at most are repeated on every page, so that there is room below them on each.
const highestRepeatedHeader = 60

/** How much of a document is set: less than all only where Typst cannot tag all of it. */
export interface Setting {
  faces: readonly PrintFace[]
  /** Whether words lead to their addresses. */
  links: boolean
  /** Whether tables are set as such, or as lists of their rows. */
  tables: boolean
}

/** The room that a block has, in millimetres. */
interface Room {
  width: number
  height: number
  inTable: boolean
}

/** How blocks become data: in the narrow cells of a table every word may be hyphenated and long codes broken, elsewhere long ones only. */
export class BlockData {
  constructor(
    private readonly setting: Setting,
    private readonly room: Room,
  ) {}

  of(block: SettledBlock): object {
    switch (block.type) {
      case 'paragraph':
        return { ...block, children: this.room.inTable ? markLongCodes(block.children) : markLongWords(block.children) }
      case 'list': {
        const inside = this.within({ width: this.room.width - listIndent })
        return { ...block, items: block.items.map((item) => item.map((child) => inside.of(child))) }
      }
      case 'table':
        return this.setting.tables ? this.table(block) : this.of(rowsAsList(block))
      case 'figure':
        return this.figure(block)
      default:
        return block
    }
  }

  private within(room: Partial<Room>): BlockData {
    const { width, height, inTable } = { ...this.room, ...room }
    return new BlockData(this.setting, { width: Math.max(10, width), height, inTable })
  }

  private widthOf({ column, columns }: SettledCell, { widths }: SettledTable): number {
    const share = widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0)
    return share * this.room.width - cellEdges
  }

  private heightOf(row: readonly SettledCell[], table: SettledTable): number {
    return Math.max(0, ...row.map((cell) => heightInCell(cell.children, this.widthOf(cell, table)) / cell.rows))
  }

  private table(table: SettledTable) {
    const header = table.rows.slice(0, table.headerRows)
    const headerHeight = header.reduce((sum, row) => sum + this.heightOf(row, table), 0)
    // A repeated header is decoration to PDF, in which nothing may lead elsewhere.
    const leads = header.some((row) => row.some(({ children }) => leadsElsewhere(children)))
    const heights = table.rows.map((row) => this.heightOf(row, table) + cellEdges)
    const together = heights.reduce((sum, height) => sum + height, 0) <= highestTogether
    const rows = table.rows.map((row) => {
      const keep = this.heightOf(row, table) <= highestKeptRow
      return row.map((cell) => {
        const inside = this.within({ width: this.widthOf(cell, table), height: highestKeptRow, inTable: true })
        return { ...cell, keep, children: cell.children.map((child) => inside.of(child)) }
      })
    })
    return { ...table, rows, together, repeat: headerHeight <= highestRepeatedHeader && !leads }
  }

  private figure({ picture, ...figure }: SettledFigure) {
    const { faces } = this.setting
    const svg = writeSvg(picture, figure, {
      fontFamily: faces[0]?.family ?? '',
      faces: (words) => byFace(words, faces),
    })
    const { width, height } = this.room
    return { ...figure, svg, most: { width, height } }
  }
}

function rowsAsList({ caption, rows }: SettledTable): SettledBlock {
  const said: SettledBlock = { type: 'paragraph', tone: 'strong', children: [{ type: 'text', text: caption }] }
  const items = rows.map((row) => row.flatMap(({ children }) => children)).filter((item) => item.length > 0)
  return { type: 'list', ordered: false, items: caption ? [[said], ...items] : items }
}
