import { ChartBar, Lock, LockOpen } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { ConfirmDialog } from '../../../components/dialog'
import { useTranslate } from '../../../i18n/use-translate'
import { ResultBars } from '../../votes/view/result-bars'
import { RoomVotes } from '../../votes/view/room-votes'
import { Key } from './panel'
import type { StepToolsProps } from './step-panel'
import { shortcuts } from './use-shortcuts'

/** How many have voted, closing the vote, and showing what came of it. */
export function VoteTools({ workshopId, step, standing, desk, askNow, commands }: StepToolsProps) {
  const t = useTranslate('run')
  const { give, pending } = commands
  const shown = step.results !== null
  const open = !step.votesClosed && !shown
  const here = desk.people.filter((person) => person.here && !person.leads).length
  const voted = desk.step.voted ?? 0
  const [asks, setAsks] = useState(false)
  const turn = () => give(shown ? 'hide-results' : 'show-results', { step: step.id })
  const press = async () => {
    const now = shown || here === 0 ? undefined : await askNow()
    if (now?.step.voted === 0) setAsks(true)
    else await turn()
  }
  return (
    <div className="flex flex-col gap-3">
      <p>
        <span className="text-2xl font-bold tabular-nums">{t('vote.cast', { count: voted })}</span>{' '}
        <span className="text-ink-soft">{t('vote.ofHere', { count: here })}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant={shown ? 'secondary' : 'primary'}
          isPending={pending === 'show-results' || pending === 'hide-results'}
          aria-keyshortcuts={shortcuts.main}
          onPress={() => void press()}
        >
          <ChartBar aria-hidden className="size-5" />
          {shown ? t('vote.hide') : t('vote.show')}
          <Key>{shortcuts.main}</Key>
        </Button>
        {shown ? null : (
          <Button
            isPending={pending === 'close-votes' || pending === 'open-votes'}
            onPress={() => void give(step.votesClosed ? 'open-votes' : 'close-votes', { step: step.id })}
          >
            {step.votesClosed ? <LockOpen aria-hidden className="size-5" /> : <Lock aria-hidden className="size-5" />}
            {step.votesClosed ? t('vote.open') : t('vote.close')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        title={t('vote.nobodyTitle')}
        confirmLabel={t('vote.show')}
        isOpen={asks}
        onOpenChange={setAsks}
        onConfirm={() => void turn()}
      >
        {t('vote.nobody', { count: here })}
      </ConfirmDialog>
      <p className="text-sm text-ink-soft">{shown ? t('vote.shown') : open ? t('vote.isOpen') : t('vote.isClosed')}</p>
      {step.results ? <ResultBars tallies={step.results} /> : null}
      <RoomVotes workshopId={workshopId} stepId={step.id} turn={standing.state.turn} isOpen={open} />
    </div>
  )
}
