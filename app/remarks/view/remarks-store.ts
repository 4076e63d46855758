import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import type { Anchor, Mention, RemarkAuthor, Thread } from '../model/content'
import { countOpen, layers, type Layer, type ListedThread, type RemarkItem } from '../model/thread-list'
import type { OpenRemarks } from '../use-remarks'

/** A passage as a view has found it in its text. */
export type PassageAnchor = Extract<Anchor, { on: 'passage' }>

/** What a kind's view tells of its things, so that threads can be sorted, found and shown. */
export interface RemarkPlaces {
  /** In reading order, as they are now. */
  items(): readonly RemarkItem[]
  onItems(listener: () => void): () => void
  /** Brings into sight, with the focus, what a thread is about. */
  show(anchor: Anchor, threadId: string): void
  /** The words that are selected, for a thread whose passage was deleted; undefined where none are. In kinds with running text. */
  anchorOfSelection?(): PassageAnchor | undefined
}

/** What a view has found of the passages in its text: of a thread, the item in which it stands. Without those that are gone. */
export type FoundPassages = ReadonlyMap<string, string>

/** A thread that is about to be begun. */
export interface Draft {
  anchor: Anchor
}

export interface RemarksState {
  rooms: Partial<Record<Layer, OpenRemarks>>
  threads: readonly ListedThread[]
  places: RemarkPlaces | undefined
  /** Undefined as long as nobody has looked for them: then all are taken to be there. */
  passages: FoundPassages | undefined
  draft: Draft | undefined
  /** The thread that is chosen in the list: its passage stands out. */
  chosen: string | undefined
}

export interface RemarksReader {
  /** May take anybody's remark away. */
  leads: boolean
  participantKey: string
  by: RemarkAuthor
  /** Whose internal threads they see; null for guests, and for whoever speaks for nobody. */
  organisation: { id: string; name: string } | null
  mentionable: readonly Mention[]
}

/** What is said about an open artefact, for the panel and for the view: one object as long as the page is open. */
export interface RemarksStore {
  reader: RemarksReader
  state(): RemarksState
  onState(listener: () => void): () => void
  setRoom(layer: Layer, room: OpenRemarks | undefined): void
  setPlaces(places: RemarkPlaces | undefined): void
  setPassages(passages: FoundPassages | undefined): void
  /** Begins a thread: the panel opens with an empty field. */
  begin(anchor: Anchor): void
  endDraft(): void
  choose(threadId: string | undefined): void
  /** How many open threads are about an item, by layer. The same object as long as that is so. */
  countOf(item: string): ItemCount
  /** The same map as long as no count has changed. */
  countsByItem(): ReadonlyMap<string, ItemCount>
  openCount(): number
  /** The words of an unsent remark, kept while its field is closed. */
  unsent: Map<string, string>
}

export interface ItemCount {
  shared: number
  internal: number
}

const none: ItemCount = { shared: 0, internal: 0 }

interface StoreOptions {
  reader: RemarksReader
  /** Opens the panel at the field of a new thread. */
  onBegin(): void
}

export function createRemarksStore({ reader, onBegin }: StoreOptions): RemarksStore {
  let state: RemarksState = {
    ...{ rooms: {}, threads: [], places: undefined, passages: undefined, draft: undefined, chosen: undefined },
  }
  let counts = countOpen([])
  const listeners = new Set<() => void>()
  const set = (change: Partial<RemarksState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const count = (threads: readonly ListedThread[], passages: FoundPassages | undefined) => {
    const before = counts.byItem
    counts = countOpen(threads, { itemOf: (id) => passages?.get(id) })
    let isSame = before.size === counts.byItem.size
    for (const [item, now] of counts.byItem) {
      const known = before.get(item)
      if (known?.shared === now.shared && known.internal === now.internal) counts.byItem.set(item, known)
      else isSame = false
    }
    if (isSame) counts = { ...counts, byItem: before }
  }
  return {
    reader,
    state: () => state,
    onState: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    setRoom: (layer, room) => {
      const rooms = { ...state.rooms }
      if (room) rooms[layer] = room
      else delete rooms[layer]
      const isSame = state.rooms[layer]?.threads === room?.threads
      const threads = isSame ? state.threads : threadsOf(rooms)
      if (!isSame) count(threads, state.passages)
      set({ rooms, threads })
    },
    setPlaces: (places) => set({ places }),
    setPassages: (passages) => {
      count(state.threads, passages)
      set({ passages })
    },
    begin: (anchor) => {
      set({ draft: { anchor }, chosen: undefined })
      onBegin()
    },
    endDraft: () => set({ draft: undefined }),
    choose: (chosen) => {
      if (chosen !== state.chosen) set({ chosen })
    },
    countOf: (item) => counts.byItem.get(item) ?? none,
    countsByItem: () => counts.byItem,
    openCount: () => counts.all,
    unsent: new Map(),
  }
}

function threadsOf(rooms: RemarksState['rooms']): ListedThread[] {
  return layers.flatMap((layer) => (rooms[layer]?.threads ?? []).map((thread) => listedAs(layer, thread)))
}

// A thread that has not changed is the same object at each reading, and so it is in the list.
const listed = new WeakMap<Thread, ListedThread>()

function listedAs(layer: Layer, thread: Thread): ListedThread {
  const known = listed.get(thread)
  if (known) return known
  const made = { layer, thread }
  listed.set(thread, made)
  return made
}

export const RemarksContext = createContext<RemarksStore | null>(null)

/** Undefined where an artefact is shown without its page, and where nobody may see what is said. */
export function useRemarksStore(): RemarksStore | undefined {
  return useContext(RemarksContext) ?? undefined
}

export function useRemarksState(store: RemarksStore): RemarksState {
  return useSyncExternalStore(store.onState, store.state, store.state)
}

/** How many open threads are about an item: for the small mark on it. */
export function useItemCount(item: string): ItemCount {
  const store = useRemarksStore()
  return useSyncExternalStore(
    store?.onState ?? never,
    () => store?.countOf(item) ?? none,
    () => none,
  )
}

/** Tells the panel where the view's things stand, for as long as the component is there. Give it the same object until that changes. */
export function useRemarkPlaces(places: RemarkPlaces): void {
  const store = useRemarksStore()
  useEffect(() => store?.setPlaces(places), [store, places])
  useEffect(() => () => store?.setPlaces(undefined), [store])
}

/** Whether one may say something here now, to anybody. */
export function useMayRemark(): boolean {
  const store = useRemarksStore()
  return useSyncExternalStore(
    store?.onState ?? never,
    () => Object.values(store?.state().rooms ?? {}).some(({ mayWrite }) => mayWrite),
    () => false,
  )
}

const never = () => () => undefined
