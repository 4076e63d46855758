import { SaxesParser, type SaxesTagNS } from 'saxes'
import { ImportRefused } from './refusal'

/** An element, its name and its attributes' names with the usual prefix of their namespace, whatever the file calls it. */
export interface Node {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (Node | string)[]
}

const deepest = 256
const mostNodes = 2_000_000

/** Strict files (ISO/IEC 29500 part 1) have other addresses for the same. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://purl.org/dc/elements/1.1/': 'dc',
}

function prefixed(uri: string, local: string): string {
  const prefix = prefixes[uri]
  if (prefix === undefined) return uri === '' ? local : `?:${local}`
  return prefix === '' ? local : `${prefix}:${local}`
}

/**
 * A part as a tree. No entities but XML's own, no document type, nothing from elsewhere; bounded.
 * @throws ImportRefused `damaged`, `too-large`
 */
export function readXml(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [] }
  const open: Node[] = [root]
  let count = 0
  const parser = new SaxesParser({ xmlns: true })
  const damaged = () => {
    throw new ImportRefused('damaged')
  }
  parser.on('error', damaged)
  // A Word file has none: it is there to define entities, or to fetch something.
  parser.on('doctype', damaged)
  parser.on('opentag', (tag: SaxesTagNS) => {
    count += 1
    if (count > mostNodes) throw new ImportRefused('too-large')
    if (open.length > deepest) damaged()
    const attributes: Record<string, string> = {}
    for (const { uri, local, value } of Object.values(tag.attributes)) attributes[prefixed(uri, local)] = value
    const node: Node = { name: prefixed(tag.uri, tag.local), attributes, children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => open.pop())
  const text = (words: string) => open.at(-1)?.children.push(words)
  parser.on('text', text)
  parser.on('cdata', text)
  try {
    parser.write(xml).close()
  } catch (error) {
    throw error instanceof ImportRefused ? error : new ImportRefused('damaged')
  }
  return root
}

export const elementsOf = (node: Node | undefined): Node[] => node?.children.filter((child) => typeof child !== 'string') ?? []

export const child = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find((one): one is Node => typeof one !== 'string' && one.name === name)

/** Word's `w:val` of a child: undefined where the child or its value is not there. */
export const valueOf = (node: Node | undefined, name: string): string | undefined => child(node, name)?.attributes['w:val']

/** Word's switches: `<w:b/>` is on, `<w:b w:val="0"/>` off; undefined where it says nothing. */
export function switchOf(node: Node | undefined, name: string): boolean | undefined {
  const found = child(node, name)
  if (!found) return undefined
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? 'true')
}

/** Whether an element of that name stands anywhere in it. */
export function holds(node: Node, name: string): boolean {
  return elementsOf(node).some((one) => one.name === name || holds(one, name))
}

export const textIn = (node: Node): string => node.children.filter((one) => typeof one === 'string').join('')
