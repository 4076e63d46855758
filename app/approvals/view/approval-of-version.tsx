import { BadgeCheck, Stamp } from 'lucide-react'
import { Link } from 'react-router'
import { useTranslate } from '../../i18n/use-translate'
import type { ApprovalAtAGlance } from '../model/at-a-glance'

interface ApprovalOfVersionProps {
  /** Of the artefact. */
  address: string
  approval: ApprovalAtAGlance['state'] | null
}

/** Beside a version: that it is with the parties, or final, and the way to who has approved it. */
export function ApprovalOfVersion({ address, approval }: ApprovalOfVersionProps) {
  const t = useTranslate('approvals')
  if (!approval) return null
  const isFinal = approval !== 'underway'
  const Icon = isFinal ? BadgeCheck : Stamp
  return (
    <Link
      to={`${address}/approvals`}
      className={
        'inline-flex min-h-6 items-center gap-1 rounded-full px-2 py-px font-semibold no-underline hover:underline ' +
        (isFinal ? 'bg-positive-soft text-positive' : 'bg-accent-soft text-accent-strong')
      }
    >
      <Icon aria-hidden className="size-4" />
      {t(`ofVersion.${approval}`)}
    </Link>
  )
}
