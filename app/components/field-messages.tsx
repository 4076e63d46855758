import { CircleAlert } from 'lucide-react'
import { errorStyle, hintStyle } from './field-style'

interface FieldMessagesProps {
  id: string
  hint?: string | undefined
  error?: string | undefined
}

/** What helps and what is wrong, under a field; the field points at both with `aria-describedby`. */
export function FieldMessages({ id, hint, error }: FieldMessagesProps) {
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className={hintStyle}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={errorStyle}>
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      ) : null}
    </>
  )
}

export function describedBy({ id, hint, error }: FieldMessagesProps): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
}
