import { useCallback, useLayoutEffect, useRef, useState, type ChangeEvent, type SyntheticEvent } from 'react'
import { mergeText, shiftCaret } from './live-text'

type TextElement = HTMLTextAreaElement | HTMLInputElement

/**
 * Binds a field to words that others may be writing at the same time: every keystroke goes to `onChange`, what others
 * write appears around the caret, and a letter composed from several keys is never broken.
 * Spread what it answers on the field.
 */
export function useLiveText<Element extends TextElement>(value: string, onChange: (next: string) => void) {
  const element = useRef<Element>(null)
  const shown = useRef(value)
  const caret = useRef<[number, number]>([value.length, value.length])
  const [composed, setComposed] = useState<{ base: string; text: string }>()

  useLayoutEffect(() => {
    const field = element.current
    const before = shown.current
    shown.current = value
    if (!field || before === value || document.activeElement !== field || field.value !== value) return
    const [start, end] = caret.current
    field.setSelectionRange(shiftCaret(before, value, start), shiftCaret(before, value, end))
  }, [value])

  const send = useCallback(
    (field: Element, base: string) => {
      const next = mergeText(base, field.value, value)
      caret.current = [field.selectionStart ?? next.length, field.selectionEnd ?? next.length]
      // What one types oneself moves the caret by itself.
      shown.current = next
      onChange(next)
    },
    [onChange, value],
  )

  return {
    ref: element,
    value: composed?.text ?? value,
    onChange: (event: ChangeEvent<Element>) => {
      const field = event.currentTarget
      if (composed) setComposed({ ...composed, text: field.value })
      else send(field, value)
    },
    onSelect: (event: SyntheticEvent<Element>) => {
      const { selectionStart, selectionEnd, value: text } = event.currentTarget
      caret.current = [selectionStart ?? text.length, selectionEnd ?? text.length]
    },
    onCompositionStart: () => setComposed({ base: value, text: value }),
    onCompositionEnd: (event: SyntheticEvent<Element>) => {
      if (!composed) return
      setComposed(undefined)
      send(event.currentTarget, composed.base)
    },
  }
}
