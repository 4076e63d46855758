import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { addressWithin } from './out-of-reach'

const againMs = 4_000

/**
 * What another page of the app is sent with, for showing a part of it here. Asked for at first and whenever `turn`
 * changes; while the server is out of reach, again and again, and what came last stays. Undefined until it has come.
 */
export function usePageWithin<Data>(page: string, turn?: number): ReturnType<typeof useFetcher<Data>>['data'] {
  const { data, load, state } = useFetcher<Data | null>()
  const [last, setLast] = useState<typeof data>()
  if (data && data !== last) setLast(data)
  useEffect(() => {
    void load(addressWithin(page))
  }, [load, page, turn])
  useEffect(() => {
    if (state !== 'idle' || data !== null) return
    const timer = setTimeout(() => void load(addressWithin(page)), againMs)
    return () => clearTimeout(timer)
  }, [data, load, page, state])
  return last ?? undefined
}
