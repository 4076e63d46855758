import { FileText, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useFetcher } from 'react-router'
import { SubmitButton } from '../../../accounts/view/form'
import { Button, ButtonLink } from '../../../components/button'
import { Card } from '../../../components/card'
import { ConfirmDialog } from '../../../components/dialog'
import { Notice } from '../../../components/notice'
import { useTranslate } from '../../../i18n/use-translate'
import type { ReportPageData, ReportRefusal } from '../report-page.server'

interface ReportCardProps {
  workshopId: string
  report: ReportPageData['report']
  /** What a post without JavaScript answered. */
  answer?: ReportRefusal | undefined
}

/** A workshop's report: how to make it, and where it is. */
export function ReportCard({ workshopId, report, answer }: ReportCardProps) {
  const t = useTranslate('report')
  const fetcher = useFetcher<ReportRefusal>()
  const refusal = fetcher.state === 'idle' ? (fetcher.data ?? answer) : undefined
  const { closed, artefactId, mayMake, feedback } = report
  const action = `/workshops/${workshopId}/report`
  return (
    <Card>
      <h2 className="mb-2 text-xl font-bold">{t('card.title')}</h2>
      <div className="flex flex-col gap-4">
        <p className="max-w-prose text-ink-soft">
          {t(`card.${wordsFor(report)}`)}
        </p>
        <div className="flex flex-wrap items-center gap-3 empty:hidden">
          {artefactId ? (
            <ButtonLink variant="primary" to={`/artefacts/${artefactId}`}>
              <FileText aria-hidden className="size-4" />
              {t('card.open')}
            </ButtonLink>
          ) : null}
          {closed && mayMake && !artefactId ? (
            <fetcher.Form method="post" action={action}>
              <SubmitButton busy={fetcher.state !== 'idle'}>{t('card.make')}</SubmitButton>
            </fetcher.Form>
          ) : null}
          {closed && mayMake && artefactId ? (
            <MakeAgain
              busy={fetcher.state !== 'idle'}
              onConfirm={() => void fetcher.submit(null, { method: 'post', action })}
            />
          ) : null}
          {mayMake ? (
            <ButtonLink variant="quiet" to={`/workshops/${workshopId}/feedback`}>
              {t('card.feedback')}
            </ButtonLink>
          ) : null}
        </div>
        {closed && mayMake && !artefactId ? (
          <p className="text-sm text-ink-soft">{t('card.feedbackEnds', { count: feedback })}</p>
        ) : null}
        <div role="status" className="empty:hidden">
          {refusal ? <Notice tone="caution">{t(wordsOf[refusal.refused])}</Notice> : null}
        </div>
      </div>
    </Card>
  )
}

function wordsFor({ closed, artefactId, mayMake }: ReportPageData['report']) {
  if (artefactId) return 'made'
  if (!closed) return 'notYet'
  return mayMake ? 'explained' : 'notMade'
}

const wordsOf = { 'not-closed': 'card.notClosed', locked: 'card.locked', failed: 'card.failed' } as const

function MakeAgain({ busy, onConfirm }: { busy: boolean; onConfirm(): void }) {
  const t = useTranslate('report')
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button isPending={busy} onPress={() => setAsked(true)}>
        <RotateCcw aria-hidden className="size-4" />
        {t('card.again')}
      </Button>
      <ConfirmDialog
        title={t('card.againTitle')}
        isOpen={asked}
        onOpenChange={setAsked}
        confirmLabel={t('card.again')}
        onConfirm={onConfirm}
      >
        <p>{t('card.againText')}</p>
      </ConfirmDialog>
    </>
  )
}
