import { ChevronUp, CircleSlash, Clock, WifiOff } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useTranslate } from '../../../i18n/use-translate'
import { useLasting } from '../../room/use-lasting'
import type { LiveWorkshop } from '../../room/use-workshop-room'
import type { WorkshopAtHand } from '../page.server'
import { BarDetails } from './bar-details'
import { CallNotice } from './call-notice'
import { HandButton } from './hand-button'
import { Reactions } from './reactions'
import { timeWords } from './time-words'
import { useAnnouncements } from './use-announcements'
import { useDock } from './use-dock'
import type { Following } from './use-following'
import { useTimeLeft } from './use-time-left'

interface WorkshopBarProps {
  workshop: WorkshopAtHand
  room: LiveWorkshop
  handRaised: boolean
  /** The server has taken what one did with one's hand. */
  onHandMoved(): void
  following: Following
  /** What leads on from here: to the new step, or to what the step lets one do. */
  children?: ReactNode
}

/**
 * What everybody in a running workshop has at the bottom of the window: the step, its time, one's hand, and what the
 * facilitator asks. It moves nobody and takes no focus; what changes in it is read out.
 */
export function WorkshopBar({ workshop, room, handRaised, onHandMoved, following, children }: WorkshopBarProps) {
  const t = useTranslate('takingPart')
  const [open, setOpen] = useState(false)
  const details = useId()
  const bar = useDock()
  const { state } = room
  const running = state.stage === 'running'
  return (
    <section
      ref={bar}
      aria-label={t('bar.name')}
      className="sticky bottom-0 z-30 shrink-0 border-t border-line-strong bg-surface pb-[env(safe-area-inset-bottom)] shadow-floating print:hidden"
    >
      <div className="mx-auto max-w-[110rem] px-2 sm:px-4">
        <Announcements room={room} />
        <Away room={room} />
        <CallNotice following={following} />
        {open ? (
          <div id={details} className="border-b border-line py-3">
            <BarDetails workshop={workshop} state={state} following={following} />
          </div>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-1 py-1">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? details : undefined}
            onClick={() => setOpen(!open)}
            className="flex min-h-12 min-w-0 flex-1 cursor-pointer items-center gap-2 rounded-md px-2 text-left hover:bg-accent-soft"
          >
            <ChevronUp aria-hidden className={`size-5 shrink-0 text-accent transition-transform ${open ? 'rotate-180' : ''}`} />
            <span className="min-w-0">
              <span className="block truncate leading-tight font-bold">{state.step?.title ?? t(`stage.${state.stage}`)}</span>
              {running ? <Time room={room} /> : null}
            </span>
            <span className="sr-only">{t('bar.instructions')}</span>
          </button>
          {workshop.me.takesPart && running ? (
            <>
              {state.reactions ? <Reactions room={room} /> : null}
              <HandButton workshopId={workshop.id} raised={handRaised} onMoved={onHandMoved} />
            </>
          ) : null}
          {children}
        </div>
      </div>
    </section>
  )
}

/** Apart from the rest, so that a passing minute draws nothing else anew. */
function Time({ room }: { room: LiveWorkshop }) {
  const t = useTranslate('takingPart')
  const left = useTimeLeft(room)
  if (left.kind === 'open') return null
  return (
    <span className="flex items-center gap-1 text-sm text-ink-soft">
      <Clock aria-hidden className="size-4 shrink-0" />
      {timeWords(t, left)}
    </span>
  )
}

function Announcements({ room }: { room: LiveWorkshop }) {
  return (
    <p role="status" className="sr-only">
      {useAnnouncements(room)}
    </p>
  )
}

/** A connection that is lost, and does not come back at once, or an end of being here. */
function Away({ room }: { room: LiveWorkshop }) {
  const t = useTranslate('takingPart')
  const ended = useTranslate('sync')
  const components = useTranslate('components')
  const whyOf = (reason: NonNullable<LiveWorkshop['ended']>) =>
    reason === 'gone'
      ? `${components('error.workshopDeletedTitle')}. ${components('error.workshopDeleted')}`
      : `${ended(`closed.${reason}.title`)} ${ended(`closed.${reason}.detail`)}`
  const away = useLasting(room.connection === 'away')
  const line = 'flex items-start gap-2 py-2 text-sm font-semibold'
  return (
    <div role="status">
      {room.ended ? (
        <p className={`${line} text-danger`}>
          <CircleSlash aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{whyOf(room.ended)}</span>
        </p>
      ) : away ? (
        <p className={`${line} text-caution`}>
          <WifiOff aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t('bar.away')}
        </p>
      ) : null}
    </div>
  )
}
