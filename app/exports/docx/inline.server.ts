import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  NumberedItemReference,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Language } from '../../i18n/languages'
import type { SettledFootnote, SettledInline, SettledReference, SettledText } from '../settled'
import { languageTags } from './styles.server'

export interface InlineLook {
  bold?: boolean
  /** Only where it is not the document's. */
  language?: Language
}

function languageOf({ language }: InlineLook) {
  return language ? { language: { value: languageTags[language] } } : {}
}

function writeText({ text, bold, italic, href }: SettledText, look: InlineLook): ParagraphChild {
  const run = new TextRun({
    text,
    ...(bold || look.bold ? { bold: true } : {}),
    ...(italic ? { italics: true } : {}),
    ...(href ? { style: 'Hyperlink' } : {}),
    ...languageOf(look),
  })
  return href ? new ExternalHyperlink({ link: href, children: [run] }) : run
}

/** A REF field to the heading's number, which Word keeps right when clauses move; a plain link where there is none. */
function writeReference({ anchor, label, numbered }: SettledReference, look: InlineLook): ParagraphChild {
  if (numbered) return new NumberedItemReference(anchor, label)
  return new InternalHyperlink({
    anchor,
    children: [new TextRun({ text: label, style: 'Hyperlink', ...languageOf(look) })],
  })
}

function writeFootnote({ children }: SettledFootnote): ParagraphChild {
  const words = children.map((child) => writeText(child, {}))
  return new FootnoteReferenceRun({
    children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(' '), ...words] })],
  })
}

export function writeInline(children: readonly SettledInline[], look: InlineLook = {}): ParagraphChild[] {
  return children.map((child) => {
    switch (child.type) {
      case 'text':
        return writeText(child, look)
      case 'reference':
        return writeReference(child, look)
      case 'footnote':
        return writeFootnote(child)
      case 'break':
        return new TextRun({ break: 1 })
    }
  })
}

export function bookmarked(anchor: string, children: ParagraphChild[]): ParagraphChild[] {
  return [new Bookmark({ id: anchor, children })]
}
