import { FilePen, GitCompare } from 'lucide-react'
import { ButtonLink } from '../../components/button'
import { Card } from '../../components/card'
import { useTranslate } from '../../i18n/use-translate'
import type { CirculationStanding } from '../model/standing'
import type { ApprovalsPageData } from '../pages.server'
import { AnswerMark } from './answer-mark'
import { AskedAbout } from './asked-about'

interface OwnPartyProps {
  circulation: CirculationStanding
  own: NonNullable<ApprovalsPageData['own']>
}

/** What one's own organisation is asked, and the way to its decision. */
export function OwnParty({ circulation, own }: OwnPartyProps) {
  const t = useTranslate('approvals')
  const party = circulation.parties.find(({ organisationId }) => organisationId === own.organisationId)
  if (!party || circulation.state === 'withdrawn') return null
  const { name, answer, asked, record } = party
  const base = `/artefacts/${circulation.artefactId}/approvals`
  const isWaiting = answer === 'waiting'
  return (
    <Card className="print:hidden">
      <h2 className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xl font-bold">
        <span className="break-words">{name}</span>
        <AnswerMark answer={answer} />
      </h2>
      {record ? null : <AskedAbout party={party} />}
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink to={`${base}/changes`}>
          <GitCompare aria-hidden className="size-5" />
          {t(asked.of === 'whole' && party.knownVersion === null ? 'own.readWhole' : 'own.readChanges')}
        </ButtonLink>
        {own.mandate ? (
          <ButtonLink to={`${base}/decision?circulation=${circulation.id}`} variant={isWaiting ? 'primary' : 'secondary'}>
            <FilePen aria-hidden className="size-5" />
            {t(record ? 'own.correct' : 'own.record')}
          </ButtonLink>
        ) : null}
      </div>
      {own.mandate ? null : (
        <p className="mt-4 text-ink-soft">
          {own.recorders.length > 0 ? t('own.recorders', { names: own.recorders.join(', ') }) : t('own.noRecorder')}
        </p>
      )}
    </Card>
  )
}
