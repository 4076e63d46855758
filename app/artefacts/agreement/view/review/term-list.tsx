import { useState } from 'react'
import { Button } from '../../../../components/button'
import type { Translate } from '../../../kind'
import type { PlacedClause } from '../../model/clauses'
import type { DefinedTerm } from '../../model/terms'
import type { TextPlace } from '../../model/text-places'

interface TermListProps {
  terms: readonly DefinedTerm[]
  clauses: ReadonlyMap<string, PlacedClause>
  t: Translate
  onGo(clause: string, place: TextPlace): void
}

/** The defined terms: where each is defined, how often it is used, and the way there. */
export function TermList({ terms, clauses, t, onGo }: TermListProps) {
  const sorted = [...terms].sort((one, other) => one.term.localeCompare(other.term))
  return (
    <section aria-labelledby="review-terms">
      <h3 id="review-terms" className="mb-2 font-bold">
        {t('term.title')}
      </h3>
      {sorted.length === 0 ? <p className="text-ink-soft">{t('term.teach')}</p> : null}
      <ul className="grid gap-1.5">
        {sorted.map((term) => (
          <li key={`${term.place.clause} ${term.place.at}`}>
            <TermRow term={term} clause={clauses.get(term.place.clause)} t={t} onGo={onGo} />
          </li>
        ))}
      </ul>
      {sorted.length > 0 ? <p className="mt-3 text-sm text-ink-soft">{t('term.honest')}</p> : null}
    </section>
  )
}

interface TermRowProps {
  term: DefinedTerm
  clause: PlacedClause | undefined
  t: Translate
  onGo: TermListProps['onGo']
}

function TermRow({ term: { term, place, uses }, clause, t, onGo }: TermRowProps) {
  const [last, setLast] = useState(-1)
  const next = uses.length === 0 ? undefined : uses[(last + 1) % uses.length]
  const goOn = () => {
    if (!next) return
    setLast((index) => (index + 1) % uses.length)
    onGo(next.place.clause, next.place)
  }
  return (
    <div className="rounded-md border border-line px-3 py-2">
      <p className="font-semibold break-words">{term}</p>
      <p className="text-sm text-ink-soft">
        {t('term.definedIn', { clause: clause?.number ?? '' })} · {t('term.uses', { count: uses.length })}
      </p>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <Button size="small" aria-label={t('term.toDefinitionOf', { term })} onPress={() => onGo(place.clause, place)}>
          {t('term.toDefinition')}
        </Button>
        {next ? (
          <Button size="small" aria-label={t('term.nextUseOf', { term })} onPress={goOn}>
            {t('term.nextUse')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
