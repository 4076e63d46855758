import type { Language } from '../i18n/languages'
import { plainLine, plainText } from '../lib/plain-text'
import { cleanSvg } from './picture/clean-svg'
import { type SvgElement, PictureRefused } from './picture/parse-svg'
import { soundSize } from './picture/size'
import { headingsById, settleHeadings } from './settle-headings'
import { InlineSettler, says, wordsOf } from './settle-inline'
import { settleTable } from './settle-table'
import type { SettledBlock, SettledDocument, SettledFigure, SettledHeading, SettledParagraph } from './settled'
import type { Block, Figure, FinalDocument, Heading, List, PageLinks, Paragraph, Table, TableCell } from './tree'
import { withoutReview } from './without-review'
import { type ExportWords, exportWords } from './words'

// Word counts nine levels of a list and Typst stops at deep nesting; what lies deeper joins the last level.
const deepestBlock = 8

// About what fits on one page; with more, the third level is left out.
const longestContents = 60

/** Where a block stands. */
interface Place {
  /** How many lists and tables it stands in. */
  depth: number
  inTable: boolean
}

const top: Place = { depth: 0, inTable: false }

class Settler {
  readonly headings: Map<Heading, SettledHeading>
  readonly inline: InlineSettler
  readonly figures: SettledFigure[] = []
  private tables = 0

  constructor(
    private readonly document: FinalDocument,
    private readonly words: ExportWords,
  ) {
    this.headings = settleHeadings(document.tree.blocks)
    this.inline = new InlineSettler(headingsById(this.headings))
  }

  settle(): SettledBlock[] {
    const blocks = this.document.tree.blocks.flatMap((block) => this.settleBlock(block, top))
    return blocks.filter((block, index) => {
      if (block.type !== 'page-break') return true
      return index > 0 && index < blocks.length - 1 && blocks[index + 1]?.type !== 'page-break'
    })
  }

  private settleBlock(block: Block, place: Place): SettledBlock[] {
    switch (block.type) {
      case 'heading':
        return this.settleHeading(block)
      case 'paragraph':
        return this.settleParagraph(block)
      case 'list':
        return this.settleList(block, place)
      case 'table':
        return place.inTable ? this.settleList(asList(block), place) : this.settleTable(block, place)
      case 'figure':
        return this.settleFigure(block, place)
      case 'page-break':
        return place.depth === 0 ? [block] : []
    }
  }

  private settleBlocks(blocks: readonly Block[], place: Place): SettledBlock[] {
    return blocks.flatMap((block) => this.settleBlock(block, place))
  }

  /** Footnotes of a heading become notes under it, so that contents and bookmarks stay clean. */
  private settleHeading(block: Heading): SettledBlock[] {
    const children = this.inline.settle(block.children.filter(({ type }) => type !== 'footnote'))
    const notes = block.children.flatMap((child): SettledBlock[] =>
      child.type === 'footnote' ? this.settleParagraph({ ...child, type: 'paragraph', tone: 'note' }) : [],
    )
    const heading = this.headings.get(block)
    if (!heading) return [...this.strongParagraph(children), ...notes]
    heading.children = says(wordsOf(children)) ? children : [{ type: 'text', text: this.words.document.untitled }]
    heading.title = wordsOf(heading.children)
    return [heading, ...notes]
  }

  /** A heading inside a list or a table is no part of the outline. */
  private strongParagraph(children: SettledParagraph['children']): SettledBlock[] {
    return children.length > 0 ? [{ type: 'paragraph', tone: 'strong', children }] : []
  }

  private settleParagraph({ children, tone, language, tracked }: Paragraph): SettledBlock[] {
    const settled = this.inline.settle(children)
    if (settled.length === 0) return []
    const other = language !== undefined && language !== this.document.tree.language
    return [
      {
        type: 'paragraph',
        children: settled,
        ...(tone ? { tone } : {}),
        ...(other ? { language } : {}),
        ...(tracked ? { tracked } : {}),
      },
    ]
  }

  private settleList({ ordered, items }: List, place: Place): SettledBlock[] {
    const inside = { ...place, depth: place.depth + 1 }
    const settled = items.map((item) => this.settleBlocks(item, inside)).filter((item) => item.length > 0)
    if (settled.length === 0) return []
    return place.depth >= deepestBlock ? settled.flat() : [{ type: 'list', ordered: ordered === true, items: settled }]
  }

