import { useMemo } from 'react'
import type { Person } from '../../../sync/session'
import { usePeople } from '../../shared/use-artefact'
import type { Translate } from '../../kind'
import type { AgreementSession } from './agreement-session'
import { clauseOfPlace } from './places'

export const nobody: readonly Person[] = []

/** Who is writing where, by the ids of the clauses. */
export function useWriters(session: AgreementSession): ReadonlyMap<string, readonly Person[]> {
  const people = usePeople(session)
  return useMemo(() => {
    const writers = new Map<string, readonly Person[]>()
    for (const person of people) {
      const clause = clauseOfPlace(person.place)
      if (clause !== undefined) writers.set(clause, [...(writers.get(clause) ?? nobody), person])
    }
    return writers
  }, [people])
}

/** Who is writing in a clause, as a mark beside its name in the outline. */
export function ClauseWriters({ writers, t }: { writers: readonly Person[]; t: Translate }) {
  if (writers.length === 0) return null
  const names = writers.map(({ name }) => name).join(', ')
  return (
    <span className="ml-auto flex shrink-0 items-center gap-1 self-center" title={names}>
      <span className="sr-only">{t('outline.writing', { names })}</span>
      {writers.slice(0, 3).map(({ clientId, colour, name }) => (
        <span
          key={clientId}
          aria-hidden
          className="flex size-5 items-center justify-center rounded-full bg-ink-soft text-xs font-semibold text-white"
          style={/^#[0-9a-f]{6}$/i.test(colour) ? { backgroundColor: colour } : {}}
        >
          {[...name][0]?.toUpperCase() ?? '·'}
        </span>
      ))}
    </span>
  )
}
