import { CircleCheck, CircleDashed, CircleSlash, CloudOff, RefreshCw, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Button } from '../components/button'
import { useTranslate } from '../i18n/use-translate'
import type { OpenRoom, SessionState } from './session'
import { stateDetail, stateWord } from './state-words'
import { useSessionStatus, type SessionStatus } from './use-session'

const looks: Record<SessionState['kind'], { icon: LucideIcon; ink: string }> = {
  opening: { icon: CircleDashed, ink: 'text-ink-soft' },
  saved: { icon: CircleCheck, ink: 'text-positive' },
  saving: { icon: RefreshCw, ink: 'text-ink-soft' },
  offline: { icon: CloudOff, ink: 'text-caution' },
  unsaved: { icon: TriangleAlert, ink: 'text-danger' },
  closed: { icon: CircleSlash, ink: 'text-danger' },
}

/** Where one's work is, in a word; what that means and what to do, at a press. */
export function StateLine({ session }: { session: OpenRoom<unknown> }) {
  const t = useTranslate('sync')
  const status = useSessionStatus(session)
  const shown = stateWord(status)
  const { icon: Icon, ink } = looks[status.state.kind]
  const detail = stateDetail(status)
  return (
    <span className="inline-flex">
      <DialogTrigger>
        {/* Read out by the announcer below, which leaves out the back and forth of saving. */}
        <span role="status" aria-live="off" className="inline-flex">
          <AriaButton
            className={`-mx-1.5 inline-flex min-h-6 cursor-pointer items-center gap-1.5 rounded-sm px-1.5 font-medium hover:bg-accent-soft max-sm:-my-2 max-sm:min-h-11 ${ink}`}
          >
            <Icon aria-hidden className="size-4 shrink-0" />
            {t(shown)}
          </AriaButton>
        </span>
        <Popover
          placement="bottom start"
          className="z-50 max-w-[min(22rem,calc(100vw-1.5rem))] rounded-lg border border-line bg-surface p-4 shadow-floating"
        >
          <Dialog aria-label={t('state.more')} className="outline-none">
            <p className={`flex items-center gap-2 font-bold ${ink}`}>
              <Icon aria-hidden className="size-5 shrink-0" />
              {t(shown)}
            </p>
            {detail ? <p className="mt-1.5 text-ink">{t(detail)}</p> : null}
            {status.state.kind === 'closed' ? <p className="mt-1.5">{t(`closed.${status.state.reason}.title`)}</p> : null}
            {status.state.kind === 'offline' ? (
              <Button size="small" className="mt-3" onPress={() => session.retry()}>
                {t('action.retry')}
              </Button>
            ) : null}
          </Dialog>
        </Popover>
      </DialogTrigger>
      <Announcer status={status} />
    </span>
  )
}

/** Says aloud what one must know: that work is not saved, and that it is again. Not each edit's way. */
function Announcer({ status }: { status: SessionStatus }) {
  const t = useTranslate('sync')
  const { kind } = status.state
  const trouble = kind === 'offline' || kind === 'unsaved' || kind === 'closed'
  const [wasTrouble, setWasTrouble] = useState(false)
  if (trouble && !wasTrouble) setWasTrouble(true)
  const said = aloud(status)
  const detail = stateDetail(said)
  // The notice below the head says this one at once.
  const saidHere = trouble && kind !== 'unsaved'
  const words = saidHere
    ? [t(stateWord(said)), detail ? t(detail) : ''].join('. ')
    : wasTrouble && kind === 'saved'
      ? `${t('state.saved')}. ${t('detail.saved')}`
      : ''
  return (
    <span role="status" className="sr-only">
      {words}
    </span>
  )
}

/** Without a connection each edit is being kept and then kept: where each of them stands is read, not heard. */
function aloud(status: SessionStatus): SessionStatus {
  const calm = status.state.kind === 'offline' && status.unsent === 'on-device'
  return calm ? { ...status, unsent: 'being-kept' } : status
}
