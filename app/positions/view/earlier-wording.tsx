import { useState } from 'react'
import { Button } from '../../components/button'
import { useTranslate } from '../../i18n/use-translate'
import { WordChanges } from '../../versions/view/word-changes'
import { wordDifference } from '../../versions/word-difference'
import type { Statement } from '../model/statement'
import { useHistory } from './use-history'

interface EarlierWordingProps {
  artefactId: string
  statement: Statement
  /** What the clause says now. */
  wording: string
}

/** What has changed in a clause since a position was given on it, to be opened. */
export function EarlierWording({ artefactId, statement, wording }: EarlierWordingProps) {
  const t = useTranslate('positions')
  const [isOpen, setIsOpen] = useState(false)
  const { history, askAgain } = useHistory(artefactId, statement.clause, statement.id, isOpen)
  const before = history.kind === 'known' ? history.entries.find(({ id }) => id === statement.id) : undefined
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)} className="text-[0.9375rem]">
      <summary className="min-h-6 cursor-pointer py-1 font-semibold text-accent">{t('earlier.difference')}</summary>
      {history.kind === 'loading' ? <p role="status">{t('panel.loading')}</p> : null}
      {history.kind === 'failed' ? <HistoryFailed onAgain={askAgain} /> : null}
      {before ? <WordingDifference before={before.wording} after={wording} /> : null}
    </details>
  )
}

export function HistoryFailed({ onAgain }: { onAgain(): void }) {
  const t = useTranslate('positions')
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2">
      <p>{t('panel.failed')}</p>
      <Button size="small" onPress={onAgain}>
        {t('panel.again')}
      </Button>
    </div>
  )
}

/** Two wordings of a clause, word by word. */
export function WordingDifference({ before, after }: { before: string; after: string }) {
  const t = useTranslate('positions')
  if (before === after) return <p>{t('earlier.same')}</p>
  return (
    <p className="mt-1 rounded-md border border-line bg-surface p-3 leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
      <WordChanges words={wordDifference(before, after)} />
    </p>
  )
}
