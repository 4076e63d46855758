import type { ReactNode } from 'react'

interface ChoicesProps {
  legend: string
  name: string
  chosen: string
  options: readonly { value: string; label: string }[]
  disabled?: boolean
  onChoose?(value: string): void
  children?: ReactNode
}

/** One of a few. */
export function Choices({ legend, name, chosen, options, disabled, onChoose, children }: ChoicesProps) {
  return (
    <fieldset disabled={disabled}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="flex min-h-9 cursor-pointer items-start gap-3 py-1">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === chosen}
            onChange={() => onChoose?.(value)}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          {label}
        </label>
      ))}
      {children}
    </fieldset>
  )
}
