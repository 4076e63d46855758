import { useEffect, useState, type KeyboardEvent } from 'react'
import type { PlaceSharer } from './place'
import type { Point } from '../../model/boxes'

/** The pointer as a laser: for as long as the tool is on, or L is held. */
export interface Laser {
  isOn: boolean
  /** Where one points oneself; undefined while the pointer is elsewhere. */
  at: Point | undefined
  point(at: Point | undefined): void
  /** Whether the key was the laser's. */
  keyDown(event: KeyboardEvent): boolean
  keyUp(event: KeyboardEvent): void
}

export function useLaser(isTool: boolean, sharer: PlaceSharer): Laser {
  const [isHeld, setHeld] = useState(false)
  const [at, setAt] = useState<Point>()
  const isOn = isTool || isHeld
  useEffect(() => sharer.show({ laser: isOn || undefined }), [sharer, isOn])
  useEffect(() => {
    // A key that is let go in another window is never heard of here.
    const letGo = () => setHeld(false)
    window.addEventListener('blur', letGo)
    return () => window.removeEventListener('blur', letGo)
  }, [])
  return {
    isOn,
    at: isOn ? at : undefined,
    point: (next) => {
      if (isOn || at !== undefined) setAt(isOn ? next : undefined)
    },
    keyDown: (event) => {
      if (!isLaserKey(event)) return false
      setHeld(true)
      return true
    },
    keyUp: (event) => {
      if (event.key.toLowerCase() === 'l') setHeld(false)
    },
  }
}

function isLaserKey(event: KeyboardEvent): boolean {
  const { target } = event
  const isWriting = target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  return event.key.toLowerCase() === 'l' && !isWriting && !event.ctrlKey && !event.metaKey && !event.altKey
}
