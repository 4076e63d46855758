import type { SettledInline, SettledText } from '../settled'
import { escapeMarkdown } from './escape'

/** Where the words stand: what breaks a line there, and what headings are called. */
export interface InlinePlace {
  lineBreak: string
  /** By anchor. */
  headingNames: ReadonlyMap<string, string>
}

/** Marks hold only around words that neither begin nor end with a space. */
function marked(words: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(words) ?? []
  return inner ? `${before}${mark}${inner}${mark}${after}` : words
}

function writeText({ text, bold, italic, href }: SettledText): string {
  let written = escapeMarkdown(text)
  if (italic) written = marked(written, '*')
  if (bold) written = marked(written, '**')
  return href ? `[${written}](<${href.replace(/[<>|]/g, encodeURIComponent)}>)` : written
}

export function writeInline(children: readonly SettledInline[], place: InlinePlace): string {
  return children
    .map((child) => {
      switch (child.type) {
        case 'text':
          return writeText(child)
        case 'break':
          return place.lineBreak
        case 'footnote':
          return `[^${child.number}]`
        case 'reference': {
          const name = place.headingNames.get(child.anchor)
          const label = escapeMarkdown(child.label)
          return name === undefined ? label : `[${label}](#${name})`
        }
      }
    })
    .join('')
}
