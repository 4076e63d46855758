import { useMemo, useRef, useState } from 'react'
import type { ArtefactSession } from '../../../sync/session'
import type { Translate } from '../../kind'
import { useFocusWhenThere } from '../../shared/use-focus-when-there'
import type { ServiceBlueprint } from '../model/content'
import { createActs } from './acts'
import type { Editing, Question } from './open-things'
import { createLostCardStore } from './lost-card'
import { createPlacesStore } from './places'

/** What is open, chosen and said on this screen alone; and the acts, which change it. */
export function useScreen(session: ArtefactSession<ServiceBlueprint>, t: Translate) {
  const root = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const [menu, setMenu] = useState<{ card: string; button: HTMLElement } | null>(null)
  const [said, setSaid] = useState('')
  const [chosenPhase, choosePhase] = useState<string | undefined>(undefined)
  const focus = useFocusWhenThere(root)

  const lostCards = useMemo(() => createLostCardStore(session), [session])
  const acts = useMemo(
    () =>
      createActs(session, t, {
        edit: (opened) => {
          if (opened.kind === 'card') lostCards.watch(opened.id)
          setEditing(opened)
        },
        endEditing: (ended) => {
          if (ended.kind === 'card') lostCards.leave(ended.id)
          setEditing((open) => (open?.kind === ended.kind && open.id === ended.id ? null : open))
        },
        during: lostCards.during,
        ask: setQuestion,
        openCardMenu: (card, button) => setMenu({ card: card.id, button }),
        focus,
        showPhase: choosePhase,
        // The same words twice are read out twice only where the text differs.
        say: (words) => setSaid((before) => (before === words ? `${words}\u00a0` : words)),
      }),
    [session, t, focus, lostCards],
  )
  const places = useMemo(() => createPlacesStore(session), [session])
  const cardMenu = menu && { ...menu, close: () => setMenu(null) }
  return { root, acts, places, lostCards, editing, question, cardMenu, said, chosenPhase, choosePhase, focus }
}
