import * as Y from 'yjs'
import { commonPairs } from './common-rows'
import {
  attributesOf,
  deltaOf,
  insertionsOf,
  isTexts,
  looseOf,
  makeShared,
  partsOf,
  valueKey,
  type Attribute,
  type Element,
  type Part,
  type PlainNode,
} from './elements'
import type { LooseNode } from './loose'
import { restoreText, textKey } from './restore-text'

/**
 * Makes the children of a shared parent say `content`. Children that say the right thing stay untouched, clauses are
 * known by their ids, and what is alike is changed from within, so that what others write meanwhile is kept.
 */
export function restoreRow(parent: Y.XmlFragment, content: readonly PlainNode[]): void {
  const wanted = partsOf(content)
  const present = parent.toArray()
  const pairs = pairUp(present.map(presentKeys), wanted.map(wantedKeys))
  let at = 0
  let next = 0
  // In a row, and not one by one: Yjs would go over those that are gone anew for each of them.
  let gone = 0
  const takeAway = () => {
    if (gone > 0) parent.delete(at, gone)
    gone = 0
  }
  for (const [index, child] of present.entries()) {
    const pair = pairs.get(index)
    const part = pair === undefined ? undefined : wanted[pair]
    if (pair === undefined || part === undefined) {
      gone += 1
      continue
    }
    takeAway()
    at += insertParts(parent, at, wanted.slice(next, pair)) + 1
    next = pair + 1
    restoreChild(child, part)
  }
  takeAway()
  insertParts(parent, at, wanted.slice(next))
}

/** Whether the children of a shared parent already say `content`, to the letter. */
export function saysExactly(parent: Y.XmlFragment, content: readonly PlainNode[]): boolean {
  const present = parent.toArray().flatMap((child) => looseOf(child))
  return JSON.stringify(present.map(nodeShape)) === JSON.stringify(content.map(nodeShape))
}

function insertParts(parent: Y.XmlFragment, at: number, parts: readonly Part[]): number {
  if (parts.length > 0) parent.insert(at, parts.map(makeShared))
  return parts.length
}

function restoreChild(child: unknown, part: Part): void {
  if (isTexts(part)) {
    if (child instanceof Y.XmlText) restoreText(child, part)
    return
  }
  if (!(child instanceof Y.XmlElement)) return
  const element = child as Element
  const attributes = attributesOf(part)
  for (const name of Object.keys(element.getAttributes())) {
    if (attributes[name] === undefined) element.removeAttribute(name)
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (!isSame(element.getAttribute(name), value)) element.setAttribute(name, value)
  }
  restoreRow(element, part.content ?? [])
}

function isSame(before: Attribute | undefined, after: Attribute): boolean {
  return before === after || (typeof after === 'object' && valueKey(before) === valueKey(after))
}

/** By what a child is known: exactly, and roughly. */
interface Keys {
  exact: string
  alike: string
}

function wantedKeys(part: Part): Keys {
  if (isTexts(part)) return { exact: textKey(deltaOf(part)), alike: 'text' }
  if (part.type === 'clause') return clauseKeys(part.attrs?.['id'])
  return { exact: nodeKey(part), alike: part.type }
}

function presentKeys(child: unknown): Keys {
  if (child instanceof Y.XmlText) return { exact: textKey(insertionsOf(child)), alike: 'text' }
  const [node] = looseOf(child)
  if (!node) return { exact: 'unknown', alike: 'unknown' }
  if (node.type === 'clause') return clauseKeys(node.attrs['id'])
  return { exact: nodeKey(node), alike: node.type }
}

/** A clause is itself by its id alone: two clauses are never alike. */
const clauseKeys = (id: unknown): Keys => ({ exact: `clause ${String(id)}`, alike: `clause ${String(id)}` })

const nodeKey = (node: PlainNode | LooseNode): string => JSON.stringify(nodeShape(node))

function nodeShape(node: PlainNode | LooseNode): unknown {
  if (node.type === 'text') {
    const marks = (node.marks ?? []).map(({ type, attrs }) => [type, { ...attrs }])
    return textKey([{ insert: node.text, attributes: Object.fromEntries(marks) as Record<string, unknown> }])
  }
  return [node.type, valueKey(attributesOf(node)), ...(node.content ?? []).map(nodeShape)]
}

/** Which present child becomes which wanted one: what is exact in its order, then what is alike between. */
function pairUp(present: readonly Keys[], wanted: readonly Keys[]): Map<number, number> {
  const exact = commonPairs(
    present.map((keys) => keys.exact),
    wanted.map((keys) => keys.exact),
  )
  const pairs = new Map<number, number>()
  let from = 0
  let to = 0
  for (const [one, other] of [...exact, [present.length, wanted.length] as const]) {
    for (let index = from, candidate = to; index < one; index += 1) {
      const found = wanted.findIndex(
        (keys, at) => at >= candidate && at < other && keys.alike === present[index]?.alike,
      )
      if (found < 0) continue
      pairs.set(index, found)
      candidate = found + 1
    }
    if (one < present.length) pairs.set(one, other)
    from = one + 1
    to = other + 1
  }
  return pairs
}
