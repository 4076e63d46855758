interface BrowserEvents {
  /** The device says that it has a network again, or has none. */
  online(): void
  offline(): void
  /** The page is about to go: whether work would be lost with it. */
  losesWork(): boolean
}

/** Listens to what the browser tells about the network and the page. Answers how to stop. Nothing outside a browser. */
export function followBrowser({ online, offline, losesWork }: BrowserEvents): () => void {
  if (typeof window === 'undefined') return () => undefined
  const warn = (event: Event) => {
    if (losesWork()) event.preventDefault()
  }
  window.addEventListener('online', online)
  window.addEventListener('offline', offline)
  window.addEventListener('beforeunload', warn)
  return () => {
    window.removeEventListener('online', online)
    window.removeEventListener('offline', offline)
    window.removeEventListener('beforeunload', warn)
  }
}

/** Tells when the page is left for another, or closed. Answers how to stop. Nothing outside a browser. */
export function followPage(left: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined
  window.addEventListener('pagehide', left)
  return () => window.removeEventListener('pagehide', left)
}
