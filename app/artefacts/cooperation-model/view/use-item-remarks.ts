import { useContext, useMemo } from 'react'
import type { Anchor } from '../../../remarks/model/content'
import { useRemarkPlaces } from '../../../remarks/view/remarks-store'
import { askForPlace } from '../../shared/place-wish'
import { nameOf } from '../model/names'
import { useBoard } from './board-context'
import type { Face } from './choice'
import { FocusWishContext } from './focus'

/** Tells the comments what stands on the board, and goes from a comment to its thing in the face that is shown. */
export function useItemRemarks(face: Face): void {
  const { session, t, goTo, choose } = useBoard()
  const wish = useContext(FocusWishContext)
  const places = useMemo(
    () => ({
      items: () => session.content().items.map((item) => ({ id: item.id, name: nameOf(item, t) })),
      onItems: session.onContent,
      show: (anchor: Anchor) => {
        if (anchor.on === 'all') return
        if (face === 'board') {
          goTo(anchor.item)
          // One that is chosen already is not drawn anew, and does not learn that it is asked for.
          requestAnimationFrame(() => focusIfDrawn(anchor.item))
          return
        }
        wish.ask('outline', anchor.item)
        choose([anchor.item])
        askForPlace(anchor.item)
      },
    }),
    [session, t, face, goTo, choose, wish],
  )
  useRemarkPlaces(places)
}

function focusIfDrawn(id: string): void {
  document.querySelector<HTMLElement>(`[data-thing="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
}
