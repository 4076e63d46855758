import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { ArtefactKind } from '../../app/artefacts/kind'
import { contentRoot } from '../../app/document/layout'
import { createMemory } from '../../app/document/memory'
import type { ArtefactSession, Person, RoomRight, SessionState } from '../../app/sync/session'

interface LocalSessionOptions<Content> {
  kind: Pick<ArtefactKind<Content>, 'read' | 'seed'>
  /** What the document starts with. A session that will be linked to another starts without. */
  content?: Content
  right?: RoomRight
  /** Who this is, for the others it is linked to. */
  person?: Partial<Pick<Person, 'name' | 'organisation' | 'organisationType' | 'colour' | 'leads'>>
  /** Edits of one kind of work within this time (ms) are undone as one step; 0 keeps every change apart. */
  stepTime?: number
}

/** A session over a document of its own, with no network, and what a test wants to steer. */
export interface LocalSession<Content> extends ArtefactSession<Content> {
  doc: Y.Doc
  awareness: Awareness
  setRight(right: RoomRight): void
  setState(state: SessionState): void
}

const seeding = Symbol('seeding')
const ownEdit = Symbol('own edit')
const relayed = Symbol('relayed')

export function createLocalSession<Content>(options: LocalSessionOptions<Content>): LocalSession<Content> {
  const doc = new Y.Doc()
  const root = contentRoot(doc)
  const { kind, content: start } = options
  if (start !== undefined) doc.transact(() => kind.seed(root, start), seeding)
  const memory = createMemory(root)
  const undoManager = new Y.UndoManager(root, {
    trackedOrigins: new Set([ownEdit]),
    captureTimeout: options.stepTime ?? 500,
  })
  const awareness = new Awareness(doc)
  awareness.setLocalState({ person: options.person ?? {}, place: undefined })

  const contentListeners = new Set<() => void>()
  const statusListeners = new Set<() => void>()
  const tell = (listeners: Set<() => void>) => [...listeners].forEach((listener) => listener())
  let right: RoomRight = options.right ?? 'edit'
  let state: SessionState = { kind: 'saved' }
  let content = kind.read(root, memory.remember)
  const initial = content

  root.observeDeep(() => {
    content = kind.read(root, memory.remember)
    tell(contentListeners)
  })
  undoManager.on('stack-item-added', () => tell(statusListeners))
  undoManager.on('stack-item-popped', () => tell(statusListeners))
  awareness.on('change', () => tell(statusListeners))

  return {
    artefactId: 'local',
    doc,
    awareness,
    content: () => content,
    initialContent: () => initial,
    onContent: listenIn(contentListeners),
    change: (operation) => (right === 'edit' ? doc.transact(() => operation(root), ownEdit) : undefined),
    endStep: () => undoManager.stopCapturing(),
    undo: () => void undoManager.undo(),
    redo: () => void undoManager.redo(),
    canUndo: () => undoManager.canUndo(),
    canRedo: () => undoManager.canRedo(),
    right: () => right,
    state: () => state,
    onStatus: listenIn(statusListeners),
    pageChanges: () => 0,
    people: () => others(awareness),
    showPlace: (place) => awareness.setLocalStateField('place', place),
    live: () => ({ root, awareness, undoManager }),
    setRight: (next) => {
      right = next
      tell(statusListeners)
    },
    setState: (next) => {
      state = next
      tell(statusListeners)
    },
    close: () => {
      removeAwarenessStates(awareness, [doc.clientID], 'closed')
      awareness.destroy()
      undoManager.destroy()
      memory.close()
      doc.destroy()
    },
  }
}

/** Brings two sessions together and keeps them so: edits and places go both ways at once. Answers how to part them. */
export function linkSessions<Content>(one: LocalSession<Content>, other: LocalSession<Content>): () => void {
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)), relayed)
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(one.doc)), relayed)
  const partings = [relay(one, other), relay(other, one)]
  return () => partings.forEach((part) => part())
}

function relay<Content>(from: LocalSession<Content>, to: LocalSession<Content>): () => void {
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin !== relayed) Y.applyUpdate(to.doc, update, relayed)
  }
  const onPlace = (changes: { added: number[]; updated: number[]; removed: number[] }, origin: unknown) => {
    if (origin === relayed) return
    const ids = [...changes.added, ...changes.updated, ...changes.removed]
    applyAwarenessUpdate(to.awareness, encodeAwarenessUpdate(from.awareness, ids), relayed)
  }
  from.doc.on('update', onUpdate)
  from.awareness.on('update', onPlace)
  applyAwarenessUpdate(to.awareness, encodeAwarenessUpdate(from.awareness, [from.doc.clientID]), relayed)
  return () => {
    from.doc.off('update', onUpdate)
    from.awareness.off('update', onPlace)
  }
}

function others(awareness: Awareness): Person[] {
  const people: Person[] = []
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID) continue
    const given = state['person'] as Partial<Person>
    people.push({
      clientId,
      name: given.name ?? `Osallistuja ${clientId}`,
      organisation: given.organisation ?? '',
      organisationType: given.organisationType ?? 'municipality',
      colour: given.colour ?? '#1d569f',
      leads: given.leads ?? false,
      place: state['place'],
    })
  }
  return people
}

function listenIn(listeners: Set<() => void>) {
  return (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
}
