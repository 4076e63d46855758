import { useEffect, useEffectEvent } from 'react'

/**
 * Asks the view of the artefact that is open to bring a place into sight, without taking the focus; with `#place=ID` in
 * its address a page asks for the same as it opens. Kinds answer with `usePlaceWish`.
 */
export function askForPlace(place: string): void {
  for (const listener of listeners) listener(place)
}

const listeners = new Set<(place: string) => void>()

/** The address of an artefact that opens at a place of it. */
export const addressOfPlace = (artefactId: string, place: string | null): string =>
  place === null ? `/artefacts/${artefactId}` : `/artefacts/${artefactId}#place=${encodeURIComponent(place)}`

/** Hears which place is to be brought into sight: the one in the address once `isReady`, and those asked for since. */
export function usePlaceWish(isReady: boolean, onPlace: (place: string) => void): void {
  const bring = useEffectEvent(onPlace)
  useEffect(() => {
    if (!isReady) return undefined
    const hear = (place: string) => bring(place)
    const readAddress = () => {
      const place = placeIn(window.location.hash)
      if (place !== undefined) bring(place)
    }
    readAddress()
    listeners.add(hear)
    window.addEventListener('hashchange', readAddress)
    return () => {
      listeners.delete(hear)
      window.removeEventListener('hashchange', readAddress)
    }
  }, [isReady])
}

export function placeIn(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, '')).get('place') ?? undefined
}
