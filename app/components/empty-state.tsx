import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** What this place is for and how to begin. */
  children: ReactNode
  /** The button that begins it. */
  action?: ReactNode
}

export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="rounded-xl border border-dashed border-line-strong bg-surface px-6 py-10 text-center">
      <Icon aria-hidden className="mx-auto mb-3 size-8 text-accent" strokeWidth={1.5} />
      <p className="text-lg font-bold">{title}</p>
      <div className="mx-auto mt-1 max-w-prose text-ink-soft">{children}</div>
      {action ? <div className="mt-5 flex justify-center">{action}</div> : null}
    </div>
  )
}
