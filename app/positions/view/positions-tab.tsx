import { lazy } from 'react'
import { SideTab } from '../../artefacts/shared/side-tab'
import { useTranslate } from '../../i18n/use-translate'
import type { AgreementPositions } from '../use-agreement-positions'

const ClausePositions = lazy(() => import('./clause-positions'))

interface PositionsTabProps {
  known: AgreementPositions
  /** Brings a clause into sight in the text. */
  onShow(clause: string): void
}

/** The side panel's tab of where everybody stands on the clause that one is in. */
export function PositionsTab({ known, onShow }: PositionsTabProps) {
  const t = useTranslate('positions')
  const disputed = known.table.rows.filter(({ isDisputed }) => isDisputed).length
  return (
    <SideTab id="positions" name={t('tab')} count={disputed} countWords={t('figures.disputed', { count: disputed })}>
      {() => (known.isRead ? <ClausePositions known={known} onShow={onShow} /> : null)}
    </SideTab>
  )
}
