import { useEffect, useState } from 'react'
import type { Offer, OpenRoom, Person, RoomRight, SessionState } from './session'
import type { RoomOptions } from './session-options'

/** What the page was sent with: shown by the server, and until the live document is here. */
export interface PageContent<Content> {
  initialContent: Content
  initialRight: RoomRight
}

type Opening<Content> = PageContent<Content> & Pick<RoomOptions<Content>, 'kept' | 'onHandedOver'>

/**
 * A room, open for as long as the component is there. On the server and in the first rendering it shows what the page
 * was sent with; the code that shares edits is loaded after that. `load` and `named` stay the same for as long as the
 * room does; `named` says of which room a session is that shows the page's content only.
 */
export function useOpenRoom<Content, Opened extends OpenRoom<Content>>(
  page: PageContent<Content>,
  load: () => Promise<(opening: Opening<Content>) => Opened>,
  named: (room: OpenRoom<Content>) => Opened,
): Opened {
  // A later loader's content is of no use here: the live document is ahead of it.
  const [first] = useState(page)
  const [session, setSession] = useState<Opened>(() => named(pageSession(first, { kind: 'opening' })))

  useEffect(() => {
    let left = false
    let opened: Opened | undefined
    load().then(
      (openRoom) => {
        const open = (content: PageContent<Content>, kept?: Opening<Content>['kept']) => {
          const { initialContent, initialRight } = content
          const made = openRoom({
            initialContent,
            initialRight,
            ...(kept ? { kept } : {}),
            // What this device held is the server's now: what the server has is opened in its place.
            onHandedOver: (offer) => {
              if (left) return
              made.close()
              open({ initialContent: made.content(), initialRight: 'see' }, offer)
            },
          })
          opened = made
          setSession(made)
        }
        if (!left) open(first)
      },
      // The server has another build by now, and this one's code is gone.
      () => setSession(named(pageSession(first, { kind: 'closed', reason: 'reload-needed' }))),
    )
    return () => {
      left = true
      opened?.close()
    }
  }, [load, named, first])

  return session
}

const nobody: Person[] = []
const noOffer: Offer = { kind: 'none' }

/** A session that shows what the page was sent with, and can do nothing. */
function pageSession<Content>(page: PageContent<Content>, state: SessionState): OpenRoom<Content> {
  const nothing = () => undefined
  const never = () => () => undefined
  return {
    content: () => page.initialContent,
    initialContent: () => page.initialContent,
    onContent: never,
    change: nothing,
    endStep: nothing,
    undo: nothing,
    redo: nothing,
    canUndo: () => false,
    canRedo: () => false,
    right: () => (state.kind === 'opening' ? page.initialRight : 'see'),
    state: () => state,
    onStatus: never,
    people: () => nobody,
    showPlace: nothing,
    live: nothing,
    unsent: () => 'nothing',
    trouble: nothing,
    offer: () => noOffer,
    pageChanges: () => 0,
    retry: nothing,
    onUndone: never,
    discardCopy: () => Promise.resolve(),
    close: nothing,
  }
}
