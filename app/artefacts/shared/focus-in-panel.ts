// A list is drawn anew within some frames, or what is sought is not in it.
const mostFrames = 30

/**
 * Puts the focus in the side panel where `find` says, once that is drawn and no question stands over the page; on the
 * open tab where it does not come. For what takes itself away while it has the focus.
 */
export function focusInPanel(find: () => HTMLElement | null, frames = mostFrames): void {
  requestAnimationFrame(() => {
    const place = document.querySelector('[role="alertdialog"]') ? null : find()
    if (place) {
      place.focus({ preventScroll: true })
      place.scrollIntoView({ block: 'nearest' })
    } else if (frames > 0) focusInPanel(find, frames - 1)
    else openTab()?.focus({ preventScroll: true })
  })
}

/** The tab of the side panel that is open. */
export const openTab = () => document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
