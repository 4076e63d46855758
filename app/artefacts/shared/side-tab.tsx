import { Suspense, useEffect, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useSidePanel, useSidePanelState, type SidePanel, type SideTabFacts } from './side-panel'

interface SideTabProps extends SideTabFacts {
  /** Called only while the tab is open. Its code is best loaded then, with `lazy`: it waits here. */
  children(): ReactNode
}

/**
 * A tab of the side panel, hung in by whoever owns what it shows: what is drawn in it keeps the owner's hooks and
 * contexts. Put it outside elements that listen to keys: what is pressed in the tab reaches them.
 */
export function SideTab(props: SideTabProps) {
  const panel = useSidePanel()
  return panel ? <HungTab {...props} panel={panel} /> : null
}

function HungTab({ panel, id, name, count = 0, countWords = '', children }: SideTabProps & { panel: SidePanel }) {
  const { open, place } = useSidePanelState(panel)
  useEffect(() => panel.hang({ id, name, count, countWords }), [panel, id, name, count, countWords])
  if (open !== id || !place) return null
  return createPortal(<Suspense>{children()}</Suspense>, place)
}
