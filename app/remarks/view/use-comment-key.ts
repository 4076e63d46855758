import { useEffect } from 'react'
import type { RemarksStore } from './remarks-store'

/**
 * Ctrl+Alt+M begins a comment on the thing that the focus is in: an element says by `data-remark-item` of which it is.
 * Elsewhere on the page it is on all of the artefact. An editor with a selection of its own takes the key first.
 */
export function useCommentKey(store: RemarksStore): void {
  useEffect(() => {
    // After everything that listens in the page.
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isCommentKey(event)) return
      if (!Object.values(store.state().rooms).some(({ mayWrite }) => mayWrite)) return
      event.preventDefault()
      const thing = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-remark-item]') : null
      const id = thing?.dataset['remarkItem']
      const known = store.state().places?.items().find((one) => one.id === id)
      store.begin(known ? { on: 'item', item: known.id, name: known.name.slice(0, 200) } : { on: 'all' })
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [store])
}

/** Ctrl+Alt+M, or with Command. By the key's place: with Alt some layouts make another letter of it. */
export function isCommentKey({ altKey, ctrlKey, metaKey, code }: KeyboardEvent): boolean {
  return altKey && (ctrlKey || metaKey) && code === 'KeyM'
}
