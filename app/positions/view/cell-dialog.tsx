import { ButtonLink } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { useTranslate } from '../../i18n/use-translate'
import type { Cell, ClauseRow } from '../model/position-table'
import { agreementAt } from './addresses'
import { ClauseHistory } from './clause-history'
import { PositionDetails } from './position-details'

interface CellDialogProps {
  artefactId: string
  row: ClauseRow
  cell: Cell
  /** What the clause says now. */
  wording: string
  onClose(): void
}

/** What one organisation has said about one clause. */
export function CellDialog({ artefactId, row: { clause }, cell, wording, onClose }: CellDialogProps) {
  const t = useTranslate('positions')
  const title = t('cell.title', {
    organisation: cell.organisation.name,
    clause: `${clause.number} ${clause.title || t('untitled')}`,
  })
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <div className="space-y-4">
        <PositionDetails artefactId={artefactId} cell={cell} wording={wording} />
        {cell.statement ? (
          <ClauseHistory
            artefactId={artefactId}
            clause={clause.id}
            newest={cell.statement.id}
            organisation={cell.organisation.id}
          />
        ) : null}
        <div className="flex justify-end">
          <ButtonLink to={agreementAt(artefactId, clause.id)}>{t('cell.open')}</ButtonLink>
        </div>
      </div>
    </Dialog>
  )
}
