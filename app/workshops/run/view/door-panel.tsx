import { DoorClosed, DoorOpen } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { ConfirmDialog } from '../../../components/dialog'
import { CopyButton } from '../../../components/copy-button'
import { useTranslate } from '../../../i18n/use-translate'
import { spacedCode } from '../../code'
import type { RunPageData } from '../page.server'
import { Panel } from './panel'
import type { Commands } from './use-commands'

interface DoorPanelProps {
  invitation: RunPageData['invitation']
  isOpen: boolean
  here: number
  commands: Commands
  refresh(): Promise<void>
}

/** Whether guests get in, and the code to read out. */
export function DoorPanel({ invitation, isOpen, here, commands, refresh }: DoorPanelProps) {
  const t = useTranslate('workshops')
  const [asks, setAsks] = useState(false)
  const post = (intent: 'open-door' | 'close-door') =>
    void commands.give(intent).then(refresh)
  const Icon = isOpen ? DoorOpen : DoorClosed
  return (
    <Panel
      title={t('door.title')}
      aside={
        <span className={`inline-flex items-center gap-1.5 font-semibold ${isOpen ? 'text-positive' : 'text-ink-soft'}`}>
          <Icon aria-hidden className="size-5" />
          {isOpen ? t('door.open') : t('door.closed')}
        </span>
      }
    >
      {isOpen ? (
        <p>
          <span className="block text-sm text-ink-soft">{invitation.address}</span>
          <span className="text-3xl font-bold tracking-wide whitespace-nowrap">{spacedCode(invitation.code)}</span>
        </p>
      ) : null}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button
          size="small"
          isPending={commands.pending === 'open-door' || commands.pending === 'close-door'}
          onPress={() => (isOpen && here > 0 ? setAsks(true) : post(isOpen ? 'close-door' : 'open-door'))}
        >
          {isOpen ? t('door.doClose') : t('door.doOpen')}
        </Button>
        {isOpen ? <CopyButton value={invitation.link} label={t('invite.copyLink')} /> : null}
      </div>
      <ConfirmDialog
        title={t('door.closeTitle')}
        confirmLabel={t('door.doClose')}
        isOpen={asks}
        onOpenChange={setAsks}
        onConfirm={() => post('close-door')}
      >
        {t('door.closeText', { count: here })}
      </ConfirmDialog>
    </Panel>
  )
}
