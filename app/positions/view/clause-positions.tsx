import { ArrowRight } from 'lucide-react'
import { useRef } from 'react'
import { Link } from 'react-router'
import { useSideWish } from '../../artefacts/shared/side-panel'
import { Button } from '../../components/button'
import { SelectField } from '../../components/select-field'
import { useTranslate } from '../../i18n/use-translate'
import { nextDisputed } from '../model/position-table'
import type { AgreementPositions } from '../use-agreement-positions'
import { useDraft } from '../use-positions'
import { AcceptRest } from './accept-rest'
import { tableAt } from './addresses'
import { KeptWords } from './kept-words'
import { OnOneClause } from './on-one-clause'

interface ClausePositionsProps {
  known: AgreementPositions
  onShow(clause: string): void
}

/** What the tab shows: a clause to choose, one's own organisation's position on it, and everybody else's. */
export default function ClausePositions({ known, onShow }: ClausePositionsProps) {
  const t = useTranslate('positions')
  const { artefactId, clauses, table, rows, clause, choose, positions, own } = known
  const heading = useRef<HTMLHeadingElement>(null)
  const draft = useDraft(own, clause)
  const row = rows.get(clause)
  const worded = clauses.find(({ id }) => id === clause)
  const next = nextDisputed(table.rows, clause)
  const go = (wanted: string) => {
    choose(wanted)
    onShow(wanted)
  }
  useSideWish('positions', (wanted) => {
    go(wanted)
    heading.current?.focus()
  })
  return (
    <div className="flex flex-1 flex-col gap-4 p-4">
      <h3 ref={heading} tabIndex={-1} className="text-lg leading-tight font-bold [overflow-wrap:anywhere] outline-none">
        {worded ? t('panel.clause', { number: worded.number, title: worded.title || t('untitled') }) : t('tab')}
      </h3>
      {clauses.length === 0 ? null : (
        <SelectField
          label={t('grid.clause')}
          value={row ? clause : ''}
          onChange={(event) => go(event.target.value)}
          options={[
            ...(row ? [] : [{ value: '', label: '–' }]),
            ...clauses.map(({ id, number, title }) => ({ value: id, label: `${number} ${title || t('untitled')}` })),
          ]}
        />
      )}
      {positions.now ? null : <NotHere isRefused={positions.isRefused} onAgain={positions.askAgain} />}
      {positions.now && row && worded ? <OnOneClause key={clause} known={known} row={row} worded={worded} /> : null}
      {clause !== '' && !row && draft ? <KeptWords draft={draft} /> : null}
      {row || draft ? null : <p className="text-ink-soft">{t(clause === '' ? 'panel.choose' : 'panel.suggested')}</p>}
      <AcceptRest known={known} />
      <div className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line pt-3">
        <Link to={tableAt(artefactId, clause)} className="inline-flex min-h-9 items-center">
          {t('panel.toTable')}
        </Link>
        {next && next !== clause ? (
          <Button size="small" onPress={() => go(next)}>
            {t('grid.next')}
            <ArrowRight aria-hidden className="size-4" />
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function NotHere({ isRefused, onAgain }: { isRefused: boolean; onAgain(): void }) {
  const t = useTranslate('positions')
  if (!isRefused) return <p role="status">{t('panel.loading')}</p>
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2">
      <p>{t('panel.failed')}</p>
      <Button size="small" onPress={onAgain}>
        {t('panel.again')}
      </Button>
    </div>
  )
}
