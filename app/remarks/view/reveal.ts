/** Brings something of the panel into sight by scrolling the panel alone: what one works on beside it stays where it is. */
export function revealInPanel(element: Element): void {
  const panel = element.closest('[role="tabpanel"]')
  if (!panel) return
  const frame = panel.getBoundingClientRect()
  const { top, bottom } = element.getBoundingClientRect()
  if (top < frame.top) panel.scrollTop -= frame.top - top + margin
  // Of what is taller than the panel the beginning is seen.
  else if (bottom > frame.bottom) panel.scrollTop += Math.min(bottom - frame.bottom + margin, top - frame.top)
}

const margin = 12
