import type { ReactNode } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components'

/** A row of small buttons: Tab enters it once, arrows move within. */
export function Toolbar({ label, children, className = '' }: { label: string; children: ReactNode; className?: string }) {
  return (
    <AriaToolbar
      aria-label={label}
      className={`flex flex-wrap items-center gap-0.5 rounded-lg border border-line bg-surface p-1 shadow-raised ${className}`}
    >
      {children}
    </AriaToolbar>
  )
}

export function ToolbarDivider() {
  return <span aria-hidden className="mx-0.5 h-6 w-px self-center bg-line" />
}
