import { FieldMessages, describedBy } from '../../../components/field-messages'
import { feedbackScale } from '../questions'

interface ScaleFieldProps {
  name: string
  /** The question. */
  label: string
  /** "1" to "5"; empty for left out. */
  defaultValue: string
  /** What the two ends mean. */
  low: string
  high: string
  /** The way not to answer. */
  none: string
  error?: string | undefined
}

const choice =
  'relative flex min-h-13 cursor-pointer items-center justify-center rounded-md border border-line-strong bg-surface px-2 ' +
  'font-semibold has-[:checked]:border-accent has-[:checked]:bg-accent has-[:checked]:text-on-accent ' +
  'has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent'

// Laid over the whole choice rather than hidden: what is touched or clicked is the radio button itself.
const button = 'absolute inset-0 size-full cursor-pointer appearance-none rounded-md outline-none'

/** Five points between two words, as radio buttons: by thumb, by arrow keys, without JavaScript. */
export function ScaleField({ name, label, defaultValue, low, high, none, error }: ScaleFieldProps) {
  const id = `scale-${name}`
  return (
    <fieldset className="min-w-0" aria-describedby={describedBy({ id, error })}>
      <legend className="mb-2 text-lg font-semibold">{label}</legend>
      <div className="mb-1 flex justify-between gap-4 text-sm text-ink-soft" aria-hidden>
        <span>{low}</span>
        <span className="text-right">{high}</span>
      </div>
      <div className="grid grid-cols-5 gap-2">
        {feedbackScale.map((point) => (
          <label key={point} className={choice}>
            <input
              type="radio"
              name={name}
              value={point}
              defaultChecked={defaultValue === String(point)}
              aria-label={point === 1 ? `1, ${low}` : point === 5 ? `5, ${high}` : undefined}
              className={button}
            />
            <span className="text-xl">{point}</span>
          </label>
        ))}
      </div>
      <label className="mt-2 flex min-h-11 w-fit cursor-pointer items-center gap-3 pr-3">
        <input
          type="radio"
          name={name}
          value=""
          defaultChecked={defaultValue === ''}
          className="size-5 accent-accent"
        />
        <span>{none}</span>
      </label>
      <FieldMessages id={id} error={error} />
    </fieldset>
  )
}
