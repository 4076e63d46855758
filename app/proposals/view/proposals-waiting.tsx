import { Inbox } from 'lucide-react'
import { Link } from 'react-router'
import { useTranslate } from '../../i18n/use-translate'

interface ProposalsWaitingProps {
  artefactId: string
  open: number
  /** Whether they are everybody's, or one's own alone. */
  seesAll: boolean
}

/** Says, quietly, that proposals wait for somebody. Nothing where none does. */
export function ProposalsWaiting({ artefactId, open, seesAll }: ProposalsWaitingProps) {
  const t = useTranslate('proposals')
  if (open === 0) return null
  return (
    <div className="border-b border-line bg-sunken px-3 py-2 sm:px-5">
      <p className="mx-auto flex max-w-[110rem] flex-wrap items-center gap-x-2">
        <Inbox aria-hidden className="size-4 shrink-0" />
        {t(seesAll ? 'waiting.all' : 'waiting.own', { count: open })}
        <Link to={`/artefacts/${artefactId}/proposals`} className="inline-flex min-h-6 items-center">
          {t('waiting.look')}
        </Link>
      </p>
    </div>
  )
}
