import { useEffect, useMemo, useState } from 'react'
import type { Places, RemarkItem } from '../model/thread-list'
import type { FoundPassages, RemarkPlaces } from './remarks-store'

// What things are called need not be right at each key that somebody presses.
const lookAgainAfter = 500

const nowhere: Places = { items: [], knowsItems: false, hasPassage: () => true }

/** Where things stand, as far as the view has told: what it holds is asked for only while somebody looks at the list. */
export function usePlaces(known: RemarkPlaces | undefined, passages: FoundPassages | undefined): Places {
  const [items, setItems] = useState<{ of: RemarkPlaces; items: readonly RemarkItem[] }>()
  useEffect(() => {
    if (!known) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      timer = undefined
      setItems({ of: known, items: known.items() })
    }
    look()
    const stop = known.onItems(() => {
      timer ??= setTimeout(look, lookAgainAfter)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [known])
  return useMemo(() => {
    if (!known || items?.of !== known) return nowhere
    return {
      items: items.items,
      knowsItems: true,
      hasPassage: (id) => passages === undefined || passages.has(id),
      itemOf: (id) => passages?.get(id),
    }
  }, [known, items, passages])
}
