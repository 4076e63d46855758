import { useState } from 'react'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { sayMoment } from '../../workshops/wall-time'
import { HistoryFailed } from './earlier-wording'
import { StanceMark } from './stance-mark'
import { useHistory } from './use-history'

interface ClauseHistoryProps {
  artefactId: string
  clause: string
  /** The id of the newest statement that the page knows: a newer one is asked for. */
  newest: number
  /** Of one organisation alone. */
  organisation?: string
}

/** All that was ever said about a clause, the newest first; fetched when it is opened. */
export function ClauseHistory({ artefactId, clause, newest, organisation }: ClauseHistoryProps) {
  const t = useTranslate('positions')
  const language = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const { history, askAgain } = useHistory(artefactId, clause, newest, isOpen)
  const entries =
    history.kind === 'known' ? history.entries.filter((one) => !organisation || one.organisation === organisation) : []
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="min-h-6 cursor-pointer py-1 font-semibold text-accent">{t('panel.history')}</summary>
      {history.kind === 'loading' ? <p role="status">{t('panel.loading')}</p> : null}
      {history.kind === 'failed' ? <HistoryFailed onAgain={askAgain} /> : null}
      {history.kind === 'known' && entries.length === 0 ? <p className="text-ink-soft">{t('panel.historyEmpty')}</p> : null}
      <ol className="mt-1 space-y-3">
        {entries.map(({ id, stance, words, by, at, organisationName }) => (
          <li key={id} className="border-l-2 border-line pl-3">
            <p className="text-sm text-ink-soft">{t('cell.by', { name: by, at: sayMoment(new Date(at), language) })}</p>
            {organisation ? null : <p className="font-semibold">{organisationName}</p>}
            <StanceMark stance={stance} showWords />
            {words === '' ? null : <p className="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">{words}</p>}
          </li>
        ))}
      </ol>
    </details>
  )
}
