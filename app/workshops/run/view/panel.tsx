import { useId, type ReactNode } from 'react'

interface PanelProps {
  title: string
  /** Beside the title: a count, a button. */
  aside?: ReactNode
  className?: string
  children: ReactNode
}

/** One part of the facilitator's screen: a landmark with its heading. */
export function Panel({ title, aside, className = '', children }: PanelProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={`rounded-xl border border-line bg-surface p-4 shadow-raised ${className}`}>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h2 id={id} className="text-lg font-bold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** A key, as written on the keyboard. */
export function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded-sm border border-current px-1.5 font-mono text-sm leading-tight uppercase opacity-80 max-md:hidden">
      {children}
    </kbd>
  )
}
