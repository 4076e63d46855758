import { BadgeCheck, Stamp } from 'lucide-react'
import { Link } from 'react-router'
import { useTranslate } from '../../i18n/use-translate'
import type { ApprovalAtAGlance } from '../model/at-a-glance'

/** On the artefact's own page: which version is with the parties, or final. */
export function ApprovalLine({ artefactId, approval }: { artefactId: string; approval: ApprovalAtAGlance | null }) {
  const t = useTranslate('approvals')
  if (!approval) return null
  const { state, number, given, of, leftOut, reservations } = approval
  const Icon = state === 'underway' ? Stamp : BadgeCheck
  return (
    <div className="border-b border-line bg-sunken px-3 py-1 sm:px-5">
      <p className="mx-auto flex max-w-[110rem] items-center gap-x-2">
        <Icon aria-hidden className={`size-4 shrink-0 ${state === 'underway' ? 'text-accent' : 'text-positive'}`} />
        <span className="py-1">
          {t(`line.${state}`, { number, given, of, leftOut })}{' '}
          {state === 'underway' ? '' : `${t('line.draft')} `}
          {reservations > 0 ? `${t('line.reservations', { count: reservations })} ` : ''}
          <Link to={`/artefacts/${artefactId}/approvals`} className="inline-block min-h-6">
            {t('line.open')}
          </Link>
        </span>
      </p>
    </div>
  )
}
