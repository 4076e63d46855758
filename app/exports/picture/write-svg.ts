import type { SvgElement } from './parse-svg'
import type { PictureSize } from './size'

export interface SvgWriting {
  /** Put before every id and every reference to one, so that several pictures can stand on one page. */
  idPrefix?: string
  /** The face of all words, as a CSS list of families. */
  fontFamily: string
  /** Takes words apart by the face that draws them, where the caller chooses it. */
  faces?: (words: string) => { words: string; family?: string }[]
  /** Further attributes of the root. */
  root?: Record<string, string>
}

/** Named for whoever opens a picture: the document's face where it is installed, else what every system has. */
export const screenFamilies =
  "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

export function escapeXml(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

function scoped(value: string, prefix: string): string {
  return value.replace(/url\(\s*(["']?)#([\w:.-]+)\1\s*\)/gi, (_, __, id: string) => `url(#${prefix}${id})`)
}

function writeAttribute(name: string, value: string, prefix: string): string {
  if (name === 'id') return ` id="${escapeXml(prefix + value)}"`
  if (/^(?:xlink:)?href$/.test(name) && value.startsWith('#')) {
    return ` ${name}="#${escapeXml(prefix + value.slice(1))}"`
  }
  if (name === 'aria-labelledby' || name === 'aria-describedby') {
    const ids = value.split(/\s+/).map((id) => prefix + id)
    return ` ${name}="${escapeXml(ids.join(' '))}"`
  }
  return ` ${name}="${escapeXml(scoped(value, prefix))}"`
}

/** Every selector is put under the picture's own root, so that its rules touch nothing else on a page. */
function writeRules(sheet: string, prefix: string): string {
  if (!prefix) return sheet
  return scoped(sheet, prefix).replace(/([^{}]+)\{/g, (_, selectors: string) => {
    const under = selectors
      .split(',')
      .map((selector) => `#${prefix}root ${selector.trim().replace(/#([\w-]+)/g, `#${prefix}$1`)}`)
    return `${under.join(',')}{`
  })
}

const textElements = new Set(['text', 'tspan', 'textPath'])

function writeWords(words: string, { faces }: SvgWriting): string {
  if (!faces) return escapeXml(words)
  return faces(words)
    .map(({ words: part, family }) => {
      return family ? `<tspan font-family="${escapeXml(family)}">${escapeXml(part)}</tspan>` : escapeXml(part)
    })
    .join('')
}

function writeElement({ name, attributes, children }: SvgElement, writing: SvgWriting): string {
  const prefix = writing.idPrefix ?? ''
  const written = Object.entries(attributes).map(([key, value]) => writeAttribute(key, value, prefix))
  const inner = children.map((child) => {
    if (typeof child !== 'string') return writeElement(child, writing)
    if (name === 'style') return escapeXml(writeRules(child, prefix))
    return textElements.has(name) ? writeWords(child, writing) : escapeXml(child)
  })
  return inner.length > 0
    ? `<${name}${written.join('')}>${inner.join('')}</${name}>`
    : `<${name}${written.join('')}/>`
}

/** A cleaned picture as one SVG element, sized in its own units. */
export function writeSvg(picture: SvgElement, size: PictureSize, writing: SvgWriting): string {
  const { viewBox = `0 0 ${size.width} ${size.height}`, id: _, ...own } = picture.attributes
  const attributes = Object.fromEntries(Object.entries(own).filter(([name]) => !/^(?:aria-|role$)/.test(name)))
  return writeElement(
    {
      ...picture,
      attributes: {
        xmlns: 'http://www.w3.org/2000/svg',
        ...(usesXlink(picture) ? { 'xmlns:xlink': 'http://www.w3.org/1999/xlink' } : {}),
        ...(writing.idPrefix ? { id: 'root' } : {}),
        ...attributes,
        viewBox,
        width: String(size.width),
        height: String(size.height),
        'font-family': writing.fontFamily,
        ...writing.root,
      },
    },
    writing,
  )
}

function usesXlink({ attributes, children }: SvgElement): boolean {
  return (
    'xlink:href' in attributes || children.some((child) => typeof child !== 'string' && usesXlink(child))
  )
}
