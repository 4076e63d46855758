import { gzipSync } from 'node:zlib'
import * as Y from 'yjs'
import type { AnyKind } from '../../app/artefacts/registry'
import type { ChangeResult, WorkshopChange } from '../../app/artefacts/workshop-face'
import { contentRoot, metaRoot } from '../../app/document/layout'
import type { PrivateNote } from '../../app/load-context'
import type { PassageAnchor, QuotedPassage } from '../../app/remarks/model/anchor'
import type { Remarks } from '../../app/remarks/model/content'
import { addThreads, readRemarks } from '../../app/remarks/model/document'
import { markShown, readNotes, removeNotes, stillAsRead } from '../../app/workshops/private-notes/notes'
import { changeOf, changeWithResult, openDocument } from './document-changes'
import { inspectUpdate, type Verdict } from './inspect-update'
import type { DocumentBytes } from './room-content'
import { covers, decodeStateVector } from './state-vector'

/** What needs to see a document's content, and so is done on a copy, away from the event loop. */
export interface ContentJobs {
  /** Base and log as one state, with what was deleted collected. */
  compact(job: { document: DocumentBytes }): { state: Uint8Array; stateVector: Uint8Array; deletions: Uint8Array }
  /** `outdated`: an older version of the kind wrote it, and `migrate` has something to do. */
  read(job: { document: DocumentBytes; kind: string }): { content: unknown; outdated: boolean }
  /** What stands at passages now; null for one that is gone. Of kinds with running text. */
  quotePassages(job: { document: DocumentBytes; kind: string; anchors: PassageAnchor[] }): Promise<{ quotes: (QuotedPassage | null)[] }>
  /** The exact state, gzip, with its content. */
  capture(job: { document: DocumentBytes; kind: string }): { state: Uint8Array; content: unknown }
  /** An update that fills an empty document. */
  seed(job: { kind: string; content: unknown }): { update: Uint8Array }
  /** An update that turns the document's content into this one; undefined when it is so already. */
  restore(job: { document: DocumentBytes; kind: string; content: unknown }): { update: Uint8Array | undefined }
  /** An update that brings the document to the kind's present version. */
  migrate(job: { document: DocumentBytes; kind: string }): { update: Uint8Array | undefined }
  /** What a browser's copy holds by itself, in the form that its kind accepts. */
  readCopy(job: { update: Uint8Array; kind: string }): { content: unknown }
  /** What the document would hold with the copy merged into it. */
  mergeCopy(job: { document: DocumentBytes; update: Uint8Array; kind: string }): { content: unknown }
  /** What private notes each of them holds. */
  readDrafts(job: { documents: DocumentBytes[] }): { drafts: PrivateNote[][] }
  /**
   * An update that marks notes as shown, or takes them out, where they are still as they were read; undefined where there
   * is nothing to do.
   */
  settleDraft(job: { document: DocumentBytes; read: PrivateNote[]; how: 'mark' | 'remove' }): { update: Uint8Array | undefined }
  readRemarks(job: { document: DocumentBytes }): { remarks: Remarks }
  /** An update that adds the threads which are not there; undefined where all are. */
  seedRemarks(job: { document: DocumentBytes; remarks: Remarks }): { update: Uint8Array | undefined }
  /** A workshop's own change. `update` is undefined where all was so already. */
  workshopChange(job: { document: DocumentBytes; kind: string; change: WorkshopChange }): Promise<{
    update: Uint8Array | undefined
    result: ChangeResult
  }>
  inspect(job: { update: Uint8Array; stateVector: Uint8Array }): Verdict
}

export type JobName = keyof ContentJobs
export type JobInput<Name extends JobName> = Parameters<ContentJobs[Name]>[0]
export type JobResult<Name extends JobName> = Awaited<ReturnType<ContentJobs[Name]>>

export type CarryOut = <Name extends JobName>(name: Name, input: JobInput<Name>) => Promise<JobResult<Name>>

/** The jobs over a list of kinds. @throws on kinds that are not on it. */
export function contentJobs(loadKind: (id: string) => Promise<AnyKind>): CarryOut {
  const kinds = new Map<string, AnyKind>()
  const byName = jobs(kinds)
  return async (name, input) => {
    if ('kind' in input && !kinds.has(input.kind)) kinds.set(input.kind, await loadKind(input.kind))
    // One name's input goes to that name's job: more than the compiler can follow through the list.
    return (await byName[name](input as never)) as never
  }
}

