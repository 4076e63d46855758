import { useId, type InputHTMLAttributes, type Ref, type TextareaHTMLAttributes } from 'react'
import { FieldMessages, describedBy } from './field-messages'
import { inputStyle, labelStyle } from './field-style'

interface FieldProps {
  label: string
  hint?: string
  error?: string | undefined
}

// Plain inputs rather than a library's: they post without JavaScript and weigh nothing.

/** A one-line field with its label, hint and error. */
export function TextField({
  label,
  hint,
  error,
  className = '',
  ...props
}: FieldProps & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  const ownId = useId()
  const id = props.id ?? ownId
  return (
    <div className={className}>
      <label htmlFor={id} className={labelStyle}>
        {label}
      </label>
      <input
        type="text"
        {...props}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        className={inputStyle}
      />
      <FieldMessages id={id} hint={hint} error={error} />
    </div>
  )
}

/** A field of several lines that grows with its text. */
export function TextArea({
  label,
  hint,
  error,
  className = '',
  ...props
}: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) {
  const ownId = useId()
  const id = props.id ?? ownId
  return (
    <div className={className}>
      <label htmlFor={id} className={labelStyle}>
        {label}
      </label>
      <textarea
        rows={3}
        {...props}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        className={`${inputStyle} field-sizing-content`}
      />
      <FieldMessages id={id} hint={hint} error={error} />
    </div>
  )
}
