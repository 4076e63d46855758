import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { addressWithin } from './out-of-reach'

const againMs = 4_000

/** Many who hear of the same thing in the same instant do not all ask in that instant. */
const spreadMs = 500

type Sent<Data> = ReturnType<typeof useFetcher<Data>>['data']

/**
 * What another page of the app is sent with, for showing a part of it here. Asked for at first and whenever `turn`
 * changes; while the server is out of reach, again and again, and what came last stays. Undefined until it has come.
 */
export function usePageWithin<Data>(page: string, turn = 0): Sent<Data> {
  return useAsked<Data>(page, turn, 0)
}

/**
 * What this page was sent with, asked for again whenever `changes` counts on. What one is doing on the page stays, and
 * so does the page while the server is out of reach. Its route needs `loadedWithin` in a `clientLoader`.
 */
export function useFreshPage<Data>(sent: Data, page: string, changes: number): Data {
  const asked = useAsked<Data>(changes === 0 ? undefined : page, changes, spreadMs) as Data | undefined
  const [fresh, setFresh] = useState({ asked, than: sent })
  if (fresh.asked !== asked) setFresh({ asked, than: sent })
  // What the page was sent with since, after an act of one's own, is newer.
  return fresh.asked !== undefined && fresh.than === sent ? fresh.asked : sent
}

/** Nothing is asked for while there is no `page`. */
function useAsked<Data>(page: string | undefined, turn: number, spread: number): Sent<Data> {
  const { data, load, state } = useFetcher<Data | null>()
  const [last, setLast] = useState<typeof data>()
  if (data && data !== last) setLast(data)
  useEffect(() => {
    if (page === undefined) return undefined
    const ask = () => void load(addressWithin(page))
    if (spread === 0) return ask()
    const timer = setTimeout(ask, Math.random() * spread)
    return () => clearTimeout(timer)
  }, [load, page, turn, spread])
  useEffect(() => {
    if (page === undefined || state !== 'idle' || data !== null) return undefined
    const timer = setTimeout(() => void load(addressWithin(page)), againMs)
    return () => clearTimeout(timer)
  }, [data, load, page, state])
  return last ?? undefined
}
