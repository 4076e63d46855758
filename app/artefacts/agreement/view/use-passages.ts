import { startTransition, useEffect, useState } from 'react'
import type { ListedThread } from '../../../remarks/model/thread-list'
import type { RemarksStore } from '../../../remarks/view/remarks-store'
import { calmly } from '../../shared/calmly'
import { openPassages, type Passages } from '../model/passages/passages'
import type { AgreementSession } from './agreement-session'
import type { MarkedPassage } from './editor/remark-marks'

export interface OpenPassages {
  /** For making anchors; undefined until the live document is here. */
  passages: Passages | undefined
  /** The passages of open threads that are there. */
  marked: readonly MarkedPassage[]
}

const nothing: OpenPassages = { passages: undefined, marked: [] }

/** Follows the passages that comments are about through the text, for the marks in it and for the panel. */
export function usePassages(session: AgreementSession, store: RemarksStore | undefined): OpenPassages {
  const [open, setOpen] = useState(nothing)
  useEffect(() => {
    if (!store) return undefined
    let passages: Passages | undefined
    let threads: readonly ListedThread[] | undefined
    let shown = ''
    let placed = ''
    let frame = 0
    const look = () => {
      frame = 0
      const live = session.live()
      if (!live) return
      passages ??= openPassages(live.root)
      ;({ threads } = store.state())
      const found = findAll(passages, threads)
      const now = found.map(({ thread, clause, span }) => `${thread} ${clause} ${span.from} ${span.to}`).join('\n')
      if (now === shown && threads === lookedAt) return
      shown = now
      lookedAt = threads
      const isOpen = new Set(threads.flatMap(({ thread }) => (thread.resolved ? [] : thread.id)))
      const places = found.map(({ thread, clause }) => `${thread} ${clause}`).join('\n')
      if (places !== placed) store.setPassages(new Map(found.map(({ thread, clause }) => [thread, clause])))
      placed = places
      const next = { passages, marked: found.filter(({ thread }) => isOpen.has(thread)) }
      startTransition(() => setOpen(next))
    }
    let lookedAt: readonly ListedThread[] | undefined
    // Once for all that comes at once.
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look)
    }
    const calm = calmly(look)
    const stops = [
      // The editor itself moves the marks along with the words.
      session.onContent(calm.soon),
      session.onStatus(() => passages ?? lookSoon()),
      store.onState(() => threads === store.state().threads || lookSoon()),
    ]
    lookSoon()
    return () => {
      cancelAnimationFrame(frame)
      calm.stop()
      for (const stop of stops) stop()
      passages?.close()
      store.setPassages(undefined)
      setOpen(nothing)
    }
  }, [session, store])
  return open
}

function findAll(passages: Passages, threads: readonly ListedThread[]): MarkedPassage[] {
  return threads.flatMap(({ layer, thread: { id, anchor } }) => {
    const found = anchor.on === 'passage' ? passages.find(anchor) : undefined
    return found ? [{ thread: id, layer, clause: found.item, span: found.span }] : []
  })
}
