import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { createSidePanel, isSideTabId, type SidePanel } from '../shared/side-panel'

/** Where there is room for the panel beside what one works on. Elsewhere it comes over it. */
export const besideQuery = '(width >= 75rem)'

/**
 * The side panel of an open artefact. The device remembers for each kind which tab was open, where there is room for it
 * beside the work; an address `?panel=comments&thread=ID` opens it at that thread.
 */
export function useKeptPanel(kind: string): SidePanel {
  const [panel] = useState(createSidePanel)
  const { search } = useLocation()
  useEffect(() => {
    const kept = keptTab(kind)
    if (kept && window.matchMedia(besideQuery).matches) panel.open(kept)
    let known = panel.state().open
    return panel.onState(() => {
      const { open } = panel.state()
      if (open === known) return
      known = open
      keepTab(kind, open)
    })
  }, [panel, kind])
  useEffect(() => {
    const address = new URLSearchParams(search)
    const tab = address.get('panel')
    if (isSideTabId(tab)) panel.show(tab, address.get('thread') ?? address.get('at') ?? undefined)
  }, [panel, search])
  return panel
}

const nameOf = (kind: string) => `artefact-panel.${kind}`

function keptTab(kind: string) {
  try {
    const kept = localStorage.getItem(nameOf(kind))
    return isSideTabId(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function keepTab(kind: string, tab: string | null): void {
  try {
    if (tab === null) localStorage.removeItem(nameOf(kind))
    else localStorage.setItem(nameOf(kind), tab)
  } catch {
    // A browser that keeps nothing has it closed again the next time.
  }
}
