import {
  BorderStyle,
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import type { Language } from '../../i18n/languages'
import { documentFace, readFace } from '../fonts/faces.server'
import { settleForReview } from '../settle'
import type { SettledDocument } from '../settled'
import { sheetsOf } from '../sheets'
import { footerWords, stateInWords } from '../title-lines'
import type { FinalDocument } from '../tree'
import { BlockWriter } from './blocks.server'
import { estimatePages } from './page-numbers.server'
import { reproducible } from './reproducible'
import { Review } from './review.server'
import { colours, millimetre, numbering, styles } from './styles.server'
import { writeTitlePage } from './title-page.server'

const page = { width: Math.round(210 * millimetre), height: Math.round(297 * millimetre) }
const upright = { left: 28, right: 24, top: 26, bottom: 27 }
const sideways = { left: 24, right: 24, top: 22, bottom: 22 }

/** A page's measures in twips: the margins, and what is left between them. */
function pageOf(wide: boolean) {
  const margins = wide ? sideways : upright
  const margin = Object.fromEntries(
    Object.entries(margins).map(([side, size]) => [side, Math.round(size * millimetre)]),
  )
  const [across, down] = wide ? [page.height, page.width] : [page.width, page.height]
  return {
    properties: {
      page: {
        // Word's measures are those of the upright page; the orientation turns them.
        size: { ...page, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { ...margin, footer: Math.round(12 * millimetre) },
      },
      type: SectionType.NEXT_PAGE,
    },
    width: Math.round(across - (margins.left + margins.right) * millimetre),
    height: Math.round(down - (margins.top + margins.bottom) * millimetre),
  }
}

function footer(document: SettledDocument, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: colours.hair, space: 6 } },
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({
            children: [footerWords(document), new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
}

function contents({ words, headings, contentsDepth }: SettledDocument): (Paragraph | TableOfContents)[] {
  // A page of its own is not worth a couple of lines.
  if (headings.length < 3) return []
  return [
    new Paragraph({ style: 'TOCHeading', pageBreakBefore: true, children: [new TextRun(words.document.contents)] }),
    new TableOfContents(words.document.contents, { hyperlink: true, headingStyleRange: `1-${contentsDepth}` }),
  ]
}

function sections(document: SettledDocument, review: Review): ISectionOptions[] {
  const writer = new BlockWriter(document, review)
  const first = pageOf(false)
  const title: ISectionOptions = {
    properties: { ...first.properties, titlePage: true },
    footers: { default: footer(document, first.width), first: new Footer({ children: [new Paragraph({})] }) },
    children: [...writeTitlePage(document, review), ...contents(document)],
  }
  const sheets = sheetsOf(document.blocks).map(({ wide, blocks }): ISectionOptions => {
    const { properties, width, height } = pageOf(wide)
    // Room for a heading, a paragraph and a caption on the page of a picture.
    const place = { width, height: height - 38 * millimetre, lists: 0 }
    return { properties, footers: { default: footer(document, width) }, children: writer.write(blocks, place) }
  })
  return [title, ...sheets]
}

/**
 * The document as a Word file: native headings, numbering, contents, captions, footnotes and cross-references; with
 * tracked changes and comments where the tree has any. The same document gives the same bytes. Takes the thread until it is done: call it in a worker.
 */
export async function writeDocx(finalDocument: FinalDocument, language: Language): Promise<Uint8Array> {
  const document = settleForReview(finalDocument, language)
  const review = new Review(document)
  const comments = review.comments()
  const { title, kind, project, organisations, date } = document
  const file = new Document({
    title,
    subject: kind,
    creator: organisations.join(', ') || project,
    lastModifiedBy: project,
    keywords: [kind, project].filter(Boolean).join(', '),
    description: stateInWords(document),
    styles: styles(document.language),
    numbering,
    // The face comes along, as few machines have it, and so that the pages can be counted for the contents.
    fonts: [
      {
        name: documentFace,
        data: readFace('regular'),
        bold: readFace('bold'),
        italic: readFace('italic'),
        boldItalic: readFace('boldItalic'),
      },
    ],
    pageNumbers: estimatePages(),
    ...(comments ? { comments } : {}),
    sections: sections(document, review),
  })
  return reproducible(new Uint8Array(await Packer.toBuffer(file)), date)
}
