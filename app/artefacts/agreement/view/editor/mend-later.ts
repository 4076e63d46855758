import { mendDocument } from '../../model/document'
import type { AgreementSession, LiveAgreement } from '../agreement-session'

/** How long the agreement must have been quiet before it is looked over (ms). */
const quiet = 1_200

/** How much later than the one before it each browser in the room looks (ms): by then the first one's mending is here. */
const apart = 1_500

/** Mends the shared document, once it is quiet, where edits of several people came together out of form. */
export function mendLater(session: AgreementSession, live: LiveAgreement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const plan = () => {
    clearTimeout(timer)
    timer = setTimeout(look, quiet + placeInRoom(live) * apart)
  }
  const look = () => {
    if (session.right() === 'edit') mendDocument(live.root)
  }
  const stop = session.onContent(plan)
  plan()
  return () => {
    clearTimeout(timer)
    stop()
  }
}

function placeInRoom({ awareness }: LiveAgreement): number {
  return [...awareness.getStates().keys()].filter((client) => client < awareness.clientID).length
}
