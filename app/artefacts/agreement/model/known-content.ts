import * as Y from 'yjs'
import { bodyOf } from './document'

// The editor's binding deletes, for everybody, what its own schema does not know. A document that a newer program
// has written to must therefore never reach it.

const elementNames = new Set([
  'clause',
  'clauseTitle',
  'paragraph',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'clauseReference',
  'party',
  'annexReference',
  'footnote',
  'hardBreak',
])

const markNames = new Set(['bold', 'italic', 'link', 'definedTerm', 'insertion', 'deletion', 'formatting'])

/** Whether the whole body holds only what this program's editor knows. */
export function isKnown(root: Y.Map<unknown>): boolean {
  const body = bodyOf(root)
  return body === undefined || body.toArray().every(isKnownType)
}

/**
 * Calls back at the first change that brings in something unknown. To be called before the editor binds itself:
 * observers run in the order in which they came, and this one must have its say first.
 */
export function watchForUnknown(root: Y.Map<unknown>, onUnknown: () => void): () => void {
  const body = bodyOf(root)
  const look = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    if (!events.every(isKnownEvent)) onUnknown()
  }
  body?.observeDeep(look as Parameters<Y.XmlFragment['observeDeep']>[0])
  return () => body?.unobserveDeep(look as Parameters<Y.XmlFragment['observeDeep']>[0])
}

/** The same of one part that an editor of its own binds itself to. */
export function isKnownPart(part: Y.XmlFragment): boolean {
  return part.toArray().every(isKnownType)
}

function isKnownEvent(event: Y.YEvent<Y.AbstractType<unknown>>): boolean {
  if (event.target instanceof Y.XmlText) return isKnownText(event.target)
  for (const item of event.changes.added) {
    if (item.deleted) continue
    if (!(item.content instanceof Y.ContentType) || !isKnownType(item.content.type)) return false
  }
  return true
}

function isKnownType(shared: unknown): boolean {
  if (shared instanceof Y.XmlText) return isKnownText(shared)
  if (!(shared instanceof Y.XmlElement)) return false
  return elementNames.has(shared.nodeName) && shared.toArray().every(isKnownType)
}

function isKnownText(text: Y.XmlText): boolean {
  const insertions = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  return insertions.every(
    ({ insert, attributes = {} }) =>
      typeof insert === 'string' && Object.keys(attributes).every((mark) => markNames.has(mark)),
  )
}
