import { useTranslate, useLanguage } from '../../i18n/use-translate'
import { sayMoment } from '../../workshops/wall-time'
import type { Cell } from '../model/position-table'
import type { Stance } from '../model/stance'
import { EarlierWording } from './earlier-wording'
import { StanceMark } from './stance-mark'

interface PositionDetailsProps {
  artefactId: string
  cell: Cell
  /** What the clause says now. */
  wording: string
}

const wordsNames: Partial<Record<Stance, 'change' | 'reason'>> = { 'accepts-with-change': 'change', objects: 'reason' }

/** Where one organisation stands on a clause: what it said, by whom and when, and what has changed since. */
export function PositionDetails({ artefactId, cell, wording }: PositionDetailsProps) {
  const t = useTranslate('positions')
  const language = useLanguage()
  const { stance, statement, isEarlier, organisation } = cell
  if (!statement || stance === 'none') {
    return (
      <p className="text-ink-soft">{t(statement ? 'cell.takenBack' : 'cell.nothing', { organisation: organisation.name })}</p>
    )
  }
  return (
    <div className="space-y-2">
      <StanceMark stance={stance} isEarlier={isEarlier} showWords />
      {statement.words === '' ? null : (
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          <span className="font-semibold">{t(`cell.${wordsNames[stance] ?? 'remark'}`)}: </span>
          {statement.words}
        </p>
      )}
      <p className="text-sm text-ink-soft">
        {t('cell.by', { name: statement.by, at: sayMoment(new Date(statement.at), language) })}
      </p>
      {isEarlier ? <EarlierWording artefactId={artefactId} statement={statement} wording={wording} /> : null}
    </div>
  )
}
