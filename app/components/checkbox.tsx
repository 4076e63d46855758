import { useId, type InputHTMLAttributes } from 'react'
import { FieldMessages, describedBy } from './field-messages'

interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: string
  hint?: string
  error?: string | undefined
}

export function Checkbox({ label, hint, error, className = '', ...props }: CheckboxProps) {
  const ownId = useId()
  const id = props.id ?? ownId
  return (
    <div className={className}>
      <label htmlFor={id} className="flex min-h-9 cursor-pointer items-start gap-3 py-1 max-sm:min-h-11 max-sm:py-2">
        <input
          {...props}
          id={id}
          type="checkbox"
          aria-describedby={describedBy({ id, hint, error })}
          aria-invalid={error ? true : undefined}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span>{label}</span>
      </label>
      <FieldMessages id={id} hint={hint} error={error} />
    </div>
  )
}
