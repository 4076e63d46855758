import {
  AlignmentType,
  HeadingLevel,
  ImageRun,
  PageBreak,
  Paragraph,
  type IParagraphOptions,
  type ParagraphChild,
  SequentialIdentifier,
  type Table,
} from 'docx'
import { drawPng } from '../picture/write-picture.server'
import { screenFamilies, writeSvg } from '../picture/write-svg'
import type {
  SettledBlock,
  SettledDocument,
  SettledFigure,
  SettledHeading,
  SettledList,
  SettledParagraph,
  SettledTable,
} from '../settled'
import { clauseBookmark } from './clause-bookmark'
import { CountedParagraph } from './counted-paragraph.server'
import { bookmarked, InlineWriter } from './inline.server'
import { countLines } from './line-count.server'
import type { Review } from './review.server'
import { languageTags, listIndent, textLooks, type TextStyle } from './styles.server'
import { writeTable } from './table.server'

export type WrittenBlock = Paragraph | Table

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const

const toneStyles = { lead: 'Lead', note: 'Note' } as const

/** Pixels at 96 to the inch. */
const pixelsPerTwip = 96 / 1440

/** The PNG beside each SVG is for programs that draw no SVG: 200 dots to the inch of paper. */
const pngScale = 200 / 96

/** Where a block stands: what it may be wide, and how it is set unless it says otherwise. */
export interface Place {
  /** Twips. */
  width: number
  /** Twips a picture may be high. */
  height: number
  /** Style of its paragraphs; Word's Normal when absent. */
  style?: TextStyle
  /** How many lists it stands in. */
  lists: number
}

/** Writes the blocks of one document; counts its lists, so that each ordered one starts at its first number. */
export class BlockWriter {
  private lists = 0
  private readonly inline: InlineWriter
  /** Headings that others refer to by an id that another, deleted heading has too. */
  private readonly namesTaken = new Set<string>()

  constructor(
    private readonly document: SettledDocument,
    private readonly review: Review,
  ) {
    this.inline = new InlineWriter(review)
  }

  write(blocks: readonly SettledBlock[], place: Place): WrittenBlock[] {
    return blocks.flatMap((block) => this.writeBlock(block, place))
  }

  private writeBlock(block: SettledBlock, place: Place): WrittenBlock[] {
    switch (block.type) {
      case 'heading':
        return [this.writeHeading(block)]
      case 'paragraph':
        return [this.writeParagraph(block, place)]
      case 'list':
        return this.writeList(block, place)
      case 'table':
        return [
          ...this.caption(this.document.words.document.table, block, true),
          writeTable(block, place, this.review, (blocks, inside) => this.write(blocks, inside)),
          // Without a paragraph between them, Word makes one table of two.
          new Paragraph({ style: 'AfterTable', ...this.review.paragraphMark(block.tracked) }),
        ]
      case 'figure':
        return this.writeFigure(block, place)
      case 'page-break':
        return [new Paragraph({ children: [new PageBreak()] })]
    }
  }

  private writeHeading(heading: SettledHeading): Paragraph {
    const { level, depth, anchor, children, tracked } = heading
    const name = this.nameOf(heading)
    const options: IParagraphOptions = {
      heading: headingLevels[level - 1] ?? HeadingLevel.HEADING_5,
      ...(depth > 0 ? { numbering: { reference: 'headings', level: depth - 1 } } : {}),
      children: bookmarked([anchor, ...(name ? [name] : [])], this.inline.write(children)),
      ...this.review.paragraphMark(tracked),
    }
    return new CountedParagraph(options, { heading: tracked ? null : depth > 0 ? (heading.number ?? null) : '' })
  }

  /** The bookmark by which the heading is known again; none where another heading has it. */
  private nameOf({ id, anchor, tracked }: SettledHeading): string | undefined {
    if (id === undefined) return undefined
    const stands = this.document.headings.find((one) => one.id === id && !one.tracked?.deleted)
    const isFormer = tracked?.deleted !== undefined && stands !== undefined && stands.anchor !== anchor
    const name = clauseBookmark(id, isFormer ? 'former' : 'present')
    if (name === undefined || this.namesTaken.has(name)) return undefined
    this.namesTaken.add(name)
    return name
  }

