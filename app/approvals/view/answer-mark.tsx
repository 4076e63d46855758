import { CircleAlert, CircleCheck, CircleX, Clock, CornerUpLeft, History, type LucideIcon } from 'lucide-react'
import { useTranslate } from '../../i18n/use-translate'
import type { PartyAnswer } from '../model/standing'

const looks: Record<PartyAnswer, { icon: LucideIcon; look: string }> = {
  approved: { icon: CircleCheck, look: 'bg-positive-soft text-positive' },
  'approved-with-reservation': { icon: CircleAlert, look: 'bg-positive-soft text-positive' },
  carried: { icon: History, look: 'bg-positive-soft text-positive' },
  returned: { icon: CornerUpLeft, look: 'bg-caution-soft text-caution' },
  rejected: { icon: CircleX, look: 'bg-danger-soft text-danger' },
  waiting: { icon: Clock, look: 'bg-sunken text-ink-soft' },
}

/** Where a party stands: by sign and word; the colour only underlines them. */
export function AnswerMark({ answer }: { answer: PartyAnswer }) {
  const t = useTranslate('approvals')
  const { icon: Icon, look } = looks[answer]
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-2xl px-2.5 py-0.5 text-sm font-semibold ${look}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(`answer.${answer}`)}
    </span>
  )
}
