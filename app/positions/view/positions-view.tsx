import { ArrowRight, Building2, FileDown, FileText, Printer } from 'lucide-react'
import { useCallback, useDeferredValue, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { wordedClauses } from '../../artefacts/agreement/model/wording'
import type { Agreement } from '../../artefacts/agreement/model/content'
import { useContent } from '../../artefacts/shared/use-artefact'
import { Button, ButtonLink } from '../../components/button'
import { buttonStyle } from '../../components/button-style'
import { Checkbox } from '../../components/checkbox'
import { EmptyState } from '../../components/empty-state'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import type { ArtefactSession } from '../../sync/session'
import { nextDisputed, positionTable, type Cell, type ClauseRow } from '../model/position-table'
import type { ProgressPoint } from '../model/progress'
import type { PositionsPageData } from '../positions-page.server'
import { usePositions } from '../use-positions'
import { agreementAt, clauseIn } from './addresses'
import { AgreementFigures } from './agreement-figures'
import { CellDialog } from './cell-dialog'
import { PositionGrid } from './position-grid'
import { PositionList } from './position-list'
import { ProgressChart } from './progress-chart'

interface PositionsViewProps {
  data: PositionsPageData
  session: ArtefactSession<Agreement>
  /** How live it is. */
  state: ReactNode
}

/** The page of all positions: figures, the table, and how they came closer over time. */
export function PositionsView({ data, session, state }: PositionsViewProps) {
  const t = useTranslate('positions')
  const { artefact, mayExport } = data
  const { now } = usePositions({ artefactId: artefact.id, session, sent: data.positions })
  const content = useDeferredValue(useContent(session))
  const clauses = useMemo(() => wordedClauses(content), [content])
  const table = useMemo(
    () => positionTable(clauses, now?.organisations ?? [], now?.statements ?? []),
    [clauses, now],
  )
  const points = useMemo((): ProgressPoint[] => {
    const { all, earlier: _earlier, ...stances } = table.total
    return [...data.progress, { moment: { id: 'now', title: '', at: 0 }, stances, all }]
  }, [data.progress, table])
  const isEmpty = clauses.length === 0 || table.organisations.length === 0
  return (
    <Page width="wide">
      <title>{`${t('title')}: ${artefact.title} – Tahto`}</title>
      <PageHeading
        title={t('title')}
        back={{ to: `/artefacts/${artefact.id}`, label: artefact.title }}
        actions={isEmpty ? null : <Actions artefactId={artefact.id} mayExport={mayExport} />}
      >
        {t('intro')}
      </PageHeading>
      {state}
      {isEmpty ? (
        <Nothing hasClauses={clauses.length > 0} projectId={artefact.projectId} />
      ) : (
        <>
          <AgreementFigures table={table} />
          <Positions artefactId={artefact.id} table={table} wordings={new Map(clauses.map(({ id, wording }) => [id, wording]))} />
          <ProgressChart points={points} />
        </>
      )}
    </Page>
  )
}

function Actions({ artefactId, mayExport }: { artefactId: string; mayExport: boolean }) {
  const t = useTranslate('positions')
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      <Button onPress={() => window.print()}>
        <Printer aria-hidden className="size-5" />
        {t('print')}
      </Button>
      {mayExport ? (
        // A file, not a page: the browser fetches it itself.
        <a href={`/artefacts/${artefactId}/positions.csv`} download className={buttonStyle('secondary', 'medium')}>
          <FileDown aria-hidden className="size-5" />
          {t('download')}
        </a>
      ) : null}
    </div>
  )
}

function Nothing({ hasClauses, projectId }: { hasClauses: boolean; projectId: string }) {
  const t = useTranslate('positions')
  if (!hasClauses) {
    return (
      <EmptyState icon={FileText} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={Building2}
      title={t('empty.organisations')}
      action={<ButtonLink to={`/projects/${projectId}/organisations`}>{t('empty.toOrganisations')}</ButtonLink>}
    >
      {t('empty.organisationsText')}
    </EmptyState>
  )
}

interface PositionsProps {
  artefactId: string
  table: ReturnType<typeof positionTable>
  wordings: ReadonlyMap<string, string>
}

/** The table with what one does to it: filter it, walk the disputes, look into one position. */
function Positions({ artefactId, table, wordings }: PositionsProps) {
  const t = useTranslate('positions')
  const cameFrom = useClauseInAddress()
  const [at, setAt] = useState<string>()
  const [onlyDisputed, setOnlyDisputed] = useState(false)
  const [showWords, setShowWords] = useState(false)
  const [opened, setOpened] = useState<{ clause: string; organisation: string }>()
  const rows = useMemo(
    () => (onlyDisputed ? table.rows.filter(({ isDisputed }) => isDisputed) : table.rows),
    [table, onlyDisputed],
  )
  const next = nextDisputed(table.rows, at ?? cameFrom)
  const onOpen = useCallback(
    ({ clause }: ClauseRow, { organisation }: Cell) => setOpened({ clause: clause.id, organisation: organisation.id }),
    [],
  )
  const row = table.rows.find(({ clause }) => clause.id === opened?.clause)
  const cell = row?.cells.find(({ organisation }) => organisation.id === opened?.organisation)
  return (
    <>
      <div className="mt-4 mb-2 flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
        {next ? (
          <ButtonLink variant="primary" to={agreementAt(artefactId, next)}>
            {t('grid.next')}
            <ArrowRight aria-hidden className="size-5" />
          </ButtonLink>
        ) : null}
        <Checkbox
          label={t('grid.onlyDisputed')}
          checked={onlyDisputed}
          onChange={(event) => setOnlyDisputed(event.target.checked)}
        />
        <Checkbox
          className="max-md:hidden"
          label={t('grid.words')}
          checked={showWords}
          onChange={(event) => setShowWords(event.target.checked)}
        />
        <p id="positions-help" className="text-sm text-ink-soft max-md:hidden">
          {t('grid.help')}
        </p>
      </div>
      {rows.length === 0 ? (
        <p role="status" className="rounded-lg border border-dashed border-line-strong bg-surface p-6 text-center">
          {t('grid.none')}
        </p>
      ) : (
        <>
          <PositionGrid {...{ artefactId, table, rows, showWords, cameFrom, onOpen }} onCurrent={setAt} />
          <PositionList {...{ artefactId, rows, onOpen }} />
        </>
      )}
      {row && cell ? (
        <CellDialog
          {...{ artefactId, row, cell }}
          wording={wordings.get(row.clause.id) ?? ''}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </>
  )
}

/** The clause that one came back from. Only a browser knows what stands after #. */
function useClauseInAddress(): string | undefined {
  const hash = useSyncExternalStore(
    (listener) => {
      window.addEventListener('hashchange', listener)
      return () => window.removeEventListener('hashchange', listener)
    },
    () => window.location.hash,
    () => '',
  )
  return clauseIn(hash)
}
