import { createContext, useContext, useEffect, useEffectEvent, useSyncExternalStore } from 'react'

/** The only list of tabs in an artefact's side panel, in their order. A page or a kind's view hangs in those that it has. */
export const sideTabs = ['comments', 'suggestions', 'review', 'positions', 'translation', 'annexes'] as const

export type SideTabId = (typeof sideTabs)[number]

export function isSideTabId(id: string | null): id is SideTabId {
  return sideTabs.some((one) => one === id)
}

/** What the panel shows of a tab before it is chosen. */
export interface SideTabFacts {
  id: SideTabId
  name: string
  /** How many wait there, with what a screen reader says of it: "3 avointa". None is shown for 0. */
  count?: number
  countWords?: string
}

export interface SidePanelState {
  /** Those that are hung in, in their order. */
  tabs: readonly SideTabFacts[]
  /** The tab that is shown; null while the panel is closed. */
  open: SideTabId | null
  /** Where the content of the open tab goes, once it is drawn. */
  place: HTMLElement | null
  /** A thing of a tab that somebody wants to see: a thread, a suggestion, a clause. Until the tab has taken it. */
  wish: { tab: SideTabId; thing: string } | null
  /** Raised each time the focus is to come into the panel. */
  called: number
}

/** The panel beside what one works on. It stays the same object as long as the page is open. */
export interface SidePanel {
  state(): SidePanelState
  onState(listener: () => void): () => void
  /** Opens a tab with the focus in it, at one of its things where that is named. */
  show(tab: SideTabId, thing?: string): void
  /** Opens a tab and leaves the focus where it is. */
  open(tab: SideTabId): void
  close(): void
  /** Hangs a tab in, or takes a newer count of it; ends with what it answers. */
  hang(tab: SideTabFacts): () => void
  setPlace(place: HTMLElement | null): void
  /** Whether it lies over what one works on, and holds the focus as long as it is open. */
  isOver(): boolean
  setOver(isOver: boolean): void
  /** The tab has brought into sight what was wished for. */
  granted(): void
}

export function createSidePanel(): SidePanel {
  let state: SidePanelState = { tabs: [], open: null, place: null, wish: null, called: 0 }
  let over = false
  const listeners = new Set<() => void>()
  const set = (change: Partial<SidePanelState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  // The place of the tab before goes with it.
  const opening = (tab: SideTabId) => ({ open: tab, place: tab === state.open ? state.place : null })
  const without = (id: SideTabId) => state.tabs.filter((one) => one.id !== id)
  return {
    state: () => state,
    onState: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    show: (tab, thing) => {
      const isCalled = thing === undefined
      set({
        ...opening(tab),
        wish: isCalled ? null : { tab, thing },
        // A tab that is asked for one of its things takes the focus itself.
        called: isCalled ? state.called + 1 : state.called,
      })
    },
    open: (tab) => set(opening(tab)),
    close: () => set({ open: null, wish: null }),
    hang: (tab) => {
      set({ tabs: [...without(tab.id), tab].sort((one, other) => rank(one) - rank(other)) })
      return () => set({ tabs: without(tab.id) })
    },
    setPlace: (place) => {
      if (place !== state.place) set({ place })
    },
    isOver: () => over && state.open !== null,
    setOver: (isOver) => {
      over = isOver
    },
    granted: () => set({ wish: null }),
  }
}

const rank = ({ id }: SideTabFacts) => sideTabs.indexOf(id)

export const SidePanelContext = createContext<SidePanel | null>(null)

/** The panel's acts, from anywhere in an artefact's page. Undefined where the artefact is shown without its page. */
export function useSidePanel(): SidePanel | undefined {
  return useContext(SidePanelContext) ?? undefined
}

/** How the panel stands, for as long as the component is there. */
export function useSidePanelState(panel: SidePanel): SidePanelState {
  return useSyncExternalStore(panel.onState, panel.state, panel.state)
}

/** Hears, inside an open tab, which of its things is to be brought into sight with the focus. */
export function useSideWish(tab: SideTabId, onThing: (thing: string) => void): void {
  const panel = useSidePanel()
  const bring = useEffectEvent(onThing)
  useEffect(() => {
    if (!panel) return undefined
    const hear = () => {
      const { wish } = panel.state()
      if (wish?.tab !== tab) return
      panel.granted()
      bring(wish.thing)
    }
    hear()
    return panel.onState(hear)
  }, [panel, tab])
}
