import { useEffect } from 'react'
import { useSearchParams } from 'react-router'

/** An act that was just done, as the address says it: its name, and what stands after it. */
interface Told<Name extends string> {
  name: Name
  value: string
}

/**
 * What the address says was just done, for as long as one stays on the page. It goes from the address at once, so that
 * neither reloading nor coming back tells it again.
 */
export function useToldOnce<Name extends string>(names: readonly Name[]): Told<Name> | null {
  const [search] = useSearchParams()
  const name = names.find((one) => search.has(one))
  useEffect(() => {
    if (name === undefined) return
    const address = new URL(window.location.href)
    address.searchParams.delete(name)
    // Not by the router: nothing is to be loaded for it, and nothing on the page changes.
    window.history.replaceState(window.history.state, '', address)
  }, [name])
  return name === undefined ? null : { name, value: search.get(name) ?? '' }
}
