import { useTranslate } from '../../i18n/use-translate'
import { reservationsOf } from '../model/reservations'
import { reservationName } from '../model/reserved-clause'
import type { CirculationStanding } from '../model/standing'

/** As they are answered. */
const notApproved = ['returned', 'rejected'] as const

/** What goes with every number of approvals: who has not approved, who has made a reservation to what, and who was not asked. */
export function WhoElse({ circulation: { parties, leftOut } }: { circulation: CirculationStanding }) {
  const t = useTranslate('approvals')
  const reserved = reservationsOf(parties)
  const against = notApproved.flatMap((answer) => {
    const names = parties.filter((party) => party.answer === answer).map(({ name }) => name)
    return names.length > 0 ? [{ answer, names }] : []
  })
  if (against.length === 0 && reserved.length === 0 && leftOut.length === 0) return null
  return (
    <div className="mt-3 flex max-w-prose flex-col gap-3">
      {against.map(({ answer, names }) => (
        <p key={answer} className="break-words">
          <span className="font-semibold">{t(`notApproved.${answer}`)}</span> {names.join(', ')}
        </p>
      ))}
      {reserved.length > 0 ? (
        <div>
          <p className="font-semibold">{t('reservations.count', { count: reserved.length })}</p>
          <ul className="list-disc pl-5">
            {reserved.map(({ party, clauses }) => (
              <li key={party} className="break-words">
                {party}: {clauses.map(reservationName).join(', ')}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {leftOut.length > 0 ? (
        <p className="break-words">
          <span className="font-semibold">{t('leftOut.count', { count: leftOut.length })}</span>{' '}
          {leftOut.map(({ name }) => name).join(', ')}
        </p>
      ) : null}
    </div>
  )
}
