import { CircleCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '../../../../components/button'
import { Notice } from '../../../../components/notice'
import type { Translate } from '../../../kind'
import { placeClauses, type PlacedClause } from '../../model/clauses'
import type { Agreement } from '../../model/content'
import { reviewAgreement, type Finding, type KnownOrganisation } from '../../model/findings'
import { updatePartyNames } from '../../model/parties'
import type { TextPlace } from '../../model/text-places'
import type { AgreementSession } from '../agreement-session'
import { TermList } from './term-list'
import { useSettled } from './use-settled'

interface ReviewTabProps {
  session: AgreementSession
  content: Agreement
  organisations: readonly KnownOrganisation[]
  canEdit: boolean
  t: Translate
  onGo(clause: string, place?: TextPlace): void
}

/** How long nobody has to have written before the text is looked over again (ms). */
const quiet = 600

/** What somebody should look at before the agreement goes round, and its defined terms. */
export default function ReviewTab({ session, content, organisations, canEdit, t, onGo }: ReviewTabProps) {
  const settled = useSettled(content, quiet)
  const { findings, terms } = useMemo(() => reviewAgreement(settled, organisations), [settled, organisations])
  const numbers = useMemo(() => new Map(placeClauses(settled).map((one) => [one.id, one])), [settled])
  const [said, setSaid] = useState('')
  const outdated = findings.filter(({ kind }) => kind === 'outdatedParty').length
  const update = () => {
    session.endStep()
    const changed = session.change((root) => updatePartyNames(root, organisations)) ?? 0
    session.endStep()
    setSaid(t('finding.namesUpdated', { count: changed }))
  }
  return (
    <div className="grid gap-6 p-4">
      <section aria-labelledby="review-findings">
        <h3 id="review-findings" className="mb-2 font-bold">
          {t('finding.title')}
        </h3>
        <p role="status" className={said === '' ? 'sr-only' : 'mb-2 text-sm'}>
          {said}
        </p>
        {outdated > 0 && canEdit ? (
          <div className="mb-3">
            <Notice tone="caution" title={t('finding.outdatedParties', { count: outdated })}>
              <Button size="small" className="mt-2" onPress={update}>
                {t('finding.updateNames')}
              </Button>
            </Notice>
          </div>
        ) : null}
        {findings.length === 0 ? (
          <p className="flex gap-2 text-positive">
            <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0" />
            {t('finding.none')}
          </p>
        ) : (
          <ul className="grid gap-1.5">
            {findings.map((finding, index) => (
              <li key={`${finding.kind} ${finding.clause} ${finding.place?.at ?? ''} ${index}`}>
                <FindingButton finding={finding} clause={numbers.get(finding.clause)} t={t} onGo={onGo} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <TermList terms={terms} clauses={numbers} t={t} onGo={onGo} />
    </div>
  )
}

interface FindingButtonProps {
  finding: Finding
  clause: PlacedClause | undefined
  t: Translate
  onGo: ReviewTabProps['onGo']
}

function FindingButton({ finding, clause, t, onGo }: FindingButtonProps) {
  const { kind: _kind, clause: id, place, ...words } = finding
  return (
    <button
      type="button"
      onClick={() => onGo(id, place)}
      className="block min-h-11 w-full cursor-pointer rounded-md border border-line px-3 py-2 text-left hover:bg-sunken"
    >
      <span className="block break-words">{t(`finding.${finding.kind}`, words)}</span>
      <span className="block text-sm break-words text-ink-soft">
        {clause ? `${clause.number} ${clause.title === '' ? t('untitled') : clause.title}` : ''}
      </span>
    </button>
  )
}
