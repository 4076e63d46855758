import type { KeyboardEvent } from 'react'

/** Ctrl, or ⌘ on a Mac. */
export const isCommand = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y: one's own edits back and forth, in a field as well as on the board. Whether it was one. */
export function isUndoKey(event: KeyboardEvent, acts: { undo(): void; redo(): void }): boolean {
  if (!isCommand(event) || event.altKey) return false
  const key = event.key.toLowerCase()
  const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
  if (!isRedo && key !== 'z') return false
  event.preventDefault()
  event.stopPropagation()
  if (isRedo) acts.redo()
  else acts.undo()
  return true
}

/**
 * Whether the key ends writing in a field: Esc, or Enter without Shift. It then has. Enter within a letter that is being
 * composed only ends the letter.
 */
export function endsEditing(event: KeyboardEvent, onEnd: () => void): boolean {
  const isEnter = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing
  if (event.key !== 'Escape' && !isEnter) return false
  event.preventDefault()
  event.stopPropagation()
  onEnd()
  return true
}
