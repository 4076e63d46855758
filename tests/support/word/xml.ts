import { SaxesParser } from 'saxes'

export interface XmlNode {
  name: string
  attributes: Record<string, string>
  children: (XmlNode | string)[]
}

/** A part of a Word file as a tree. Throws where it is not well-formed. */
export function readXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: XmlNode = { name, attributes, children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => open.at(-1)?.children.push(text))
  parser.write(xml).close()
  return root
}

export const nodesOf = (node: XmlNode): XmlNode[] => node.children.filter((child) => typeof child !== 'string')

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node && nodesOf(node).find((child) => child.name === name)

/** Every element of that name, wherever it stands. */
export const allOf = (node: XmlNode, name: string): XmlNode[] =>
  nodesOf(node).flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)])
