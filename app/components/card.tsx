import type { ReactNode } from 'react'

/** A raised sheet of paper. */
export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`rounded-xl border border-line bg-surface p-5 shadow-raised sm:p-6 ${className}`}>{children}</div>
}
