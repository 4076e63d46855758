import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

// The library counts bookmarks and pictures over all documents it has ever written, and draws the names of links and
// the keys of fonts by lot. Here they are counted anew in each document. Words are never touched: in them, a quotation
// mark is written `&quot;`, so what stands between quotation marks is always the library's own.

// ZIP keeps local time from 1980 on; a fixed one, so that neither the clock nor its zone shows in the file.
const packedAt = new Date(1980, 0, 1)

type Parts = Map<string, Uint8Array>

function edit(parts: Parts, path: string, change: (xml: string) => string): void {
  const bytes = parts.get(path)
  if (bytes) parts.set(path, strToU8(change(strFromU8(bytes))))
}

/** Gives each name that it meets the next number, and the same number when it meets the name again. */
function counter(): (name: string) => number {
  const numbers = new Map<string, number>()
  return (name) => {
    const number = numbers.get(name) ?? numbers.size + 1
    numbers.set(name, number)
    return number
  }
}

function withDates(core: string, date: Date): string {
  const said = date.toISOString().replace(/\.\d+Z$/, 'Z')
  return core.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${said}`)
}

function recount(xml: string): string {
  const contents = counter()
  const bookmarks = counter()
  const pictures = counter()
  return xml
    .replace(/((?:w:anchor|w:name)="_Toc|<w:instrText xml:space="preserve">PAGEREF _Toc)(\d+)/g, (_, before, id) => {
      return `${before}${contents(id)}`
    })
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)"/g, (_, before, id) => `${before}${bookmarks(id)}"`)
    .replace(/(<wp:docPr id=")(\d+)"/g, (_, before, id) => `${before}${pictures(id)}"`)
}

/** Names of links, in each part that has any and in its list of them. */
function renameLinks(parts: Parts): void {
  for (const path of parts.keys()) {
    const [, folder = '', name = ''] = /^(.*)_rels\/([^/]+)\.rels$/.exec(path) ?? []
    if (!name) continue
    const links = counter()
    const rename = (xml: string) =>
      xml.replace(/((?: r:id| Id)=")(rId(?!\d+")[A-Za-z0-9_-]+)"/g, (_, before, id) => `${before}rIdLink${links(id)}"`)
    edit(parts, path, rename)
    edit(parts, folder + name, rename)
  }
}

const keyBytes = (key: string) => Buffer.from(key.replace(/[^0-9A-F]/gi, ''), 'hex').reverse()

/** Word hides the first 32 bytes of an embedded font under a key (ECMA-376 part 4, 9.1): another key, the same font. */
function withKey(font: Uint8Array, from: string, to: string): Uint8Array {
  const [before, after] = [keyBytes(from), keyBytes(to)]
  return font.map((byte, index) => (index < 32 ? byte ^ (before[index % 16] ?? 0) ^ (after[index % 16] ?? 0) : byte))
}

function renameFontKeys(parts: Parts): void {
  let index = 0
  edit(parts, 'word/fontTable.xml', (xml) =>
    xml.replace(/w:fontKey="\{([0-9A-F-]{36})\}"/gi, (_, key: string) => {
      index += 1
      const path = `word/fonts/font${index}.odttf`
      const fixed = `7A687430-0000-4000-8000-${String(index).padStart(12, '0')}`
      const font = parts.get(path)
      if (font) parts.set(path, withKey(font, key, fixed))
      return `w:fontKey="{${fixed}}"`
    }),
  )
}

/** The same Word file with nothing in it that differs from one writing to the next. */
export function reproducible(file: Uint8Array, date: Date): Uint8Array {
  const parts: Parts = new Map(Object.entries(unzipSync(file)))
  edit(parts, 'docProps/core.xml', (xml) => withDates(xml, date))
  edit(parts, 'word/document.xml', recount)
  renameLinks(parts)
  renameFontKeys(parts)
  const packed: Zippable = {}
  for (const [path, bytes] of parts) packed[path] = [bytes, { mtime: packedAt, level: 6 }]
  return zipSync(packed)
}
