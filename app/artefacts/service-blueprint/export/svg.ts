import { plainText } from '../../../lib/plain-text'

type Attributes = Record<string, string | number | undefined>

/**
 * An element as SVG text. Attribute values are escaped here; children are SVG already: words come by `words`.
 */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${escaped(typeof value === 'number' ? String(rounded(value)) : (value ?? ''))}"`,
    )
    .join('')
  return children.length > 0 ? `<${name}${written}>${children.join('')}</${name}>` : `<${name}${written}/>`
}

/** Anybody's words, as they may stand in XML. */
export function words(value: string): string {
  return escaped(plainText(value))
}

function escaped(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
