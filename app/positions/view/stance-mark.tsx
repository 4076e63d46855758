import { Check, CircleHelp, Minus, PencilLine, X, type LucideIcon } from 'lucide-react'
import { useTranslate } from '../../i18n/use-translate'
import type { Stance } from '../model/stance'

/**
 * A sign of its own for each, on a ground that is told from the others by how dark it is and how it is edged: the colour
 * only repeats it.
 */
const looks: Record<Stance, { icon: LucideIcon; ground: string }> = {
  accepts: { icon: Check, ground: 'border-positive/40 bg-positive-soft text-positive' },
  'accepts-with-change': { icon: PencilLine, ground: 'border-2 border-caution bg-caution-soft text-caution' },
  open: { icon: CircleHelp, ground: 'border-dashed border-line-strong bg-surface text-ink-soft' },
  objects: { icon: X, ground: 'border-danger bg-danger text-white' },
  none: { icon: Minus, ground: 'border-transparent bg-transparent text-ink-soft' },
}

interface StanceMarkProps {
  stance: Stance
  /** Given on earlier wording: a corner is folded, and it is said. */
  isEarlier?: boolean
  /** Whether the words are seen; they are always read out. */
  showWords?: boolean
}

/** Where an organisation stands: a sign, with its words beside it or read out. */
export function StanceMark({ stance, isEarlier = false, showWords = false }: StanceMarkProps) {
  const t = useTranslate('positions')
  const { icon: Icon, ground } = looks[stance]
  return (
    <span className={`inline-flex min-w-0 items-center gap-1.5 ${showWords ? 'text-left' : ''}`}>
      <span
        className={`relative inline-flex size-7 shrink-0 items-center justify-center rounded-sm border print:print-color-exact ${ground}`}
      >
        <Icon aria-hidden className="size-4.5" strokeWidth={2.5} />
        {isEarlier ? <FoldedCorner /> : null}
      </span>
      <span className={showWords ? 'min-w-0 leading-tight' : 'sr-only'}>
        {t(`stance.${stance}`)}
        {isEarlier ? <span className={showWords ? 'block text-sm text-ink-soft' : ''}> ({t('earlier.short')})</span> : null}
      </span>
    </span>
  )
}

function FoldedCorner() {
  return (
    <svg viewBox="0 0 10 10" aria-hidden className="absolute -top-1 -right-1 size-3.5">
      <path d="M0 0H10V10Z" className="fill-ink stroke-surface" strokeWidth="1.5" />
    </svg>
  )
}
