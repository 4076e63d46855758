import { Minus, Pencil, Plus } from 'lucide-react'
import { useTranslate } from '../../i18n/use-translate'
import { reservationName } from '../model/reserved-clause'
import type { PartyStanding } from '../model/standing'

const signs = { added: Plus, removed: Minus, changed: Pencil }

type AskedParty = Pick<PartyStanding, 'asked' | 'earlierYes'>

/** What a party is asked about: all of it, the clauses that have changed since its yes, or nothing; and what its yes reserved. */
export function AskedAbout({ party }: { party: AskedParty }) {
  return (
    <>
      <Parts party={party} />
      <Reserved party={party} />
    </>
  )
}

function Parts({ party: { asked, earlierYes } }: { party: AskedParty }) {
  const t = useTranslate('approvals')
  if (asked.of === 'whole') return <p>{t('asked.whole')}</p>
  const number = earlierYes?.versionNumber ?? 0
  if (asked.of === 'nothing') return <p>{t('asked.nothing', { number })}</p>
  if (asked.parts.length === 0) return <p>{t('asked.beyondWords', { number })}</p>
  return (
    <>
      <p>{t('asked.changes', { number })}</p>
      <ul className="mt-1">
        {asked.parts.map(({ id, name, change }) => {
          const Sign = signs[change]
          return (
            <li key={`${change} ${id}`} className="flex items-baseline gap-2 break-words">
              <Sign aria-hidden className="size-4 shrink-0 self-center text-ink-soft" />
              <span>
                {id === '' ? `${t('asked.title')}: ${name}` : name} <span className="text-ink-soft">({t(`change.${change}`)})</span>
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** A yes that goes on takes its reservation along; a new decision says itself whether it still holds. */
function Reserved({ party: { asked, earlierYes } }: { party: AskedParty }) {
  const t = useTranslate('approvals')
  if (asked.of === 'whole' || earlierYes?.outcome !== 'approved-with-reservation') return null
  const clauses = earlierYes.reservations.map(reservationName).join(', ')
  return (
    <p className="mt-2 max-w-prose font-semibold break-words">
      {t(asked.of === 'nothing' ? 'asked.reservedHolds' : 'asked.reserved', { clauses })}
    </p>
  )
}
