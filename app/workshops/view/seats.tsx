import {
  CircleCheck,
  CircleDashed,
  CloudOff,
  LogOut,
  TriangleAlert,
  UserMinus,
  UserPlus,
  type LucideIcon,
} from 'lucide-react'
import { useState } from 'react'
import { useFetcher } from 'react-router'
import { Card } from '../../components/card'
import { ConfirmDialog } from '../../components/dialog'
import { IconButton } from '../../components/icon-button'
import { OrganisationBadge } from '../../components/organisation-badge'
import { useTranslate } from '../../i18n/use-translate'
import type { MemberView } from './workshop-parts'

type Seat = MemberView['seats'][number]

interface SeatsProps {
  seats: readonly Seat[]
  editable: boolean
  held: boolean
}

/** Who came: organisation and role, as a funder's report asks. */
export function Seats({ seats, editable, held }: SeatsProps) {
  const t = useTranslate('workshops')
  const present = seats.filter(({ revoked }) => !revoked)
  const count = present.length
  const organisations = new Set(present.map(({ organisation }) => organisation).filter(Boolean)).size
  return (
    <Card>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-xl font-bold">{t('seats.title')}</h2>
        <p role="status" className="text-ink-soft">
          {count > 0 ? `${t('seats.count', { count })} ${t('seats.from', { count: organisations })}` : ''}
        </p>
      </div>
      {seats.length === 0 ? (
        <p className="text-ink-soft">{held ? t('seats.emptyHeld') : t('seats.empty')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {seats.map((seat) => (
            <SeatItem key={seat.id} seat={seat} editable={editable && !held} during={!held} />
          ))}
        </ul>
      )}
    </Card>
  )
}

type Attendance = NonNullable<Seat['attendance']>

const attendanceLooks: Record<Attendance['kind'], { icon: LucideIcon; ink: string }> = {
  here: { icon: CircleCheck, ink: 'text-positive' },
  unsaved: { icon: TriangleAlert, ink: 'text-danger' },
  lost: { icon: CloudOff, ink: 'text-caution' },
  left: { icon: LogOut, ink: 'text-ink-soft' },
  absent: { icon: CircleDashed, ink: 'text-ink-soft' },
}

/** Not a live region: it changes by itself every few seconds, and is there for whoever looks. */
function AttendanceLine({ attendance: { kind, since } }: { attendance: Attendance }) {
  const t = useTranslate('workshops')
  const { icon: Icon, ink } = attendanceLooks[kind]
  return (
    <p className={`flex items-center gap-1.5 text-sm ${ink}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(`attendance.${kind}`, { since })}
    </p>
  )
}

interface SeatItemProps {
  seat: Seat
  editable: boolean
  /** The workshop is not over: who is connected matters. */
  during: boolean
}

function SeatItem({ seat, editable, during }: SeatItemProps) {
  const t = useTranslate('workshops')
  const { displayName, role, organisation, organisationType, revoked, attendance } = seat
  return (
    <li className="flex items-center gap-x-3 py-1.5">
      <div className="flex min-h-10 min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <p className={revoked ? 'text-ink-soft line-through' : 'font-semibold'}>{displayName}</p>
          {role && role !== displayName ? <p className="text-sm text-ink-soft">{role}</p> : null}
          {revoked ? <p className="text-sm text-ink-soft">{t('seats.revoked')}</p> : null}
          {attendance && during ? <AttendanceLine attendance={attendance} /> : null}
        </div>
        {organisationType ? (
          <OrganisationBadge type={organisationType} name={organisation} />
        ) : (
          <span className="text-sm text-ink-soft">{organisation || t('seats.noOrganisation')}</span>
        )}
      </div>
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
  const label = seat.revoked ? t('seats.readmitOf', { name }) : t('seats.revokeOf', { name })
  return (
    <>
      <IconButton
        icon={seat.revoked ? UserPlus : UserMinus}
        label={label}
        isPending={fetcher.state !== 'idle'}
        onPress={() => (seat.revoked ? post('readmit-seat') : setAsks(true))}
      />
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
