import { Eye, Lock, LockOpen } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { ConfirmDialog } from '../../../components/dialog'
import { useTranslate } from '../../../i18n/use-translate'
import type { LiveStep } from '../../model/live-state'
import { ResultBars } from './result-bars'
import { RoomVotes } from './room-votes'

interface VotePanelProps {
  workshopId: string
  step: LiveStep
  /** The live state's turn. */
  turn: number
  /** How many have voted; null while it is not known. */
  voters: number | null
  /** A command is on its way. */
  busy: boolean
  onCloseVotes(): void
  onShowResults(): void
  /** Votes are taken again; without it there is no such button. */
  onOpenVotes?: (() => void) | undefined
}

/** A vote on the facilitator's screen: how many have voted, votes for those without a device, closing and showing. */
export function VotePanel(props: VotePanelProps) {
  const { workshopId, step, turn, voters, busy, onCloseVotes, onShowResults, onOpenVotes } = props
  const t = useTranslate('votes')
  const [asks, setAsks] = useState(false)
  const { results, votesClosed } = step
  if (results) return <ResultBars tallies={results} />
  return (
    <div className="flex flex-col gap-5">
      <p role="status" className="text-lg font-bold">
        {voters === null ? t('loading') : t('panel.voters', { count: voters })}
      </p>
      <p className="text-ink-soft">{t(votesClosed ? 'panel.closed' : 'panel.open')}</p>
      <div className="flex flex-wrap gap-3">
        {votesClosed ? null : (
          <Button isDisabled={busy} onPress={onCloseVotes}>
            <Lock aria-hidden className="size-4" />
            {t('panel.close')}
          </Button>
        )}
        {votesClosed && onOpenVotes ? (
          <Button isDisabled={busy} onPress={onOpenVotes}>
            <LockOpen aria-hidden className="size-4" />
            {t('panel.reopen')}
          </Button>
        ) : null}
        <Button
          variant={votesClosed ? 'primary' : 'secondary'}
          isDisabled={busy}
          onPress={() => (votesClosed ? onShowResults() : setAsks(true))}
        >
          <Eye aria-hidden className="size-4" />
          {t('panel.show')}
        </Button>
      </div>
      <RoomVotes workshopId={workshopId} stepId={step.id} turn={turn} isOpen={!votesClosed} />
      <ConfirmDialog
        title={t('panel.showTitle')}
        confirmLabel={t('panel.show')}
        isOpen={asks}
        onOpenChange={setAsks}
        onConfirm={onShowResults}
      >
        {t('panel.showText')}
      </ConfirmDialog>
    </div>
  )
}
