import type { SettledInline, SettledText } from '../settled'
import { type ExportWords, fill } from '../words'
import { element, escapeHtml } from './escape'

function writeText({ text, bold, italic, href }: SettledText): string {
  let written = escapeHtml(text)
  if (italic) written = `<em>${written}</em>`
  if (bold) written = `<strong>${written}</strong>`
  return href ? element('a', { href, rel: 'noreferrer' }, written) : written
}

export function writeInline(children: readonly SettledInline[], words: ExportWords): string {
  return children
    .map((child) => {
      switch (child.type) {
        case 'text':
          return writeText(child)
        case 'break':
          return '<br>'
        case 'reference':
          return element('a', { href: `#${child.anchor}` }, escapeHtml(child.label))
        case 'footnote': {
          const label = fill(words.document.footnote, { number: child.number })
          const link = element(
            'a',
            { id: `noted_${child.number}`, href: `#note_${child.number}`, role: 'doc-noteref', 'aria-label': label },
            String(child.number),
          )
          return `<sup>${link}</sup>`
        }
      }
    })
    .join('')
}
