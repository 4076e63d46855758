import * as Y from 'yjs'
import { placeClauses } from '../../../../app/artefacts/agreement/model/clauses'
import type { Agreement } from '../../../../app/artefacts/agreement/model/content'
import { bodyOf, readAgreement, seedAgreement } from '../../../../app/artefacts/agreement/model/document'
import { contentRoot } from '../../../../app/document/layout'

/** The root of a document of its own that holds an agreement. */
export function shared(content: Agreement): Y.Map<unknown> {
  const doc = new Y.Doc()
  const root = contentRoot(doc)
  doc.transact(() => seedAgreement(root, content))
  return root
}

/** Another person's copy. */
export function copyOf(root: Y.Map<unknown>): Y.Map<unknown> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(docOf(root)))
  return contentRoot(doc)
}

/** Both learn what the other did. */
export function exchange(one: Y.Map<unknown>, other: Y.Map<unknown>): void {
  const news = [one, other].map((root) => Y.encodeStateAsUpdate(docOf(root)))
  for (const root of [one, other]) for (const update of news) Y.applyUpdate(docOf(root), update)
}

export function docOf(root: Y.Map<unknown>): Y.Doc {
  if (!root.doc) throw new Error('The root belongs to no document')
  return root.doc
}

export function outlineOf(root: Y.Map<unknown>): string[] {
  return placeClauses(readAgreement(root)).map(({ number, title }) => `${number} ${title}`.trim())
}

/** The shared text in which `words` stand, wherever that is. */
export function textWith(root: Y.Map<unknown>, words: string): Y.XmlText {
  const find = (parent: Y.XmlFragment): Y.XmlText | undefined => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText && plain(child).includes(words)) return child
      const found = child instanceof Y.XmlElement ? find(child) : undefined
      if (found) return found
    }
    return undefined
  }
  const body = bodyOf(root)
  const found = body && find(body)
  if (!found) throw new Error(`Nothing says "${words}"`)
  return found
}

export function plain(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[]).map(({ insert }) => String(insert)).join('')
}
