import { Lock, MessageSquare } from 'lucide-react'
import { useTranslate } from '../../i18n/use-translate'
import { useItemCount } from './remarks-store'
import { useOpenThreads } from './use-open-threads'

interface RemarkBadgeProps {
  item: string
  name: string
  className?: string
  /** -1 where one gets to it by other keys. */
  tabIndex?: number
}

/** How many open comments there are on a thing, as the way to them; nothing where there is none. A lock where all are internal. */
export function RemarkBadge({ item, name, className = '', tabIndex }: RemarkBadgeProps) {
  const t = useTranslate('remarks')
  const { shared, internal } = useItemCount(item)
  const { openThreadOf } = useOpenThreads()
  const count = shared + internal
  if (count === 0) return null
  const Icon = shared === 0 ? Lock : MessageSquare
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={t('badge.label', { count, name })}
      onClick={(event) => {
        event.stopPropagation()
        openThreadOf(item)
      }}
      className={
        'nodrag inline-flex min-h-6 min-w-8 shrink-0 cursor-pointer items-center justify-center gap-1 rounded-full rounded-bl-none border ' +
        'border-line-strong bg-surface px-1.5 text-sm leading-none font-semibold text-ink tabular-nums hover:bg-sunken ' +
        `pointer-coarse:min-h-11 pointer-coarse:min-w-11 ${className}`
      }
    >
      <Icon aria-hidden className="size-3.5" />
      {count}
    </button>
  )
}
