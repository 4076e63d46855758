import type { Person } from '../../../sync/session'
import type { Translate } from '../../kind'

/** The others who are in a section. */
export function PeopleAt({ people, t }: { people: readonly Person[]; t: Translate }) {
  if (people.length === 0) return null
  return (
    <p className="flex flex-wrap gap-1 px-2 py-1">
      {people.map(({ clientId, name, colour }) => (
        <span
          key={clientId}
          // White on one of the server's list of contrast-checked colours.
          style={{ backgroundColor: colour }}
          className="max-w-full truncate rounded-full px-2 py-0.5 text-xs font-semibold text-white"
        >
          {name}
          <span className="sr-only"> {t('people.isHere')}</span>
        </span>
      ))}
    </p>
  )
}
