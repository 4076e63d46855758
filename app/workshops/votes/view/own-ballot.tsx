import { Vote } from 'lucide-react'
import { EmptyState } from '../../../components/empty-state'
import { Notice } from '../../../components/notice'
import { useTranslate } from '../../../i18n/use-translate'
import { dotsUsed } from '../ballot'
import { BallotList } from './ballot-list'
import { useBallot } from './use-ballot'

interface OwnBallotProps {
  workshopId: string
  stepId: string
  /** Whose it is: two people on one device must not mix what it keeps for them. */
  participantKey: string
  /** The live state's turn: what it says of the vote is looked at again when it changes. */
  turn: number
}

/** A participant's own ballot: loaded, filled, saved with each change, and told plainly when it cannot be. */
export function OwnBallot({ workshopId, stepId, participantKey, turn }: OwnBallotProps) {
  const t = useTranslate('votes')
  const { ballot, gone, saving, refused, change } = useBallot({ workshopId, stepId, participantKey }, turn)
  if (gone) return <Notice role="status">{t('refused.gone')}</Notice>
  if (!ballot) return <p role="status">{t('loading')}</p>
  const stopped = ballot.stopped ?? refused
  return (
    <div className="flex flex-col gap-4">
      {stopped ? (
        <Notice tone={ballot.stopped ? 'info' : 'caution'} role="status">
          {t(`refused.${stopped}`)}
        </Notice>
      ) : null}
      {ballot.cameBack > 0 ? (
        <Notice tone="caution" role="status">
          {t('cameBack', { count: ballot.cameBack })}
        </Notice>
      ) : null}
      {ballot.targets.length > 0 ? (
        <BallotList
          targets={ballot.targets}
          dots={ballot.dots}
          limits={ballot.limits}
          state={ballot.stopped ? 'closed' : 'open'}
          onChange={change}
          saving={ballot.stopped || (saving === 'saved' && dotsUsed(ballot.dots) === 0) ? null : t(`saving.${saving}`)}
        />
      ) : ballot.stopped ? null : (
        <EmptyState icon={Vote} title={t('nothing.title')}>
          {t('nothing.text')}
        </EmptyState>
      )}
      {ballot.stopped ? null : <p className="text-sm text-ink-soft">{t('secret')}</p>}
    </div>
  )
}
