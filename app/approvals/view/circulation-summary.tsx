import { Link, useFetcher } from 'react-router'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { SubmitButton } from '../../accounts/view/form'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Dialog } from '../../components/dialog'
import { TextArea } from '../../components/text-field'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { sayDay } from '../../workshops/wall-time'
import { longestCirculationWords } from '../limits'
import { reservationsOf } from '../model/reservations'
import { approvals, shownState, type CirculationStanding } from '../model/standing'
import type { ApprovalFailure } from '../pages.server'
import { sayDate } from '../say-date'
import { RefusalNotice } from './refusal-notice'
import { WhoElse } from './who-else'

interface CirculationSummaryProps {
  circulation: CirculationStanding
  /** "2026-11-22" */
  today: string
  mayWithdraw: boolean
}

/** The version that is with the parties, or was: how far it is, by when, and what the proposer says. */
export function CirculationSummary({ circulation, today, mayWithdraw }: CirculationSummaryProps) {
  const t = useTranslate('approvals')
  const language = useLanguage()
  const { state, version, due, words, proposedAt, proposedByName, withdrawnWords, artefactId } = circulation
  const isUnderway = state === 'underway'
  return (
    <Card>
      <p className="text-sm font-semibold text-accent-strong">{t(`state.${shownState(circulation)}`)}</p>
      <h2 className="text-xl font-bold break-words">
        <Link to={`/artefacts/${artefactId}/versions/${version.number}`}>
          {t('versionName', { number: version.number, name: version.name })}
        </Link>
      </h2>
      <p className="mt-1 text-ink-soft">
        {t('summary.proposed', { name: proposedByName, day: sayDay(proposedAt, language) })}
        {isUnderway ? ` ${t(due < today ? 'summary.overdue' : 'summary.due', { day: sayDate(due, language) })}` : ''}
      </p>
      {words ? <p className="mt-3 max-w-prose break-words whitespace-pre-line">{words}</p> : null}
      <Share circulation={circulation} />
      <WhoElse circulation={circulation} />
      {withdrawnWords ? (
        <p className="mt-3 max-w-prose break-words whitespace-pre-line">{t('summary.withdrawnWords', { words: withdrawnWords })}</p>
      ) : null}
      {isUnderway && mayWithdraw ? <Withdraw circulationId={circulation.id} /> : null}
    </Card>
  )
}

/** What was approved with a reservation is drawn apart from what was approved as it is. */
function Share({ circulation: { parties, leftOut } }: { circulation: CirculationStanding }) {
  const t = useTranslate('approvals')
  const { given, of } = approvals(parties)
  const share = (count: number) => ({ width: `${(100 * count) / Math.max(of, 1)}%` })
  const reserved = reservationsOf(parties).length
  return (
    <div className="mt-4 max-w-md">
      <p role="status" className="font-semibold">
        {t(leftOut.length > 0 ? 'summary.givenOfAsked' : 'summary.given', { given, of })}
      </p>
      <div aria-hidden className="mt-1 flex h-2.5 overflow-hidden rounded-full bg-line forced-color-adjust-none">
        <div className="h-full bg-positive" style={share(given - reserved)} />
        <div className="h-full bg-caution" style={share(reserved)} />
      </div>
    </div>
  )
}

function Withdraw({ circulationId }: { circulationId: string }) {
  const t = useTranslate('approvals')
  const words = useTranslate('components')
  const fetcher = useFetcher<ApprovalFailure>()
  const [asking, setAsking] = useState(false)
  return (
    <div className="mt-5 print:hidden">
      <Button size="small" onPress={() => setAsking(true)}>
        <Undo2 aria-hidden className="size-4" />
        {t('withdraw.action')}
      </Button>
      <p className="mt-2 max-w-prose text-sm text-ink-soft">{t('withdraw.hint')}</p>
      <Dialog title={t('withdraw.title')} isOpen={asking} onOpenChange={setAsking} role="alertdialog">
        <fetcher.Form method="post" noValidate className="flex flex-col gap-5">
          <p>{t('withdraw.explained')}</p>
          <RefusalNotice answer={fetcher.state === 'idle' ? fetcher.data : undefined} />
          <input type="hidden" name="intent" value="withdraw" />
          <input type="hidden" name="circulation" value={circulationId} />
          <TextArea name="words" label={t('withdraw.words')} hint={t('withdraw.wordsHint')} maxLength={longestCirculationWords} />
          <div className="flex flex-wrap justify-end gap-3">
            <Button onPress={() => setAsking(false)}>{words('cancel')}</Button>
            <SubmitButton variant="danger" busy={fetcher.state !== 'idle'}>
              {t('withdraw.confirm')}
            </SubmitButton>
          </div>
        </fetcher.Form>
      </Dialog>
    </div>
  )
}
