import type { ReactNode } from 'react'

/** What stands at the top of what is done now. Whoever asks to be taken to it has the focus here. */
export function StepHeading({ above, children }: { above?: string; children: ReactNode }) {
  return (
    <header className="mb-3">
      {above ? <p className="text-sm text-ink-soft">{above}</p> : null}
      <h2 data-step-heading tabIndex={-1} className="text-2xl font-bold outline-none sm:text-3xl">
        {children}
      </h2>
    </header>
  )
}
