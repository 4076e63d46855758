import { ChartBar, Gavel } from 'lucide-react'
import { ButtonLink } from '../../../components/button'
import { useTranslate } from '../../../i18n/use-translate'

/** The ways from a workshop's page to what came of it. */
export function ResultLinks({ workshopId }: { workshopId: string }) {
  const t = useTranslate('votes')
  return (
    <div className="flex flex-wrap gap-3">
      <ButtonLink to={`/workshops/${workshopId}/results`}>
        <ChartBar aria-hidden className="size-5" />
        {t('results.link')}
      </ButtonLink>
      <ButtonLink to={`/workshops/${workshopId}/decisions`}>
        <Gavel aria-hidden className="size-5" />
        {t('results.decisionsLink')}
      </ButtonLink>
    </div>
  )
}
