interface ProgressBarProps {
  label: string
  value: number
  of: number
  /** What is being done now, in words. */
  said: string
}

// Plain elements rather than a library's: with it a part would come along on every page that has a button.

/** How far something long has come. Its words are read when it is asked, never by themselves. */
export function ProgressBar({ label, value, of, said }: ProgressBarProps) {
  const share = of > 0 ? Math.min(1, Math.max(0, value / of)) : 0
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={value}
      aria-valuetext={said}
      className="max-w-xl"
    >
      <span aria-hidden className="mb-1.5 block">
        {said}
      </span>
      <span className="block h-3 overflow-hidden rounded-full border border-line-strong bg-sunken forced-color-adjust-none">
        <span className="block h-full bg-accent transition-[width] duration-300" style={{ width: `${share * 100}%` }} />
      </span>
    </div>
  )
}
