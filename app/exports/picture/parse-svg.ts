/** An SVG document as a tree: elements and the words in them. Comments and processing instructions are left out. */
export interface SvgElement {
  name: string
  attributes: Record<string, string>
  children: (SvgElement | string)[]
}

/** A picture that is not well-formed, or that asks for something no picture of ours needs. */
export class PictureRefused extends Error {
  override name = 'PictureRefused'
}

// A board of 10,000 notes draws to about 8 million characters; deeper than 100 levels no picture of ours goes.
const longestSvg = 40_000_000
const deepest = 100

const namedCharacters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const nothingToDraw = /(?:<\?[^]*?\?>|<!--[^]*?-->|\s+)+/y
const openTag = /<([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const closeTag = /<\/([A-Za-z][\w:.-]*)\s*>/y
const words = /[^<]+/y
const cdata = /<!\[CDATA\[([^]*?)\]\]>/y
const attribute = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function decode(value: string): string {
  return value.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));?/g, (reference, hex, decimal, name) => {
    if (name !== undefined) {
      const character = namedCharacters[name]
      if (character === undefined) throw new PictureRefused(`Unknown entity ${reference}`)
      return character
    }
    const codePoint = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10)
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : ''
  })
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null)
  for (const [, name = '', double, single] of source.matchAll(attribute)) {
    attributes[name] = decode(double ?? single ?? '')
  }
  return attributes
}

/** Reads along one text; every pattern is sticky, so nothing is looked at twice. */
class Reader {
  private position = 0

  constructor(private readonly source: string) {}

  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position
    const found = pattern.exec(this.source)
    if (!found) return undefined
    this.position = pattern.lastIndex
    return found
  }

  get atEnd(): boolean {
    return this.position >= this.source.length
  }
}

function readElement(reader: Reader, depth: number): SvgElement {
  const open = reader.take(openTag)
  if (!open) throw new PictureRefused('An element was expected')
  if (depth > deepest) throw new PictureRefused('Too many levels')
  const [, name = '', attributes = '', closed] = open
  const element: SvgElement = { name, attributes: readAttributes(attributes), children: [] }
  if (!closed) readChildren(reader, element, depth)
  return element
}

function readChildren(reader: Reader, element: SvgElement, depth: number): void {
  for (;;) {
    const close = reader.take(closeTag)
    if (close) {
      if (close[1] !== element.name) throw new PictureRefused(`</${close[1]}> closes <${element.name}>`)
      return
    }
    const text = reader.take(words)
    if (text) element.children.push(decode(text[0]))
    else if (!reader.take(nothingToDraw)) {
      const raw = reader.take(cdata)
      element.children.push(raw ? (raw[1] ?? '') : readElement(reader, depth + 1))
    }
  }
}

/** Reads a whole SVG document. Throws `PictureRefused` for anything else, document types (and so entities) included. */
export function parseSvg(source: string): SvgElement {
  if (source.length > longestSvg) throw new PictureRefused('The picture is too large')
  const reader = new Reader(source.replace(/^\ufeff/, ''))
  reader.take(nothingToDraw)
  const root = readElement(reader, 0)
  reader.take(nothingToDraw)
  if (!reader.atEnd || root.name !== 'svg') throw new PictureRefused('Not one SVG document')
  return root
}
