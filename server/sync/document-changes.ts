import * as Y from 'yjs'
import '../../app/document/deep-types'
import type { DocumentBytes } from './room-content'

/** In a worker only: SPEC R1. */
export function openDocument({ base, updates }: DocumentBytes): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  doc.transact(() => {
    if (base) Y.applyUpdate(doc, base.state)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

/** What `change` did, as one update. */
export function changeOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array | undefined {
  return changeWithResult(doc, change).update
}

export function changeWithResult<Result>(
  doc: Y.Doc,
  change: (doc: Y.Doc) => Result,
): { update: Uint8Array | undefined; result: Result } {
  const updates: Uint8Array[] = []
  const listen = (update: Uint8Array) => void updates.push(update)
  doc.on('update', listen)
  const result = doc.transact(() => change(doc))
  doc.off('update', listen)
  return { update: updates.length > 0 ? Y.mergeUpdates(updates) : undefined, result }
}
