import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx'
import type { Language } from '../../i18n/languages'
import { documentFace } from '../fonts/faces.server'

/** Twips (1/20 pt) to a millimetre. */
export const millimetre = 1440 / 25.4

export const colours = { ink: '17262B', soft: '4A5A60', hair: 'CFD4D0', accent: '0B5563', wash: 'EEF4F4' } as const

/** Of the words by which a term is defined: without a look of its own, so that Word can find them. */
export const definedTermStyle = 'DefinedTerm'

export interface TextLook {
  /** Points. */
  size: number
  bold?: boolean
}

/** Of the words of a paragraph, by its style. */
export const textLooks = {
  Normal: { size: 10.5 },
  Lead: { size: 12.5 },
  Note: { size: 9 },
  TableText: { size: 9 },
  TableHeading: { size: 9, bold: true },
  TableRowHeading: { size: 9, bold: true },
} as const satisfies Record<string, TextLook>

export type TextStyle = Exclude<keyof typeof textLooks, 'Normal'>

export const languageTags: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }

/** Half points, as Word counts the size of letters. */
const points = (size: number) => size * 2
/** Twips, as Word counts space. */
const space = (size: number) => Math.round(size * 20)

interface HeadingLook {
  size: number
  before: number
  after: number
  colour: string
}

const headingLooks: HeadingLook[] = [
  { size: 18, before: 24, after: 8, colour: colours.accent },
  { size: 13.5, before: 18, after: 6, colour: colours.ink },
  { size: 11.5, before: 14, after: 4, colour: colours.ink },
  { size: 10.5, before: 12, after: 4, colour: colours.ink },
  { size: 10.5, before: 12, after: 4, colour: colours.soft },
]

function headingStyle(level: number) {
  const look = headingLooks[level - 1] ?? { size: 10.5, before: 12, after: 4, colour: colours.ink }
  return {
    run: { size: points(look.size), bold: true, color: look.colour, font: documentFace },
    paragraph: {
      spacing: { before: space(look.before), after: space(look.after), line: 252 },
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
    },
  }
}

function paragraphStyle(
  id: string,
  name: string,
  run: { size?: number; bold?: boolean; color?: string },
  paragraph: { before?: number; after?: number; line?: number; left?: number; hanging?: number; keepNext?: boolean },
) {
  const { before = 0, after = 0, line = 276, left, hanging, keepNext } = paragraph
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { ...run, ...(run.size ? { size: points(run.size) } : {}) },
    paragraph: {
      spacing: { before: space(before), after: space(after), line },
      ...(left === undefined ? {} : { indent: { left: space(left), hanging: space(hanging ?? 0) } }),
      ...(keepNext ? { keepNext } : {}),
    },
  }
}

/** Word's own styles given the look of the document, and the few it has not. */
export function styles(language: Language): IStylesOptions {
  const { ink, soft, accent } = colours
  return {
    default: {
      document: {
        run: { font: documentFace, size: points(textLooks.Normal.size), color: ink, language: { value: languageTags[language] } },
        paragraph: { spacing: { after: space(7), line: 300 } },
      },
      title: {
        run: { size: points(28), bold: true, color: ink, font: documentFace },
        paragraph: { spacing: { before: space(6), after: space(22), line: 252 } },
      },
      heading1: headingStyle(1),
      heading2: headingStyle(2),
      heading3: headingStyle(3),
      heading4: headingStyle(4),
      heading5: headingStyle(5),
      listParagraph: { paragraph: { spacing: { after: space(3), line: 288 } } },
      caption: {
        run: { size: points(9), color: soft, italics: false, bold: false },
        paragraph: { spacing: { before: space(12), after: space(5), line: 252 } },
      },
      hyperlink: { run: { color: accent, underline: { type: 'single' } } },
      footnoteText: { run: { size: points(8.5) }, paragraph: { spacing: { after: space(3), line: 252 } } },
    },
    characterStyles: [{ id: definedTermStyle, name: 'Defined Term', quickFormat: true }],
    paragraphStyles: [
      paragraphStyle('Lead', 'Lead', { ...textLooks.Lead, color: soft }, { after: 12, line: 300 }),
      paragraphStyle('Note', 'Note', { ...textLooks.Note, color: soft }, { after: 6 }),
      paragraphStyle('TableText', 'Table Text', textLooks.TableText, { after: 2, line: 264 }),
      paragraphStyle('TableHeading', 'Table Heading', { ...textLooks.TableHeading, color: accent }, { after: 2, line: 264 }),
      paragraphStyle('TableRowHeading', 'Table Row Heading', textLooks.TableRowHeading, { after: 2, line: 264 }),
      paragraphStyle('AfterTable', 'After Table', { size: 6 }, { after: 4, line: 240 }),
      paragraphStyle('TOCHeading', 'TOC Heading', { size: 18, bold: true, color: accent }, { after: 10, keepNext: true }),
      paragraphStyle('TOC1', 'toc 1', { bold: true }, { before: 6, after: 2, line: 264 }),
      paragraphStyle('TOC2', 'toc 2', { color: soft }, { after: 2, line: 264, left: 12 }),
      paragraphStyle('TOC3', 'toc 3', { color: soft }, { after: 2, line: 264, left: 24 }),
      paragraphStyle('Project', 'Project', { size: 11, color: soft }, { after: 130 }),
      paragraphStyle('Kind', 'Kind', { size: 12, bold: true, color: accent }, { after: 4, keepNext: true }),
      paragraphStyle('State', 'State', { size: 12, bold: true, color: accent }, { after: 90 }),
      paragraphStyle('Particulars', 'Particulars', { size: 9.5 }, { after: 5, line: 264, left: 110, hanging: 110 }),
      paragraphStyle('Footer', 'footer', { size: 8.5, color: soft }, { line: 240 }),
    ],
  }
}

const indents = Array.from({ length: 9 }, (_, level) => level)
const bulletSigns = ['•', '–', '▪']
const listStep = 7 * millimetre

/** Native numbering: of headings (1, 1.1, 1.1.1), of ordered lists, and the signs of bulleted ones. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'headings',
      levels: indents.slice(0, 5).map((level) => {
        const hanging = Math.round((9 + level * 3) * millimetre)
        return {
          level,
          format: LevelFormat.DECIMAL,
          text: Array.from({ length: level + 1 }, (_, number) => `%${number + 1}`).join('.'),
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: hanging, hanging } } },
        }
      }),
    },
    {
      reference: 'ordered',
      levels: indents.map((level) => ({
        level,
        format: [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN][level % 3],
        text: `%${level + 1}.`,
        alignment: AlignmentType.START,
        style: { paragraph: { indent: listIndent(level) } },
      })),
    },
    {
      reference: 'bulleted',
      levels: indents.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: bulletSigns[level % bulletSigns.length],
        alignment: AlignmentType.START,
        style: { run: { color: colours.accent }, paragraph: { indent: listIndent(level) } },
      })),
    },
  ],
}

/** Where the words of a list's level stand, in twips. */
export function listIndent(level: number): { left: number; hanging: number } {
  return { left: Math.round((level + 1) * listStep), hanging: Math.round(listStep) }
}
