import { useId, type SelectHTMLAttributes } from 'react'
import { FieldMessages, describedBy } from './field-messages'
import { inputStyle, labelStyle } from './field-style'

export interface SelectOption {
  value: string
  label: string
  /** Options of one group stand together under its name. */
  group?: string
}

interface SelectFieldProps extends SelectHTMLAttributes<HTMLSelectElement> {
  label: string
  options: readonly SelectOption[]
  hint?: string
  error?: string | undefined
}

/** The browser's own list: it works without JavaScript, and on a phone as the phone's lists do. */
export function SelectField({ label, options, hint, error, className = '', ...props }: SelectFieldProps) {
  const ownId = useId()
  const id = props.id ?? ownId
  const groups = [...new Set(options.map(({ group }) => group))]
  return (
    <div className={className}>
      <label htmlFor={id} className={labelStyle}>
        {label}
      </label>
      <select
        {...props}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        className={inputStyle}
      >
        {groups.map((group) => {
          const own = options.filter((option) => option.group === group)
          const items = own.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))
          return group ? (
            <optgroup key={group} label={group}>
              {items}
            </optgroup>
          ) : (
            items
          )
        })}
      </select>
      <FieldMessages id={id} hint={hint} error={error} />
    </div>
  )
}
