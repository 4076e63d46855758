interface ChoiceCardProps {
  /** The field's name: one of the cards that share it is chosen. */
  group: string
  value: string
  /** The value that is chosen at first. */
  chosen: string
  name: string
  description: string
}

/** One of a few ways to begin, with a sentence on each. */
export function ChoiceCard({ group, value, chosen, name, description }: ChoiceCardProps) {
  return (
    <label
      className={
        'grid cursor-pointer grid-cols-[auto_1fr] items-start gap-x-3 rounded-lg border border-line-strong bg-surface p-4 ' +
        'has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 ' +
        'has-focus-visible:outline-offset-2 has-focus-visible:outline-accent'
      }
    >
      <input
        type="radio"
        name={group}
        value={value}
        defaultChecked={value === chosen}
        className="mt-1 size-5 shrink-0 accent-accent"
      />
      <span className="font-semibold">{name}</span>
      <span className="col-start-2 text-sm text-ink-soft">{description}</span>
    </label>
  )
}
