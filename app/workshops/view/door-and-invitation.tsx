import { DoorClosed, DoorOpen, MonitorUp } from 'lucide-react'
import { useState } from 'react'
import { useFetcher } from 'react-router'
import { Button, ButtonLink } from '../../components/button'
import { Card } from '../../components/card'
import { ConfirmDialog } from '../../components/dialog'
import { CopyButton } from '../../components/copy-button'
import { Notice } from '../../components/notice'
import { useTranslate } from '../../i18n/use-translate'
import { spacedCode } from '../code'
import { QrCode } from './qr-code'
import type { WorkshopAnswer } from '../actions.server'
import type { MemberView } from './workshop-parts'

type Facilitation = NonNullable<MemberView['facilitation']>

interface DoorAndInvitationProps {
  workshop: MemberView
  facilitation: Facilitation
}

/** Whether guests get in, and with what. Once the workshop has been held only the door is left. */
export function DoorAndInvitation({ workshop, facilitation }: DoorAndInvitationProps) {
  const { invitation, doorOpen } = facilitation
  return (
    <Card>
      <Door doorOpen={doorOpen} inside={workshop.seats.filter(({ revoked }) => !revoked).length} />
      {workshop.phase === 'held' ? null : <Invitation workshopId={workshop.id} invitation={invitation} />}
    </Card>
  )
}

function Invitation({
  workshopId,
  invitation,
}: {
  workshopId: string
  invitation: Facilitation['invitation']
}) {
  const t = useTranslate('workshops')
  return (
    <>
      <h2 className="mt-6 mb-3 border-t border-line pt-5 text-xl font-bold">{t('invite.title')}</h2>
      <div className="flex flex-wrap items-start gap-6">
        <div className="min-w-0 flex-1 basis-56">
          <p className="text-ink-soft">{t('invite.goTo')}</p>
          <p className="font-semibold break-words">{invitation.address}</p>
          <p className="mt-3 text-ink-soft">{t('invite.enterCode')}</p>
          <p className="text-5xl font-bold tracking-wide whitespace-nowrap">{spacedCode(invitation.code)}</p>
        </div>
        <QrCode picture={invitation.qr} address={invitation.link} className="w-40 border border-line" />
      </div>
      {invitation.onlyHere ? <p className="mt-4 text-ink-soft">{t('invite.onlyHere')}</p> : null}
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <ButtonLink to={`/workshops/${workshopId}/wall`} size="small">
          <MonitorUp aria-hidden className="size-4" />
          {t('invite.wall')}
        </ButtonLink>
        <CopyButton value={invitation.link} label={t('invite.copyLink')} />
        <RenewCode />
      </div>
    </>
  )
}

function Door({ doorOpen, inside }: { doorOpen: boolean; inside: number }) {
  const t = useTranslate('workshops')
  const fetcher = useFetcher()
  const [asks, setAsks] = useState(false)
  const post = (intent: 'open-door' | 'close-door') => void fetcher.submit({ intent }, { method: 'post' })
  const Icon = doorOpen ? DoorOpen : DoorClosed
  return (
    <section aria-label={t('door.title')} className="flex flex-wrap items-center gap-4">
      <span
        className={
          'inline-flex size-12 shrink-0 items-center justify-center rounded-full ' +
          (doorOpen ? 'bg-positive-soft text-positive' : 'bg-sunken text-ink-soft')
        }
      >
        <Icon aria-hidden className="size-6" />
      </span>
      <div role="status" className="min-w-0 flex-1 basis-52">
        <p className="text-lg font-bold">{doorOpen ? t('door.open') : t('door.closed')}</p>
        <p className="text-ink-soft">{doorOpen ? t('door.openExplained') : t('door.closedExplained')}</p>
      </div>
      <Button
        variant={doorOpen ? 'secondary' : 'primary'}
        isPending={fetcher.state !== 'idle'}
        onPress={() => (doorOpen && inside > 0 ? setAsks(true) : post(doorOpen ? 'close-door' : 'open-door'))}
      >
        {doorOpen ? t('door.doClose') : t('door.doOpen')}
      </Button>
      <ConfirmDialog
        title={t('door.closeTitle')}
        confirmLabel={t('door.doClose')}
        isOpen={asks}
        onOpenChange={setAsks}
        onConfirm={() => post('close-door')}
      >
        {t('door.closeText', { count: inside })}
      </ConfirmDialog>
    </section>
  )
}

function RenewCode() {
  const t = useTranslate('workshops')
  const fetcher = useFetcher<WorkshopAnswer>()
  const [asks, setAsks] = useState(false)
  const renewed = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data
  return (
    <>
      <Button variant="quiet" size="small" isPending={fetcher.state !== 'idle'} onPress={() => setAsks(true)}>
        {t('invite.renew')}
      </Button>
      {renewed ? (
        <div className="basis-full">
          <Notice tone="positive" role="status">
            {t('invite.renewed')}
          </Notice>
        </div>
      ) : null}
      <ConfirmDialog
        title={t('invite.renewTitle')}
        confirmLabel={t('invite.renewConfirm')}
        isOpen={asks}
        onOpenChange={setAsks}
        onConfirm={() => void fetcher.submit({ intent: 'renew-code' }, { method: 'post' })}
      >
        {t('invite.renewText')}
      </ConfirmDialog>
    </>
  )
}
