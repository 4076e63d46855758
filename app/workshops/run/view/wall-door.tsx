import { useTranslate } from '../../../i18n/use-translate'
import { Button } from '../../../components/button'
import { spacedCode } from '../../code'
import { QrCode } from '../../view/qr-code'
import type { RunPageData } from '../page.server'
import type { Commands } from './use-commands'

interface WallDoorProps {
  invitation: RunPageData['invitation']
  doorOpen: boolean
  here: number
  commands: Commands
  refresh(): Promise<void>
}

/** Before it begins: how to get in, read from the back of the room. */
export function WallDoor({ invitation, doorOpen, here, commands, refresh }: WallDoorProps) {
  const t = useTranslate('workshops')
  return (
    <>
      <div className="grid flex-1 items-center gap-[4vmin] md:grid-cols-[1.2fr_1fr]">
        <div className="@container min-w-0">
          <p className="text-[clamp(1.1rem,3.2vmin,2.6rem)] text-ink-soft">{t('invite.goTo')}</p>
          <p className="text-[clamp(1.4rem,5vmin,4.5rem)] font-bold break-words text-accent">{invitation.address}</p>
          <p className="mt-[2.5vmin] text-[clamp(1.1rem,3.2vmin,2.6rem)] text-ink-soft">{t('invite.enterCode')}</p>
          <p className="text-[length:min(21cqw,34vmin)] leading-none font-bold tracking-wide whitespace-nowrap">
            {spacedCode(invitation.code)}
          </p>
        </div>
        <figure className="flex flex-col items-center gap-[2vmin]">
          <QrCode
            picture={invitation.qr}
            address={invitation.link}
            className="w-full max-w-[min(62vmin,100%)] border border-line"
          />
          <figcaption className="text-center text-[clamp(1rem,2.6vmin,2rem)] text-ink-soft">{t('invite.scan')}</figcaption>
        </figure>
      </div>
      <footer className="flex min-h-12 flex-wrap items-center gap-4 text-[clamp(1.1rem,3vmin,2.4rem)]">
        {doorOpen ? (
          <p role="status" className="font-semibold">
            {t('wall.joined', { count: here })}
          </p>
        ) : (
          <>
            <p role="status" className="font-semibold text-caution">
              {t('wall.closed')}
            </p>
            <Button
              variant="primary"
              isPending={commands.pending === 'open-door'}
              onPress={() => void commands.give('open-door').then(refresh)}
            >
              {t('wall.openDoor')}
            </Button>
          </>
        )}
      </footer>
    </>
  )
}
