import { useEffect, useState, useSyncExternalStore } from 'react'

/** Keys of the facilitator's screen, as written on the button and in the list. */
export const shortcuts = {
  next: 'n',
  back: 'b',
  pause: 'p',
  more: '+',
  main: 'r',
  call: 'c',
  hands: 'h',
  help: '?',
} as const

export type Shortcut = keyof typeof shortcuts

const storageKey = 'tahto.run.shortcuts'

/** Turned off by whoever's assistive technology uses single keys itself; kept on this device. */
export function useShortcutsOn(): [boolean, (on: boolean) => void] {
  const [chosen, setChosen] = useState<boolean | null>(null)
  const stored = useSyncExternalStore(never, readStored, () => true)
  const set = (on: boolean) => {
    setChosen(on)
    try {
      localStorage.setItem(storageKey, on ? 'on' : 'off')
    } catch {
      // A browser that keeps nothing: then it holds until the page is closed.
    }
  }
  return [chosen ?? stored, set]
}

const never = () => () => undefined

function readStored(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

/** Hears single keys wherever focus is, but where one writes or chooses. */
export function useShortcuts(on: boolean, acts: Partial<Record<Shortcut, () => void>>): void {
  useEffect(() => {
    if (!on) return undefined
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return
      if (isTaken(event.target)) return
      const known = Object.entries(shortcuts).find(([, key]) => key === event.key.toLowerCase())
      const act = known && acts[known[0] as Shortcut]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [on, acts])
}

/** Where a key already means something: in fields, lists, menus and windows over the page. */
function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog], [role=alertdialog]') !== null
  )
}