  private settleTable(table: Table, { depth }: Place): SettledBlock[] {
    if (!table.rows.some((row) => row.length > 0)) return []
    const caption = plainLine(table.caption)
    if (caption) this.tables += 1
    const settleCell = (cell: TableCell) => this.settleBlocks(cell.children, { depth: depth + 1, inTable: true })
    return [settleTable(table, settleCell, { caption, number: caption ? this.tables : 0, nested: depth > 0 })]
  }

  private settleFigure(figure: Figure, { depth }: Place): SettledBlock[] {
    const caption = plainLine(figure.caption)
    const description =
      [plainText(figure.description).trim(), caption].find(says) ?? this.words.document.figureUndescribed
    const picture = drawable(figure.svg)
    if (!picture) return this.missingPicture(caption, description)
    const settled: SettledFigure = {
      type: 'figure',
      picture,
      ...soundSize(figure),
      description,
      caption,
      number: this.figures.length + 1,
      wide: depth === 0 && figure.wide === true,
      ...(figure.tracked ? { tracked: figure.tracked } : {}),
    }
    this.figures.push(settled)
    return [settled]
  }

  private missingPicture(caption: string, description: string): SettledBlock[] {
    const said = [caption, this.words.document.pictureMissing, description].filter(Boolean)
    return said.map((text) => ({ type: 'paragraph', tone: 'note', children: [{ type: 'text', text }] }))
  }
}

/**
 * A table in a cell of another, as a list of its rows: screen readers lose their way in it, and Typst its tags when it
 * breaks over pages.
 */
function asList({ caption, rows }: Table): List {
  const said: Block[][] = caption.trim() ? [[{ type: 'paragraph', children: [{ type: 'text', text: caption }] }]] : []
  return { type: 'list', ordered: false, items: [...said, ...rows.map((row) => row.flatMap((cell) => cell.children))] }
}

function drawable(svg: string): SvgElement | undefined {
  try {
    return cleanSvg(svg)
  } catch (error) {
    if (error instanceof PictureRefused) return undefined
    throw error
  }
}

/**
 * Settles a document for its writers: total, so that odd content gives an odd document and never none.
 * `wordsLanguage` is the language of the words the document adds by itself. What is only suggested, and what was said
 * about it, is left out.
 */
export function settle(document: FinalDocument, wordsLanguage: Language): SettledDocument {
  return settleForReview({ ...document, tree: withoutReview(document.tree) }, wordsLanguage)
}

/** The same with its tracked changes and comments, for a writer that shows them. */
export function settleForReview(document: FinalDocument, wordsLanguage: Language): SettledDocument {
  const { titlePage, tree } = document
  const words = exportWords(wordsLanguage)
  const settler = new Settler(document, words)
  const blocks = settler.settle()
  const headings = [...settler.headings.values()]
  const empty: SettledBlock = {
    type: 'paragraph',
    tone: 'note',
    children: [{ type: 'text', text: words.document.empty }],
  }
  const title = [plainLine(tree.title)].find(says) ?? words.document.untitled
  const kind = plainLine(titlePage.kind)
  return {
    language: tree.language,
    wordsLanguage,
    words,
    title,
    project: plainLine(titlePage.project),
    // A document that is called by what it is says so once.
    kind: kind === title ? '' : kind,
    organisations: titlePage.organisations.map(plainLine).filter(Boolean),
    ...(titlePage.version ? { version: settleVersion(titlePage.version) } : {}),
    ...(titlePage.sameAs ? { sameAs: { ...titlePage.sameAs, name: plainLine(titlePage.sameAs.name) } } : {}),
    date: titlePage.date,
    hash: plainLine(titlePage.hash),
    ...(titlePage.standing ? { standing: plainLine(titlePage.standing) } : {}),
    ...(titlePage.links ? { links: settleLinks(titlePage.links) } : {}),
    blocks: blocks.length > 0 ? blocks : [empty],
    headings,
    contentsDepth: headings.filter(({ level }) => level <= 3).length <= longestContents ? 3 : 2,
    footnotes: settler.inline.footnotes,
    figures: settler.figures,
    ...(tree.formerTitle ? { formerTitle: { ...tree.formerTitle, title: plainLine(tree.formerTitle.title) } } : {}),
    comments: (tree.comments ?? []).filter(({ remarks }) => remarks.length > 0),
  }
}

/** Paths of our own, and nothing that a browser takes for another host. */
function settleLinks({ title, items }: PageLinks): PageLinks {
  return { title: plainLine(title), items: items.filter(({ href }) => /^(\/[A-Za-z0-9._-]+)+$/.test(href)) }
}

function settleVersion({ number, name, note }: { number: number; name: string; note: string }) {
  return { number, name: plainLine(name), note: plainText(note).trim() }
}
