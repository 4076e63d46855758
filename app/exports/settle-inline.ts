import { plainText } from '../lib/plain-text'
import { safeLink } from '../lib/safe-link'
import type { SettledFootnote, SettledHeading, SettledInline, SettledText } from './settled'
import type { FootnoteRun, Inline, ReferenceRun, ReviewMarks, TextRun } from './tree'

function marks({ bold, italic, href, term, formatted, ...review }: TextRun): Omit<SettledText, 'type' | 'text'> {
  const link = href === undefined ? undefined : safeLink(href)
  return {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(link ? { href: link } : {}),
    ...(term ? { term } : {}),
    ...(formatted ? { formatted } : {}),
    ...reviewMarks(review),
  }
}

function reviewMarks({ tracked, comments }: ReviewMarks): ReviewMarks {
  return { ...(tracked ? { tracked } : {}), ...(comments?.length ? { comments } : {}) }
}

function settleText(run: TextRun): SettledInline[] {
  const kept = marks(run)
  return plainText(run.text)
    .replace(/\t/g, ' ')
    .split('\n')
    .flatMap((line, index): SettledInline[] => [
      ...(index > 0 ? [{ type: 'break' as const, ...reviewMarks(run) }] : []),
      ...(line ? [{ type: 'text' as const, text: line, ...kept }] : []),
    ])
}

function withoutBreaksAtEnds(children: SettledInline[]): SettledInline[] {
  const stays = (child: SettledInline) =>
    child.type !== 'break' && (child.type !== 'text' || child.text.trim() !== '')
  const first = children.findIndex(stays)
  return first === -1 ? [] : children.slice(first, children.findLastIndex(stays) + 1)
}

/** The words of a run of text, without marks, footnotes and line breaks. */
export function wordsOf(children: readonly SettledInline[]): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.text
      if (child.type === 'reference') return child.label
      return child.type === 'break' ? ' ' : ''
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether there is anything to see or hear in some words. */
export function says(words: string): boolean {
  return /[\p{Letter}\p{Number}\p{Symbol}\p{Punctuation}]/u.test(words)
}

/** Settles the text of one document: keeps the count of its footnotes and knows where its references lead. */
export class InlineSettler {
  readonly footnotes: SettledFootnote[] = []

  /** @param headings The headings that references can point at, by the id they were given. */
  constructor(private readonly headings: ReadonlyMap<string, SettledHeading>) {}

  settle(children: readonly Inline[]): SettledInline[] {
    return withoutBreaksAtEnds(children.flatMap((child) => this.settleOne(child)))
  }

  private settleOne(child: Inline): SettledInline[] {
    switch (child.type) {
      case 'text':
        return settleText(child)
      case 'break':
        return [{ type: 'break', ...reviewMarks(child) }]
      case 'reference':
        return this.settleReference(child)
      case 'footnote':
        return this.settleFootnote(child)
    }
  }

  private settleReference({ target, fallback, ...review }: ReferenceRun): SettledInline[] {
    const heading = this.headings.get(target)
    const label = plainText(heading?.number ?? fallback)
    if (!heading || !label.trim()) return settleText({ ...review, type: 'text', text: fallback })
    const { anchor, number } = heading
    return [{ type: 'reference', anchor, label, numbered: number !== undefined, ...reviewMarks(review) }]
  }

  private settleFootnote({ children: runs, ...review }: FootnoteRun): SettledInline[] {
    const children = runs
      .flatMap(settleText)
      .map((child): SettledText => (child.type === 'text' ? child : { type: 'text', text: ' ' }))
    if (!says(wordsOf(children))) return []
    const number = this.footnotes.length + 1
    const footnote: SettledFootnote = { type: 'footnote', number, children, ...reviewMarks(review) }
    this.footnotes.push(footnote)
    return [footnote]
  }
}
