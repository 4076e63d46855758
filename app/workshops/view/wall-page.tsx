import { Form } from 'react-router'
import { SubmitButton } from '../../accounts/view/form'
import { ButtonLink } from '../../components/button'
import { useTranslate } from '../../i18n/use-translate'
import { spacedCode } from '../code'
import type { invitationTo } from '../page.server'
import { QrCode } from './qr-code'
import { useRefresh } from './use-refresh'

interface WallPageProps {
  workshop: {
    id: string
    title: string
    doorOpen: boolean
    invitation: ReturnType<typeof invitationTo>
    joined: number
  }
}

/** For the projector: how to get in, read from the back of the room. */
export function WallPage({ workshop }: WallPageProps) {
  const t = useTranslate('workshops')
  useRefresh(4, true)
  const { invitation, doorOpen, joined } = workshop
  const back = `/workshops/${workshop.id}`
  return (
    <div className="flex min-h-dvh flex-col gap-[3vmin] bg-surface p-[4vmin]">
      <title>{`${workshop.title} – Tahto`}</title>
      <header className="flex flex-wrap items-start justify-between gap-4">
        <h1 className="text-[clamp(1.5rem,4.5vmin,4rem)] font-bold">{workshop.title}</h1>
        <ButtonLink to={back} variant="quiet">
          {t('wall.back')}
        </ButtonLink>
      </header>
      <div className="grid flex-1 items-center gap-[4vmin] md:grid-cols-[1.2fr_1fr]">
        <div className="@container min-w-0">
          <p className="text-[clamp(1.1rem,3.2vmin,2.6rem)] text-ink-soft">{t('invite.goTo')}</p>
          <p className="text-[clamp(1.4rem,5vmin,4.5rem)] font-bold break-words text-accent">
            {invitation.address}
          </p>
          <p className="mt-[2.5vmin] text-[clamp(1.1rem,3.2vmin,2.6rem)] text-ink-soft">
            {t('invite.enterCode')}
          </p>
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
          <figcaption className="text-center text-[clamp(1rem,2.6vmin,2rem)] text-ink-soft">
            {t('invite.scan')}
          </figcaption>
        </figure>
      </div>
      <footer className="flex min-h-12 flex-wrap items-center gap-4 text-[clamp(1.1rem,3vmin,2.4rem)]">
        {doorOpen ? (
          <p role="status" className="font-semibold">
            {t('wall.joined', { count: joined })}
          </p>
        ) : (
          <>
            <p role="status" className="font-semibold text-caution">
              {t('wall.closed')}
            </p>
            <Form method="post">
              <input type="hidden" name="intent" value="open-door" />
              <SubmitButton>{t('wall.openDoor')}</SubmitButton>
            </Form>
          </>
        )}
      </footer>
    </div>
  )
}
