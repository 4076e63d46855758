import { Pencil } from 'lucide-react'
import { useCallback, useSyncExternalStore } from 'react'
import { initials } from '../model/initials'
import { useBlueprint } from './blueprint-context'
import type { PersonHere } from './places'

const nobody: readonly PersonHere[] = []

/** The others who are at a place, with their organisation's initials; nothing where nobody is. */
export function PeopleHere({ place, className = '' }: { place: string; className?: string }) {
  const { places, t } = useBlueprint()
  const subscribe = useCallback((listener: () => void) => places.subscribe(listener), [places])
  const here = useSyncExternalStore(
    subscribe,
    () => places.at(place),
    () => nobody,
  )
  if (here.length === 0) return null
  return (
    <span className={`flex flex-wrap gap-1 ${className}`}>
      {here.map(({ person, editing }) => {
        const { name, organisation } = person
        const who = organisation ? t('people.here', { name, organisation }) : t('people.hereAlone', { name })
        return (
          <span
            key={person.clientId}
            title={editing ? t('people.editing', { who }) : who}
            // White on one of the server's list of contrast-checked colours.
            style={{ backgroundColor: person.colour }}
            className={
              'inline-flex max-w-full items-center gap-1 rounded-full px-2 py-0.5 text-xs ' +
              'font-semibold text-white'
            }
          >
            {editing ? <Pencil aria-hidden className="size-3 shrink-0" /> : null}
            <span aria-hidden className="truncate">
              {name}
            </span>
            {organisation ? <span aria-hidden>{initials(organisation)}</span> : null}
            <span className="sr-only">{editing ? t('people.editing', { who }) : who}</span>
          </span>
        )
      })}
    </span>
  )
}