function jobs(kinds: ReadonlyMap<string, AnyKind>): ContentJobs {
  const known = (id: string): AnyKind => {
    const kind = kinds.get(id)
    if (!kind) throw new Error(`No kind is called ${id}`)
    return kind
  }
  return {
    compact: ({ document }) => compact(document),
    read: ({ document, kind }) => read(openDocument(document), known(kind)),
    quotePassages: async ({ document, kind, anchors }) => {
      const quote = await known(kind).loadPassages?.()
      return { quotes: quote?.(contentRoot(openDocument(document)), anchors) ?? anchors.map(() => null) }
    },
    capture: ({ document, kind }) => {
      const doc = openDocument(document)
      const state = gzipSync(Y.encodeStateAsUpdate(doc))
      return { state, content: read(doc, known(kind)).content }
    },
    seed: ({ kind: id, content }) => {
      const kind = known(id)
      const checked = kind.content.parse(content)
      const update = changeOf(new Y.Doc(), (doc) => {
        stamp(doc, kind)
        kind.seed(contentRoot(doc), checked)
      })
      if (!update) throw new Error(`Nothing was seeded for ${id}`)
      return { update }
    },
    restore: ({ document, kind: id, content }) => {
      const kind = known(id)
      const checked = kind.content.parse(content)
      return { update: changeOf(openDocument(document), (doc) => kind.restore(contentRoot(doc), checked)) }
    },
    migrate: ({ document, kind: id }) => {
      const kind = known(id)
      return { update: changeOf(openDocument(document), (doc) => migrate(doc, kind)) }
    },
    readCopy: ({ update, kind }) => readMerged({ updates: [update] }, known(kind)),
    mergeCopy: ({ document, update, kind }) =>
      readMerged({ ...document, updates: [...document.updates, update] }, known(kind)),
    readDrafts: ({ documents }) => ({
      drafts: documents.map((document) => [...readNotes(contentRoot(openDocument(document))).notes]),
    }),
    settleDraft: ({ document, read, how }) => {
      const settle = how === 'mark' ? markShown : removeNotes
      const change = (root: Y.Map<unknown>) => settle(root, stillAsRead(root, read))
      return { update: changeOf(openDocument(document), (doc) => change(contentRoot(doc))) }
    },
    readRemarks: ({ document }) => ({ remarks: readRemarks(contentRoot(openDocument(document))) }),
    seedRemarks: ({ document, remarks }) => ({
      update: changeOf(openDocument(document), (doc) => addThreads(contentRoot(doc), remarks)),
    }),
    workshopChange: async ({ document, kind, change }) => {
      const face = await known(kind).loadWorkshopFace()
      return changeWithResult(openDocument(document), (doc) => face.change(contentRoot(doc), change))
    },
    inspect: ({ update, stateVector }) => inspectUpdate(update, decodeStateVector(stateVector)),
  }
}

/** SPEC R24: what comes out must hold all that went in, or nothing is replaced. */
function compact(document: DocumentBytes): JobResult<'compact'> {
  const doc = openDocument(document)
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('The log has a gap')
  const expected = document.base ? decodeStateVector(document.base.stateVector) : new Map<number, number>()
  for (const update of document.updates) {
    for (const [client, clock] of Y.parseUpdateMeta(update).to) {
      expected.set(client, Math.max(clock, expected.get(client) ?? 0))
    }
  }
  const stateVector = Y.encodeStateVector(doc)
  if (!covers(decodeStateVector(stateVector), expected)) throw new Error('The compacted state lacks updates')
  return { state: Y.encodeStateAsUpdate(doc), stateVector, deletions: deletionsOf(doc) }
}

/** An update against everything there is has no structs: a zero, and then all deletions. */
function deletionsOf(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)).subarray(1)
}

function read(doc: Y.Doc, kind: AnyKind): JobResult<'read'> {
  const outdated = versionOf(doc) < kind.version
  if (outdated) doc.transact(() => migrate(doc, kind))
  return { content: kind.read(contentRoot(doc)), outdated }
}

function readMerged(document: DocumentBytes, kind: AnyKind): { content: unknown } {
  return { content: kind.content.parse(read(openDocument(document), kind).content) }
}

function stamp(doc: Y.Doc, kind: AnyKind): void {
  metaRoot(doc).set('kind', kind.id)
  metaRoot(doc).set('version', kind.version)
}

function versionOf(doc: Y.Doc): number {
  const version = metaRoot(doc).get('version')
  return typeof version === 'number' ? version : 0
}

function migrate(doc: Y.Doc, kind: AnyKind): void {
  const from = versionOf(doc)
  for (const migration of kind.migrations) if (migration.to > from) migration.document(contentRoot(doc))
  stamp(doc, kind)
}
