import { ClauseOutline, type ClauseOutlineProps } from './clause-outline'

export interface OutlineWithCountsProps extends ClauseOutlineProps {
  words: number
}

/** The outline beside the sheet, where there is room for it. */
export function OutlinePanel(outline: OutlineWithCountsProps) {
  return (
    <nav
      aria-label={outline.t('outline.label')}
      className={
        'sticky top-[calc(var(--view-top,0px)+0.5rem)] hidden max-h-[calc(100dvh-var(--view-top,0px)-1rem)] ' +
        'self-start overflow-y-auto p-1 pt-3 pb-4 text-[0.9375rem] roomy:block'
      }
    >
      <h2 className="mb-2 px-2 text-sm font-semibold text-ink-soft">{outline.t('outline.label')}</h2>
      <OutlineWithCounts {...outline} />
    </nav>
  )
}

export function OutlineWithCounts({ words, ...outline }: OutlineWithCountsProps) {
  const { t, placed } = outline
  // As everywhere else: what is only suggested is no clause of the agreement yet.
  const agreed = placed.filter(({ clause }) => clause.attrs.suggestion?.does !== 'insert')
  return (
    <>
      <ClauseOutline {...outline} />
      <p className="mt-3 border-t border-line px-2 pt-3 text-sm text-ink-soft">
        {t('outline.clauses', { count: agreed.length })} · {t('outline.words', { count: words })}
      </p>
    </>
  )
}
