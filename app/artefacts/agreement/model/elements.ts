import * as Y from 'yjs'
import { deepestNesting, looseText, type LooseMark, type LooseNode } from './loose'

/** What an element may carry here; ProseMirror's binding writes numbers as numbers, a suggestion as its plain record. */
export type Attribute = string | number | Readonly<Record<string, string | number | null>>

type Attributes = Record<string, Attribute>

export type Element = Y.XmlElement<Attributes>

/** A node of ProseMirror's JSON, as far as writing it needs to know. */
export interface PlainNode {
  type: string
  attrs?: Readonly<Record<string, Attribute | undefined>>
  text?: string
  marks?: readonly { type: string; attrs?: Readonly<Record<string, string | number>> }[]
  content?: readonly PlainNode[]
}

/** A row of texts side by side is one shared text; every other node an element. The binding of the editor does the same. */
export type Part = PlainNode | readonly PlainNode[]

/** Groups a node's content as the shared document holds it. */
export function partsOf(content: readonly PlainNode[] = []): Part[] {
  const parts: Part[] = []
  let texts: PlainNode[] = []
  const endTexts = () => {
    if (texts.length > 0) parts.push(texts)
    texts = []
  }
  for (const node of content) {
    if (node.type === 'text') texts.push(node)
    else {
      endTexts()
      parts.push(node)
    }
  }
  endTexts()
  return parts
}

/** A new shared type for what is to stand in the document. */
export function makeShared(part: Part): Y.XmlElement | Y.XmlText {
  if (isTexts(part)) {
    const text = new Y.XmlText()
    text.applyDelta(deltaOf(part))
    return text
  }
  const element: Element = new Y.XmlElement(part.type)
  for (const [name, value] of Object.entries(attributesOf(part))) element.setAttribute(name, value)
  element.insert(0, partsOf(part.content).map(makeShared))
  // Yjs types children as elements of text attributes alone, though it keeps any plain value.
  return element as unknown as Y.XmlElement
}

export function isTexts(part: Part): part is readonly PlainNode[] {
  return Array.isArray(part)
}

/** As the editor would write them: a cell always says what it spans. */
export function attributesOf(node: { type: string; attrs?: Record<string, unknown> }): Attributes {
  const isCell = node.type === 'tableCell' || node.type === 'tableHeader'
  const attributes: Attributes = isCell ? { colspan: 1, rowspan: 1 } : {}
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    if (typeof value === 'string' || typeof value === 'number' || isRecord(value)) attributes[name] = value
  }
  return attributes
}

/** The same for values that say the same, whatever the order of their names. Never throws: foreign programs write anything. */
export function valueKey(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => {
      if (typeof part === 'bigint') return `${part}n`
      if (!isRecord(part)) return part
      return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
    }) ?? ''
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, string | number | null>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The form in which a shared text keeps marks: `{ bold: {} }`, `{ link: { href } }`. */
export function deltaOf(
  texts: readonly PlainNode[],
): { insert: string; attributes: Record<string, object> }[] {
  return texts.map(({ text = '', marks = [] }) => ({
    insert: text,
    attributes: Object.fromEntries(marks.map(({ type, attrs }) => [type, { ...attrs }])),
  }))
}

/** What a shared type holds, whatever wrote it. Reads only. */
export function looseOf(shared: unknown, depth = 0): LooseNode[] {
  if (depth > deepestNesting) return []
  if (shared instanceof Y.XmlText) return looseTexts(shared)
  if (!(shared instanceof Y.XmlElement)) return []
  const element = shared as Element
  return [
    {
      type: element.nodeName,
      attrs: element.getAttributes(),
      text: '',
      marks: [],
      content: element.toArray().flatMap((child) => looseOf(child, depth + 1)),
    },
  ]
}

export interface Insertion {
  insert?: unknown
  attributes?: Record<string, unknown>
}

function looseTexts(text: Y.XmlText): LooseNode[] {
  return insertionsOf(text).flatMap(({ insert, attributes }) =>
    typeof insert === 'string' ? [looseText(insert, marksOf(attributes ?? {}))] : [],
  )
}

/** What a shared text holds: its words with their marks, and whatever else a foreign program put into it. */
export function insertionsOf(text: Y.XmlText): Insertion[] {
  return text.toDelta() as Insertion[]
}

function marksOf(attributes: Record<string, unknown>): LooseMark[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (value === null || value === false) return []
    const attrs = typeof value === 'object' ? { ...value } : {}
    return [{ type: name, attrs: attrs as Record<string, unknown> }]
  })
}
