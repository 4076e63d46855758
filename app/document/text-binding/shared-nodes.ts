import type { Mark, Node as DocumentNode, Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'

/** Of each shared element the editor's node that says it, as long as nothing in it has changed. */
export type KnownNodes = Map<Y.AbstractType<unknown>, DocumentNode | DocumentNode[]>

/** What an editor's node cannot be made of. */
class NotReadable extends Error {}

/**
 * The editor's nodes for what stands in a shared text. What is known is the same node as before: an editor draws nothing anew
 * for it. Undefined where something stands there that the binding itself has to put right first: what the editor does not
 * know is taken out, and two texts side by side become one.
 */
export function readNodes(parent: Y.XmlFragment, schema: Schema, known: KnownNodes): DocumentNode[] | undefined {
  try {
    return childrenOf(parent, schema, known)
  } catch (cause) {
    if (cause instanceof NotReadable) return undefined
    throw cause
  }
}

/** What a transaction changed is to be read anew, with all that it stands in. */
export function forgetChanged(known: KnownNodes, transaction: Y.Transaction): void {
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) known.delete(struct.content.type)
  })
  for (const types of [transaction.changed, transaction.changedParentTypes]) {
    for (const type of types.keys()) known.delete(type as Y.AbstractType<unknown>)
  }
}

/**
 * Takes the nodes that the editor has made of a change for those that were read, where they say the same: only then are
 * those that stay the same also the same objects at the next change.
 */
export function adoptNodes(parent: Y.XmlFragment, node: DocumentNode, known: KnownNodes): void {
  const elements = parent.toArray().filter((child) => child instanceof Y.XmlElement)
  const nodes = node.children.filter(({ isText }) => !isText)
  if (elements.length !== nodes.length) return
  for (const [index, element] of elements.entries()) {
    const made = nodes[index]
    const read = known.get(element as Y.AbstractType<unknown>)
    if (!made || made === read || Array.isArray(read) || !read?.eq(made)) continue
    known.set(element as Y.AbstractType<unknown>, made)
    adoptNodes(element, made, known)
  }
}

function childrenOf(parent: Y.XmlFragment, schema: Schema, known: KnownNodes): DocumentNode[] {
  const children = parent.toArray()
  return children.flatMap((child, index) => {
    if (child instanceof Y.XmlElement) return nodeOf(child, schema, known)
    if (!(child instanceof Y.XmlText) || isToBeJoined(children[index + 1])) throw new NotReadable()
    return textsOf(child, schema)
  })
}

function nodeOf(element: Y.XmlElement, schema: Schema, known: KnownNodes): DocumentNode {
  const found = known.get(element as Y.AbstractType<unknown>)
  if (found && !Array.isArray(found)) return found
  const content = childrenOf(element, schema, known)
  const made = readable(() => schema.node(element.nodeName, element.getAttributes(), content))
  known.set(element as Y.AbstractType<unknown>, made)
  return made
}

function textsOf(text: Y.XmlText, schema: Schema): DocumentNode[] {
  const parts = text.toDelta() as { insert: unknown; attributes?: Record<string, Record<string, unknown> | null> }[]
  return parts.map(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') throw new NotReadable()
    return readable(() => schema.text(insert, Object.entries(attributes).map((one) => markOf(one, schema))))
  })
}

/** Of a mark that may lie over another of its kind, the binding writes the name with a hash of what it says behind it. */
const hashedName = /^(.*)--[a-zA-Z0-9+/=]{8}$/

function markOf([name, says]: [string, Record<string, unknown> | null], schema: Schema): Mark {
  return schema.mark(hashedName.exec(name)?.[1] ?? name, says)
}

/** A text right behind another that this window has made. */
function isToBeJoined(next: unknown): boolean {
  return next instanceof Y.XmlText && next._item?.id.client === next.doc?.clientID
}

function readable<Made>(make: () => Made): Made {
  try {
    return make()
  } catch {
    throw new NotReadable()
  }
}
