import { plainText } from '../lib/plain-text'
import { safeLink } from '../lib/safe-link'
import type { SettledFootnote, SettledHeading, SettledInline, SettledText } from './settled'
import type { Inline, TextRun } from './tree'

function marks({ bold, italic, href }: TextRun): Omit<SettledText, 'type' | 'text'> {
  const link = href === undefined ? undefined : safeLink(href)
  return { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(link ? { href: link } : {}) }
}

function settleText(run: TextRun): SettledInline[] {
  const kept = marks(run)
  return plainText(run.text)
    .replace(/\t/g, ' ')
    .split('\n')
    .flatMap((line, index): SettledInline[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
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
        return [{ type: 'break' }]
      case 'reference':
        return this.settleReference(child.target, child.fallback)
      case 'footnote':
        return this.settleFootnote(child.children)
    }
  }

  private settleReference(target: string, fallback: string): SettledInline[] {
    const heading = this.headings.get(target)
    const label = plainText(heading?.number ?? fallback)
    if (!heading || !label.trim()) return settleText({ type: 'text', text: fallback })
    return [{ type: 'reference', anchor: heading.anchor, label, numbered: heading.number !== undefined }]
  }

  private settleFootnote(runs: readonly TextRun[]): SettledInline[] {
    const children = runs
      .flatMap(settleText)
      .map((child): SettledText => (child.type === 'text' ? child : { type: 'text', text: ' ' }))
    if (!says(wordsOf(children))) return []
    const footnote: SettledFootnote = { type: 'footnote', number: this.footnotes.length + 1, children }
    this.footnotes.push(footnote)
    return [footnote]
  }
}
