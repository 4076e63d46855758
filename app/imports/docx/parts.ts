import { ImportRefused } from './refusal'
import { Package } from './unpack'
import { child, elementsOf, readXml, type Node } from './xml'

export interface Relationship {
  type: string
  target: string
  external: boolean
}

/** What is read of a Word file. */
export interface Parts {
  body: Node
  styles: Node | undefined
  numbering: Node | undefined
  footnotes: Node | undefined
  endnotes: Node | undefined
  comments: Node | undefined
  commentsExtended: Node | undefined
  relationships: ReadonlyMap<string, Relationship>
  /** As the file's properties have it. */
  title: string
  has: { macros: boolean; embedded: number; external: number; headers: number }
}

/**
 * Reads the parts that count, and what else is there only by its name. Nothing that a part refers to outside of the
 * file is looked at.
 * @throws ImportRefused
 */
export function readParts(bytes: Uint8Array): Parts {
  const file = new Package(bytes)
  const main = mainPart(file)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const links = relationshipsOf(file, main)
  const part = (type: string): Node | undefined => {
    const found = [...links.values()].find((link) => link.type === type && !link.external)
    const xml = found && file.read(pathOf(folder, found.target))
    return xml === undefined ? undefined : elementsOf(readXml(xml))[0]
  }
  const body = child(child(readXml(file.read(main) ?? ''), 'w:document'), 'w:body')
  if (!body) throw new ImportRefused('damaged')
  const settings = relationshipsOf(file, `${folder}settings.xml`)
  return {
    body,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
    commentsExtended: part('commentsExtended'),
    relationships: links,
    title: titleIn(file),
    has: {
      macros: file.names.some((name) => /vbaproject/i.test(name)),
      embedded: [...links.values()].filter(({ type }) => ['oleObject', 'package', 'aFChunk', 'control'].includes(type)).length,
      external: [...links.values(), ...settings.values()].filter(({ type, external }) => external && type !== 'hyperlink').length,
      headers: headersWithWords(file, folder, links),
    },
  }
}

function mainPart(file: Package): string {
  const [first] = [...relationshipsOf(file, '').values()].filter(({ type, external }) => type === 'officeDocument' && !external)
  const main = pathOf('', first?.target ?? 'word/document.xml')
  const types = file.read('[Content_Types].xml')
  if (types === undefined || !file.names.includes(main)) throw new ImportRefused('not-word')
  const said = elementsOf(elementsOf(readXml(types))[0]).find(({ attributes }) => attributes['PartName'] === `/${main}`)
  if (said && !/wordprocessingml|ms-word/.test(said.attributes['ContentType'] ?? '')) throw new ImportRefused('not-word')
  return main
}

function relationshipsOf(file: Package, of: string): Map<string, Relationship> {
  const at = of.lastIndexOf('/') + 1
  const xml = file.read(`${of.slice(0, at)}_rels/${of.slice(at)}.rels`)
  const links = xml === undefined ? [] : elementsOf(elementsOf(readXml(xml))[0])
  return new Map(
    links.map(({ attributes }) => [
      attributes['Id'] ?? '',
      {
        type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
        target: attributes['Target'] ?? '',
        external: attributes['TargetMode'] === 'External',
      },
    ]),
  )
}

function pathOf(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : folder + target
}

function titleIn(file: Package): string {
  const xml = file.read('docProps/core.xml')
  const title = xml === undefined ? undefined : child(elementsOf(readXml(xml))[0], 'dc:title')
  return title?.children.filter((one) => typeof one === 'string').join('').trim() ?? ''
}

/** How many headers and footers say something of their own. */
function headersWithWords(file: Package, folder: string, links: ReadonlyMap<string, Relationship>): number {
  const parts = [...links.values()].filter(({ type, external }) => (type === 'header' || type === 'footer') && !external)
  return parts.filter(({ target }) => /<w:t[ >][^<]*\S/.test(file.read(pathOf(folder, target)) ?? '')).length
}
