import { useCallback, useSyncExternalStore } from 'react'

export type BlueprintForm = 'grid' | 'list'

const storageKey = 'tahto.service-blueprint.form'
const wideScreen = '(min-width: 48rem)'
const listeners = new Set<() => void>()

/**
 * The form in which somebody reads a blueprint: what they chose on this device, else the grid on wide screens
 * and the list on narrow ones. Undefined on the server and in the first rendering, where the width is not
 * known.
 */
export function useBlueprintForm(): [BlueprintForm | undefined, (form: BlueprintForm) => void] {
  const form = useSyncExternalStore(subscribe, read, () => undefined)
  const choose = useCallback((next: BlueprintForm) => {
    try {
      localStorage.setItem(storageKey, next)
    } catch {
      // A browser that keeps nothing: the choice then lasts as long as the page.
      chosenHere = next
    }
    listeners.forEach((listener) => listener())
  }, [])
  return [form, choose]
}

let chosenHere: BlueprintForm | undefined

function read(): BlueprintForm {
  const chosen = chosenHere ?? stored()
  return chosen ?? (window.matchMedia(wideScreen).matches ? 'grid' : 'list')
}

function stored(): BlueprintForm | undefined {
  try {
    const value = localStorage.getItem(storageKey)
    return value === 'grid' || value === 'list' ? value : undefined
  } catch {
    return undefined
  }
}

function subscribe(listener: () => void): () => void {
  const width = window.matchMedia(wideScreen)
  listeners.add(listener)
  width.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    width.removeEventListener('change', listener)
  }
}
