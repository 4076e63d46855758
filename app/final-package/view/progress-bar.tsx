import { ProgressBar as AriaProgressBar } from 'react-aria-components'

interface ProgressBarProps {
  label: string
  value: number
  of: number
  /** What is being done now, in words. */
  said: string
}

/** How far something long has come. Its words are read when it is asked, never by themselves. */
export function ProgressBar({ label, value, of, said }: ProgressBarProps) {
  return (
    <AriaProgressBar aria-label={label} value={value} minValue={0} maxValue={of} valueLabel={said} className="max-w-xl">
      {({ percentage = 0 }) => (
        <>
          <span aria-hidden className="mb-1.5 block">
            {said}
          </span>
          <span className="block h-3 overflow-hidden rounded-full border border-line-strong bg-sunken">
            <span className="block h-full bg-accent transition-[width] duration-300" style={{ width: `${percentage}%` }} />
          </span>
        </>
      )}
    </AriaProgressBar>
  )
}
