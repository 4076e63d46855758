import type * as Y from 'yjs'

/**
 * The root types of an artefact's document. The server refuses an update that makes any other,
 * or that uses one of these as anything but a map (server/sync/SPEC.md).
 */
export const rootTypes = ['content', 'meta'] as const

/** What the artefact holds; its kind alone knows its form. */
export function contentRoot(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('content')
}

/** Which kind and version wrote the content: { kind: string, version: number }. */
export function metaRoot(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('meta')
}
