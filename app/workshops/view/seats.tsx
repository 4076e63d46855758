import { useState } from 'react'
import { useFetcher } from 'react-router'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ConfirmDialog } from '../../components/dialog'
import { OrganisationBadge } from '../../components/organisation-badge'
import { useTranslate } from '../../i18n/use-translate'
import type { MemberView } from './workshop-page'

type Seat = MemberView['seats'][number]

interface SeatsProps {
  seats: readonly Seat[]
  editable: boolean
  held: boolean
}

/** Who came: organisation and role, as a funder's report asks. */
export function Seats({ seats, editable, held }: SeatsProps) {
  const t = useTranslate('workshops')
  const count = seats.filter(({ revoked }) => !revoked).length
  return (
    <Card>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-xl font-bold">{t('seats.title')}</h2>
        <p role="status" className="text-ink-soft">
          {count > 0 ? t('seats.count', { count }) : ''}
        </p>
      </div>
      {seats.length === 0 ? (
        <p className="text-ink-soft">{held ? t('seats.emptyHeld') : t('seats.empty')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {seats.map((seat) => (
            <SeatItem key={seat.id} seat={seat} editable={editable} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function SeatItem({ seat, editable }: { seat: Seat; editable: boolean }) {
  const t = useTranslate('workshops')
  const { displayName, role, organisation, organisationType, revoked } = seat
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-44">
        <p className={revoked ? 'text-ink-soft line-through' : 'font-semibold'}>{displayName}</p>
        {role && role !== displayName ? <p className="text-sm text-ink-soft">{role}</p> : null}
        {revoked ? <p className="text-sm text-ink-soft">{t('seats.revoked')}</p> : null}
      </div>
      {organisationType ? (
        <OrganisationBadge type={organisationType} name={organisation} />
      ) : (
        <span className="text-sm text-ink-soft">{organisation || t('seats.noOrganisation')}</span>
      )}
      {editable ? <SeatActions seat={seat} /> : null}
    </li>
  )
}

function SeatActions({ seat }: { seat: Seat }) {
  const t = useTranslate('workshops')
  const fetcher = useFetcher()
  const [asks, setAsks] = useState(false)
  const name = seat.displayName
  const post = (intent: 'revoke-seat' | 'readmit-seat') =>
    void fetcher.submit({ intent, seat: seat.id }, { method: 'post' })
  if (seat.revoked) {
    return (
      <Button
        variant="quiet"
        size="small"
        aria-label={t('seats.readmitOf', { name })}
        isPending={fetcher.state !== 'idle'}
        onPress={() => post('readmit-seat')}
      >
        {t('seats.readmit')}
      </Button>
    )
  }
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        aria-label={t('seats.revokeOf', { name })}
        isPending={fetcher.state !== 'idle'}
        onPress={() => setAsks(true)}
      >
        {t('seats.revoke')}
      </Button>
      <ConfirmDialog
        title={t('seats.revokeTitle', { name })}
        confirmLabel={t('seats.revokeConfirm')}
        danger
        isOpen={asks}
        onOpenChange={setAsks}
        onConfirm={() => post('revoke-seat')}
      >
        {t('seats.revokeText')}
      </ConfirmDialog>
    </>
  )
}
