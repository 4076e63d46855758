import { SquarePen } from 'lucide-react'
import type { Translate } from '../../../kind'

/** How many suggestions wait in a clause, as a mark beside its name in the outline. */
export function SuggestedCount({ count, t }: { count: number; t: Translate }) {
  if (count === 0) return null
  return (
    <span className="ml-auto inline-flex shrink-0 items-center gap-0.5 self-center rounded-full bg-caution-soft px-1.5 text-sm font-semibold text-caution tabular-nums">
      <SquarePen aria-hidden className="size-3.5" />
      <span aria-hidden>{count}</span>
      <span className="sr-only">{t('suggestions.inClause', { count })}</span>
    </span>
  )
}