  private writeParagraph(paragraph: SettledParagraph, place: Place): Paragraph {
    const { tone } = paragraph
    const style = tone === 'lead' || tone === 'note' ? toneStyles[tone] : place.style
    const left = place.lists > 0 ? listIndent(place.lists - 1).left : 0
    return this.wordsOf(paragraph, { style, width: place.width - left }, left > 0 ? { indent: { left } } : {})
  }

  /** A paragraph with its words in so much room, in twips. */
  private wordsOf(
    { children, tone, language, tracked }: SettledParagraph,
    { style, width }: { style: TextStyle | undefined; width: number },
    options: IParagraphOptions,
  ): Paragraph {
    const bold = tone === 'strong'
    const all: IParagraphOptions = {
      ...(style ? { style } : {}),
      ...options,
      children: this.inline.write(children, { ...(language ? { language } : {}), ...(bold ? { bold } : {}) }),
      ...this.review.paragraphMark(tracked),
    }
    const lines = tracked ? undefined : countLines(children, { width: width / 20, look: textLooks[style ?? 'Normal'], bold })
    return lines === undefined ? new Paragraph(all) : new CountedParagraph(all, { lines })
  }

  private writeList({ ordered, items }: SettledList, place: Place): WrittenBlock[] {
    this.lists += 1
    const numbering = {
      reference: ordered ? 'ordered' : 'bulleted',
      level: Math.min(place.lists, 8),
      instance: this.lists,
    }
    const inside: Place = { ...place, lists: place.lists + 1 }
    return items.flatMap(([first, ...rest]) => {
      const named = first?.type === 'paragraph' ? first : undefined
      const width = place.width - listIndent(numbering.level).left
      const opening = this.wordsOf(named ?? { type: 'paragraph', children: [] }, { style: place.style, width }, { numbering })
      const others = named || !first ? rest : [first, ...rest]
      return [opening, ...this.write(others, inside)]
    })
  }

  private writeFigure(figure: SettledFigure, place: Place): WrittenBlock[] {
    const natural = { width: figure.width, height: figure.height }
    const most = { width: place.width * pixelsPerTwip, height: place.height * pixelsPerTwip }
    const largest = Math.min(most.width / natural.width, most.height / natural.height)
    const scale = figure.wide ? largest : Math.min(1, largest)
    const width = Math.max(1, Math.round(natural.width * scale))
    const height = Math.max(1, Math.round(natural.height * scale))
    const svg = writeSvg(figure.picture, natural, { fontFamily: screenFamilies })
    const image = new ImageRun({
      type: 'svg',
      data: Buffer.from(svg, 'utf8'),
      fallback: { type: 'png', data: drawPng(figure.picture, natural, width * pngScale) },
      transformation: { width, height },
      ...this.review.rowMark(figure.tracked),
      altText: { description: figure.description, name: `${this.document.words.document.figure} ${figure.number}` },
    })
    return [
      new Paragraph({
        children: [image],
        keepNext: true,
        alignment: AlignmentType.START,
        ...this.review.paragraphMark(figure.tracked),
      }),
      ...this.caption(this.document.words.document.figure, figure, false),
    ]
  }

  /** "Taulukko 1. Tavoitteet": the number is Word's own count of what bears that word. */
  private caption(word: string, named: SettledTable | SettledFigure, above: boolean): Paragraph[] {
    const { number, caption, tracked } = named
    if (number === 0) return []
    const { language, wordsLanguage } = this.document
    const inWords = language === wordsLanguage ? {} : { language: { value: languageTags[wordsLanguage] } }
    const former = 'formerCaption' in named ? named.formerCaption : undefined
    const children: ParagraphChild[] = [
      this.review.text({ text: `${word} `, ...inWords }, tracked),
      this.review.field(`SEQ ${word}`, String(number), new SequentialIdentifier(word), tracked),
      ...(former ? [this.review.text({ text: `. ${former.caption}` }, { deleted: former })] : []),
      this.review.text({ text: caption ? `. ${caption}` : '.' }, former ? { inserted: former } : tracked),
    ]
    return [new Paragraph({ style: 'Caption', keepNext: above, children, ...this.review.paragraphMark(tracked) })]
  }
}
