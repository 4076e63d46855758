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
import type { Review } from './review.server'
import { definedTermStyle, languageTags } from './styles.server'

export interface InlineLook {
  bold?: boolean
  /** Only where it is not the document's. */
  language?: Language
}

function languageOf({ language }: InlineLook) {
  return language ? { language: { value: languageTags[language] } } : {}
}

/** Writes runs of text with what a review says of them. */
export class InlineWriter {
  constructor(private readonly review: Review) {}

  write(children: readonly SettledInline[], look: InlineLook = {}): ParagraphChild[] {
    return children.flatMap((child) => this.review.commented(child, this.writeOne(child, look)))
  }

  private writeOne(child: SettledInline, look: InlineLook): ParagraphChild {
    switch (child.type) {
      case 'text':
        return this.writeText(child, look)
      case 'reference':
        return this.writeReference(child, look)
      case 'footnote':
        return this.writeFootnote(child)
      case 'break':
        return this.review.wrap(new TextRun({ break: 1 }), child.tracked)
    }
  }

  private writeText({ text, bold, italic, href, term, formatted, tracked }: SettledText, look: InlineLook): ParagraphChild {
    const format = (isBold: boolean | undefined, isItalic: boolean | undefined) => ({
      ...(isBold || look.bold ? { bold: true } : {}),
      ...(isItalic ? { italics: true } : {}),
      ...(href ? { style: 'Hyperlink' } : term ? { style: definedTermStyle } : {}),
      ...languageOf(look),
    })
    const revision = formatted && { revision: { ...format(formatted.bold, formatted.italic), ...this.review.change(formatted) } }
    const run = this.review.text({ text, ...format(bold, italic), ...revision }, tracked)
    return href ? new ExternalHyperlink({ link: href, children: [run] }) : run
  }

  /**
   * A REF field to the heading's number, which Word keeps right when clauses move; a plain link where there is none, and
   * where it is tracked: Word tracks no field as a whole.
   */
  private writeReference({ anchor, label, numbered, tracked }: SettledReference, look: InlineLook): ParagraphChild {
    if (numbered && !tracked) return new NumberedItemReference(anchor, label)
    const words = this.review.text({ text: label, style: 'Hyperlink', ...languageOf(look) }, tracked)
    return new InternalHyperlink({ anchor, children: [words] })
  }

  private writeFootnote({ children, tracked }: SettledFootnote): ParagraphChild {
    const words = children.map((child) => this.writeText(child, {}))
    const reference = new FootnoteReferenceRun({
      children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(' '), ...words] })],
    })
    return this.review.wrap(reference, tracked)
  }
}

export function bookmarked(anchors: readonly string[], children: ParagraphChild[]): ParagraphChild[] {
  return anchors.reduceRight((inner, id) => [new Bookmark({ id, children: inner })], children)
}
