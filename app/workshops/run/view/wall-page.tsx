import { ButtonLink } from '../../../components/button'
import { useTranslate } from '../../../i18n/use-translate'
import { spacedCode } from '../../code'
import { reactionIcons } from '../../room/reaction-icons'
import type { Reaction } from '../../room/reactions'
import { useWorkshopRoom } from '../../room/use-workshop-room'
import { QrCode } from '../../view/qr-code'
import type { RunPageData } from '../page.server'
import { RunNotices } from './run-notices'
import { useCommands } from './use-commands'
import { useDesk } from './use-desk'
import { WallDoor } from './wall-door'
import { WallStep } from './wall-step'

/** For the projector: how to get in, what is done now, and what came of it. */
export function WallPage({ data }: { data: RunPageData }) {
  const t = useTranslate('run')
  const words = useTranslate('workshops')
  const { workshop, invitation } = data
  const room = useWorkshopRoom(workshop.id, data.state)
  const { standing: _, ...commands } = useCommands(workshop.id, room)
  const { state } = room
  const { desk, reach, reachedAt, refresh } = useDesk(workshop.id, data.desk, state.turn)
  const here = desk.people.filter((person) => person.here && !person.leads).length
  const { step, stage } = state
  return (
    <div className="relative flex min-h-dvh flex-col gap-[3vmin] bg-surface p-[4vmin]">
      <title>{`${workshop.title} – Tahto`}</title>
      <header className="flex flex-wrap items-start justify-between gap-4">
        <h1 className={step ? 'text-[clamp(1.2rem,3vmin,2.6rem)] text-ink-soft' : 'text-[clamp(1.5rem,4.5vmin,4rem)] font-bold'}>
          {workshop.title}
        </h1>
        <ButtonLink to={`/workshops/${workshop.id}`} variant="quiet">
          {words('wall.back')}
        </ButtonLink>
      </header>
      <RunNotices workshopId={workshop.id} commands={commands} reach={reach} reachedAt={reachedAt} connection={room.connection} />
      {stage === 'planned' ? (
        <WallDoor invitation={invitation} doorOpen={desk.doorOpen} here={here} commands={commands} refresh={refresh} />
      ) : step ? (
        <WallStep room={room} step={step} />
      ) : (
        <p role="status" className="my-auto text-center text-[clamp(1.8rem,7vmin,6rem)] font-bold">
          {stage === 'closed' ? t('wall.thanks') : t('clock.between')}
        </p>
      )}
      {stage === 'running' && desk.doorOpen ? <CornerCode invitation={invitation} /> : null}
      {state.reactions ? <Drifting reactions={room.reactions} /> : null}
    </div>
  )
}

/** For whoever comes late. */
function CornerCode({ invitation }: Pick<RunPageData, 'invitation'>) {
  return (
    <aside className="flex items-center justify-end gap-[2vmin] self-end text-right">
      <p>
        <span className="block text-[clamp(0.9rem,1.9vmin,1.5rem)] text-ink-soft">{invitation.address}</span>
        <span className="text-[clamp(1.4rem,4vmin,3.4rem)] leading-none font-bold tracking-wide">{spacedCode(invitation.code)}</span>
      </p>
      <QrCode picture={invitation.qr} address={invitation.link} className="w-[clamp(4rem,13vmin,10rem)] border border-line" />
    </aside>
  )
}

/** Reactions on their way up. Whoever wants no motion has none of them here: nothing is said by them alone. */
function Drifting({ reactions }: { reactions: readonly Reaction[] }) {
  return (
    <div aria-hidden className="pointer-events-none fixed inset-y-0 left-0 w-[12vmin] overflow-hidden motion-reduce:hidden">
      {reactions.map(({ key, kind }) => {
        const Icon = reactionIcons[kind]
        return (
          <Icon
            key={key}
            className="absolute bottom-0 size-[6vmin] animate-drift text-accent"
            style={{ left: `${(hash(key) % 50) / 10}vmin` }}
          />
        )
      })}
    </div>
  )
}

/** The same reaction stays on its own line. */
function hash(words: string): number {
  let sum = 0
  for (const letter of words) sum = (sum * 31 + letter.charCodeAt(0)) % 9973
  return sum
}
