import { useEffect, useRef, useState } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { saidSince } from '../model/thread-list'
import { useRemarksState, type RemarksStore } from './remarks-store'

// What is said by many at once is told together, not one by one.
const announceAfter = 4_000

/** Tells whoever listens that others have said something, gathered over some seconds. What was there before is not told. */
export function NewRemarks({ store }: { store: RemarksStore }) {
  const t = useTranslate('remarks')
  const { threads, rooms } = useRemarksState(store)
  const [words, setWords] = useState('')
  const known = useRef<Set<string> | undefined>(undefined)
  const open = Object.values(rooms)
  const isOpen = open.length > 0 && open.every(({ session }) => session.state().kind !== 'opening')
  useEffect(() => {
    if (!isOpen) return undefined
    // At once: what comes in the first seconds is new already.
    const ids = new Set(threads.flatMap(({ thread }) => thread.remarks.map(({ id }) => id)))
    known.current ??= ids
    const timer = setTimeout(() => {
      const before = known.current
      known.current = ids
      const fresh = before ? saidSince(before, threads, store.reader.participantKey) : []
      const only = fresh.length === 1 ? fresh[0]?.remark.author : undefined
      if (only) setWords(t('announce.one', { name: only.name, organisation: only.organisation || '–' }))
      else if (fresh.length > 1) setWords(t('announce.many', { count: fresh.length }))
      else setWords('')
    }, announceAfter)
    return () => clearTimeout(timer)
  }, [threads, isOpen, store, t])
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  )
}
