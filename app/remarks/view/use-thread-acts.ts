import { useMemo, useState } from 'react'
import { focusInPanel, openTab } from '../../artefacts/shared/focus-in-panel'
import { useSidePanel } from '../../artefacts/shared/side-panel'
import { useTranslate } from '../../i18n/use-translate'
import type { ListedThread } from '../model/thread-list'
import type { PassageAnchor, RemarksStore } from './remarks-store'
import type { ThreadActs } from './thread-acts'
import { cardOf, focusThread } from './thread-rows'

/** What can be done with threads of the list, and the words for it that are read out. */
export function useThreadActs(store: RemarksStore, onAnswering: (threadId: string | undefined) => void) {
  const t = useTranslate('remarks')
  const panel = useSidePanel()
  const [said, setSaid] = useState('')
  const [tying, setTying] = useState<{ listed: ListedThread; anchor: PassageAnchor }>()
  const acts = useMemo((): ThreadActs => {
    // The same words twice are read out twice only where the text differs.
    const say = (words: string) => setSaid((before) => (before === words ? `${words}\u00a0` : words))
    return {
      say,
      goTo: ({ thread }) => {
        if (thread.anchor.on === 'all') return
        const { places } = store.state()
        // A drawer holds the focus as long as it is open.
        if (panel?.isOver()) {
          panel.close()
          requestAnimationFrame(() => requestAnimationFrame(() => places?.show(thread.anchor, thread.id)))
        } else places?.show(thread.anchor, thread.id)
      },
      answer: ({ layer, thread }) => {
        if (!store.state().rooms[layer]?.mayWrite) return
        store.choose(thread.id)
        onAnswering(thread.id)
      },
      endAnswer: ({ thread }) => {
        onAnswering(undefined)
        requestAnimationFrame(() => focusThread(thread.id))
      },
      reattach: (listed) => {
        const anchor = store.state().places?.anchorOfSelection?.()
        if (anchor) setTying({ listed, anchor })
        else say(t('said.selectFirst'))
        return anchor !== undefined
      },
      backTo: ({ thread }) => focusInPanel(() => cardOf(thread.id)),
      remove: ({ layer, thread }, remarkId) => {
        const after = neighbourOf(thread.id)
        const isWhole = thread.remarks.every(({ id, words }) => id === remarkId || words === '')
        store.state().rooms[layer]?.remove(thread.id, remarkId)
        say(t('said.removed'))
        focusInPanel(() => {
          if (!isWhole) return cardOf(thread.id)
          if (cardOf(thread.id)) return null
          return after === undefined ? openTab() : cardOf(after)
        })
      },
      settle: ({ layer, thread }) => {
        const room = store.state().rooms[layer]
        if (!room?.mayWrite) return
        const after = neighbourOf(thread.id)
        if (thread.resolved) room.reopen(thread.id)
        else room.resolve(thread.id)
        say(t(thread.resolved ? 'said.reopened' : 'said.resolved'))
        // Where it leaves the list, the next one takes its place under the hand.
        onceGone(thread.id, () => {
          if (after === undefined || !focusThread(after)) openTab()?.focus({ preventScroll: true })
        })
      },
    }
  }, [store, panel, t, onAnswering])
  const reattaching = tying && {
    words: tying.anchor.quote,
    cancel: () => setTying(undefined),
    confirm: () => {
      const { layer, thread } = tying.listed
      store.state().rooms[layer]?.move(thread.id, tying.anchor)
      acts.say(t('said.reattached'))
      // It leaves its list for the other, and once the window is closed the focus goes with it.
      focusInPanel(() => {
        const card = cardOf(thread.id)
        return card?.closest('[data-gone]') ? null : card
      })
    },
  }
  return { acts, said, reattaching }
}

function neighbourOf(id: string): string | undefined {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-thread]')]
  const at = cards.findIndex((card) => card.dataset['thread'] === id)
  return (cards[at + 1] ?? cards[at - 1])?.dataset['thread']
}

// Some frames: a list that leaves it out is drawn anew in one of the next, or it stays.
const mostFrames = 30

function onceGone(id: string, act: () => void, frames = mostFrames): void {
  requestAnimationFrame(() => {
    if (document.querySelector(`[data-thread="${CSS.escape(id)}"]`) === null) act()
    else if (frames > 0) onceGone(id, act, frames - 1)
  })
}
