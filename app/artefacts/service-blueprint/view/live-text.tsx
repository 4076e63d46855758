import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { caretAfter } from '../model/caret'

type Field = HTMLInputElement | HTMLTextAreaElement

interface LiveTextProps {
  /** The text as it stands in the document. */
  value: string
  /** Called with the whole text at each change; it goes to the others at once. */
  onText(text: string): void
  label: string
  describedBy?: string | undefined
  longest: number
  lines: 'one' | 'many'
  /** Begins with the cursor in it; `select` marks what is there, so that typing replaces it. */
  start?: 'cursor' | 'select'
  placeholder?: string
  suggestions?: string
  onKeyDown?: (event: KeyboardEvent<Field>) => void
  onBlur?: () => void
  className?: string
}

/** A field whose text others may change at the same time: the cursor stays where one was writing. */
export function LiveText(props: LiveTextProps) {
  const {
    value,
    onText,
    label,
    describedBy,
    longest,
    lines,
    placeholder,
    suggestions,
    className = '',
  } = props
  const field = useRef<Field>(null)
  const shown = useRef({ text: value, start: value.length, end: value.length })
  useStart(field, props.start)

  useLayoutEffect(() => {
    const { text, start, end } = shown.current
    const element = field.current
    if (element && text !== value && element === document.activeElement) {
      element.setSelectionRange(caretAfter(text, value, start), caretAfter(text, value, end))
    }
    shown.current = { ...shown.current, text: value }
  }, [value])

  const remember = (element: Field) => {
    const start = element.selectionStart ?? 0
    shown.current = { text: element.value, start, end: element.selectionEnd ?? start }
  }
  const look =
    'block w-full min-w-0 rounded-sm border border-line-strong bg-surface px-2 py-1.5 text-ink ' +
    'placeholder:text-ink-soft'
  const onChange = (event: { currentTarget: Field }) => {
    remember(event.currentTarget)
    onText(event.currentTarget.value)
  }
  const shared = {
    value,
    onChange,
    onSelect: (event: { currentTarget: Field }) => remember(event.currentTarget),
    onKeyDown: props.onKeyDown,
    onBlur: props.onBlur,
    // What is longer already may stay so, but not grow.
    maxLength: Math.max(longest, value.length),
    placeholder,
    'aria-label': label,
    'aria-describedby': describedBy,
    autoComplete: 'off',
  }
  const hold = (element: Field | null) => {
    field.current = element
  }
  return lines === 'many' ? (
    <textarea {...shared} ref={hold} rows={2} className={`${look} field-sizing-content ${className}`} />
  ) : (
    <input {...shared} ref={hold} type="text" list={suggestions} className={`${look} ${className}`} />
  )
}

function useStart(field: RefObject<Field | null>, start: LiveTextProps['start']) {
  useLayoutEffect(() => {
    const element = field.current
    if (!element || !start) return
    element.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    element.setSelectionRange(start === 'select' ? 0 : element.value.length, element.value.length)
    // Once, when it opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
}
