import type { WordedClause } from '../../artefacts/agreement/model/wording'
import { OrganisationBadge } from '../../components/organisation-badge'
import { useTranslate } from '../../i18n/use-translate'
import type { Cell, ClauseRow } from '../model/position-table'
import type { AgreementPositions } from '../use-agreement-positions'
import { ClauseHistory } from './clause-history'
import { OwnPosition } from './own-position'
import { PositionDetails } from './position-details'

interface OnOneClauseProps {
  known: AgreementPositions
  row: ClauseRow
  worded: WordedClause
}

/** Where everybody stands on one clause, one's own organisation first. */
export function OnOneClause({ known, row, worded }: OnOneClauseProps) {
  const t = useTranslate('positions')
  const { artefactId, own } = known
  const voice = known.positions.now?.voice
  if (worded.isHeading) return <p className="text-ink-soft">{t('panel.heading')}</p>
  const ours = voice?.may ? row.cells.find(({ organisation }) => organisation.id === voice.organisation) : undefined
  const others = row.cells.filter((cell) => cell !== ours)
  const newest = Math.max(0, ...row.cells.map(({ statement }) => statement?.id ?? 0))
  return (
    <>
      {voice && !voice.may ? <p className="rounded-md bg-sunken p-3 text-[0.9375rem]">{t(`panel.why.${voice.why}`)}</p> : null}
      {ours && own ? <OwnPosition artefactId={artefactId} own={own} cell={ours} worded={worded} /> : null}
      <Others artefactId={artefactId} cells={others} wording={worded.wording} />
      <ClauseHistory artefactId={artefactId} clause={worded.id} newest={newest} />
    </>
  )
}

const inOrder = ['objects', 'accepts-with-change', 'open', 'accepts'] as const

function Others({ artefactId, cells, wording }: { artefactId: string; cells: readonly Cell[]; wording: string }) {
  const t = useTranslate('positions')
  // What stands in the way of agreement first.
  const said = inOrder.flatMap((stance) => cells.filter((cell) => cell.stance === stance))
  const silent = cells.filter(({ stance }) => stance === 'none')
  return (
    <section>
      <h4 className="mb-2 font-bold">{t('panel.others')}</h4>
      {cells.length === 0 ? <p className="text-ink-soft">{t('panel.noOthers')}</p> : null}
      <ul className="space-y-3">
        {said.map((cell) => (
          <li key={cell.organisation.id} className="rounded-lg border border-line p-3">
            <OrganisationBadge type={cell.organisation.type} name={cell.organisation.name} />
            <div className="mt-2">
              <PositionDetails artefactId={artefactId} cell={cell} wording={wording} />
            </div>
          </li>
        ))}
      </ul>
      {silent.length === 0 ? null : (
        <p className="mt-3 text-[0.9375rem] text-ink-soft">
          <span className="font-semibold">{t('stance.none')}:</span> {silent.map(({ organisation }) => organisation.name).join(', ')}
        </p>
      )}
    </section>
  )
}
