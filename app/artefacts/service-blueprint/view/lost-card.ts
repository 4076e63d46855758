import type { ArtefactSession } from '../../../sync/session'
import type { Card, ServiceBlueprint } from '../model/content'

/**
 * Watches the card that is open for writing, so that what somebody wrote is not gone when another removes it.
 */
export interface LostCardStore {
  /** The card that was removed under one's hands, as it last stood. */
  lost(): Card | undefined
  subscribe(listener: () => void): () => void
  watch(id: string): void
  /** Ends watching that card, if it is still the one. */
  leave(id: string): void
  /** Does something of one's own that may remove the card, such as undo; answers the card if it did. */
  during(act: () => void): Card | undefined
  dismiss(): void
}

export function createLostCardStore(
  session: Pick<ArtefactSession<ServiceBlueprint>, 'content' | 'onContent'>,
): LostCardStore {
  let open: Card | undefined
  let lost: Card | undefined
  let isOwnAct = false
  const listeners = new Set<() => void>()
  const show = (card: Card | undefined) => {
    lost = card
    listeners.forEach((listener) => listener())
  }
  const find = (id: string) => session.content().cards.find((card) => card.id === id)
  const look = () => {
    if (!open) return
    const now = find(open.id)
    if (!now && !isOwnAct && open.text.trim()) show(open)
    if (now || !isOwnAct) open = now
  }
  return {
    lost: () => lost,
    subscribe: (listener) => {
      listeners.add(listener)
      const stop = session.onContent(look)
      return () => {
        stop()
        listeners.delete(listener)
      }
    },
    watch: (id) => {
      open = find(id)
    },
    leave: (id) => {
      if (open?.id === id) open = undefined
    },
    during: (act) => {
      isOwnAct = true
      act()
      isOwnAct = false
      const gone = open && !find(open.id) ? open : undefined
      if (gone) open = undefined
      return gone
    },
    dismiss: () => show(undefined),
  }
}
