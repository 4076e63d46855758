import { screenFamilies, writeSvg } from '../picture/write-svg'
import type {
  SettledBlock,
  SettledCell,
  SettledDocument,
  SettledFigure,
  SettledHeading,
  SettledParagraph,
  SettledTable,
} from '../settled'
import { element, escapeHtml, tag } from './escape'
import { writeInline } from './inline'

function scopeOf({ header, columns, rows }: SettledCell): string | undefined {
  if (header === 'column') return columns > 1 ? 'colgroup' : 'col'
  if (header === 'row') return rows > 1 ? 'rowgroup' : 'row'
  return undefined
}

/** Writes the blocks of one document as HTML. */
export class HtmlBlocks {
  constructor(private readonly document: SettledDocument) {}

  write(blocks: readonly SettledBlock[]): string {
    return blocks.map((block, index) => this.writeBlock(block, blocks[index - 1]?.type === 'page-break')).join('\n')
  }

  /** Of words the document adds by itself: their language, where it is not the document's. */
  get wordsLanguage(): string | undefined {
    const { language, wordsLanguage } = this.document
    return language === wordsLanguage ? undefined : wordsLanguage
  }

  private writeBlock(block: SettledBlock, afterBreak: boolean): string {
    switch (block.type) {
      case 'heading':
        return this.writeHeading(block, afterBreak)
      case 'paragraph':
        return this.writeParagraph(block, afterBreak)
      case 'list': {
        const items = block.items.map((item) => element('li', {}, this.writeTight(item)))
        return element(block.ordered ? 'ol' : 'ul', { class: afterBreak ? 'break' : undefined }, ...items)
      }
      case 'table':
        return this.writeTable(block)
      case 'figure':
        return this.writeFigure(block)
      case 'page-break':
        return ''
    }
  }

  /** A paragraph alone needs no element of its own in an item or a cell. */
  private writeTight(blocks: readonly SettledBlock[]): string {
    const [only, ...others] = blocks
    const plain = others.length === 0 && only?.type === 'paragraph' && !only.tone && !only.language
    return plain ? writeInline(only.children, this.document.words) : this.write(blocks)
  }

  private writeHeading({ level, number, anchor, children }: SettledHeading, afterBreak: boolean): string {
    const counted = number ? `<span class="number">${escapeHtml(number)}</span>` : ''
    const words = writeInline(children, this.document.words)
    return element(`h${level + 1}`, { id: anchor, class: afterBreak ? 'break' : undefined }, counted, words)
  }

  private writeParagraph({ children, tone, language }: SettledParagraph, afterBreak: boolean): string {
    const words = writeInline(children, this.document.words)
    const classes = [tone === 'lead' || tone === 'note' ? tone : '', afterBreak ? 'break' : ''].filter(Boolean)
    return element(
      'p',
      { class: classes.join(' ') || undefined, lang: language },
      tone === 'strong' ? `<strong>${words}</strong>` : words,
    )
  }

  private caption(word: string, number: number, caption: string): string {
    const label = element('b', { lang: this.wordsLanguage }, escapeHtml(`${word} ${number}.`))
    return caption ? `${label} ${escapeHtml(caption)}` : label
  }

  private writeCell(cell: SettledCell): string {
    const attributes = {
      scope: scopeOf(cell),
      colspan: cell.columns > 1 ? cell.columns : undefined,
      rowspan: cell.rows > 1 ? cell.rows : undefined,
    }
    return element(cell.header ? 'th' : 'td', attributes, this.writeTight(cell.children))
  }

  private writeTable({ caption, number, headerRows, rows, widths }: SettledTable): string {
    const written = rows.map((row) => element('tr', {}, ...row.map((cell) => this.writeCell(cell))))
    const captionId = number > 0 ? `table_${number}` : undefined
    const columns = widths.map((width) => tag('col', { style: `width:${(width * 100).toFixed(2)}%` }))
    const table = element(
      'table',
      {},
      captionId
        ? element('caption', { id: captionId }, this.caption(this.document.words.document.table, number, caption))
        : '',
      `<colgroup>${columns.join('')}</colgroup>`,
      headerRows > 0 ? element('thead', {}, ...written.slice(0, headerRows)) : '',
      element('tbody', {}, ...written.slice(headerRows)),
    )
    // A table wider than the screen is scrolled, by keyboard too.
    const region = captionId ? { role: 'region', 'aria-labelledby': captionId, tabindex: 0 } : { tabindex: 0 }
    return element('div', { class: 'scroll', ...region }, table)
  }

  private writeFigure(figure: SettledFigure): string {
    const { picture, number, caption, description, wide } = figure
    const svg = writeSvg(picture, figure, {
      idPrefix: `figure_${number}_`,
      fontFamily: screenFamilies,
      root: { role: 'img', 'aria-label': description },
    })
    const said = this.caption(this.document.words.document.figure, number, caption)
    return element('figure', { class: wide ? 'wide' : undefined }, svg, element('figcaption', {}, said))
  }
}
