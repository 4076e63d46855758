import type { KeyboardEvent } from 'react'
import { useLiveText } from '../../shared/use-live-text'
import { useReport } from './report-context'

interface LiveFieldProps {
  value: string
  /** Called with the whole text at each change; it goes to the others at once. */
  onText(text: string): void
  /** Its name for who does not see where it stands. */
  label: string
  longest: number
  placeholder?: string
  /** The name by which it can be focused. */
  name: string
  /** What pressing Enter does, in place of a new line. */
  onEnter?: () => void
  className?: string
}

const look =
  'block w-full min-w-0 resize-none rounded-md border border-transparent bg-transparent px-2 py-1.5 field-sizing-content ' +
  'placeholder:text-ink-soft hover:border-line-strong focus:border-line-strong focus:bg-surface'

/** Words that others may be writing at the same time; as high as they are long. */
export function LiveField({ value, onText, label, longest, placeholder, name, onEnter, className = '' }: LiveFieldProps) {
  const { acts } = useReport()
  const field = useLiveText<HTMLTextAreaElement>(value, onText)
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !onEnter || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter()
  }
  return (
    <textarea
      {...field}
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      // What is longer already may stay so, but not grow.
      maxLength={Math.max(longest, value.length)}
      data-focus-name={name}
      autoComplete="off"
      onKeyDown={onKeyDown}
      onFocus={acts.endStep}
      onBlur={acts.endStep}
      className={`${look} ${className}`}
    />
  )
}
