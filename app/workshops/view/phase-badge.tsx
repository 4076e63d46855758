import { CalendarClock, CalendarCheck, Radio, type LucideIcon } from 'lucide-react'
import { useTranslate } from '../../i18n/use-translate'
import type { WorkshopPhase } from '../../projects/way'

const looks: Record<WorkshopPhase, { look: string; icon: LucideIcon }> = {
  planned: { look: 'bg-accent-soft text-accent-strong', icon: CalendarClock },
  open: { look: 'bg-positive-soft text-positive', icon: Radio },
  held: { look: 'bg-sunken text-ink-soft', icon: CalendarCheck },
}

/** Coming, on now, or held: by word and picture. */
export function PhaseBadge({ phase }: { phase: WorkshopPhase }) {
  const t = useTranslate('workshops')
  const { look, icon: Icon } = looks[phase]
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-semibold ${look}`}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(`phase.${phase}`)}
    </span>
  )
}
