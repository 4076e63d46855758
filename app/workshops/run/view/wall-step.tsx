import { useTranslate } from '../../../i18n/use-translate'
import type { LiveStep } from '../../model/live-state'
import type { LiveWorkshop } from '../../room/use-workshop-room'
import { timeWords } from '../../taking-part/view/time-words'
import { useTimeLeft } from '../../taking-part/view/use-time-left'
import { ResultBars } from '../../votes/view/result-bars'

interface WallStepProps {
  room: LiveWorkshop
  step: LiveStep
}

/** While it runs: what is done now, for how long, and what came of a vote. */
export function WallStep({ room, step }: WallStepProps) {
  const t = useTranslate('run')
  const { agenda } = room.state
  const place = agenda.findIndex(({ id }) => id === step.id)
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-center gap-[3vmin]">
      <div className="flex flex-wrap items-end justify-between gap-x-[5vmin] gap-y-[1.5vmin]">
        <div className="min-w-0 flex-1 basis-[50vw]">
          <p className="text-[clamp(1.1rem,3vmin,2.6rem)] text-ink-soft">
            {t('clock.place', { number: place + 1, all: agenda.length })}
          </p>
          <h2 className="text-[clamp(2rem,8vmin,7rem)] leading-tight font-bold [overflow-wrap:anywhere]">{step.title}</h2>
        </div>
        <Time room={room} />
      </div>
      {step.results ? (
        <section aria-label={t('wall.results')} className="min-h-0 overflow-y-auto">
          <ResultBars tallies={step.results} size="wall" />
        </section>
      ) : (
        <>
          <Instructions words={step.instructions} />
          <Groups groups={step.groups} />
        </>
      )}
    </div>
  )
}

/** By the minute, as on everybody's own screen: a running second hand makes people hurry. */
function Time({ room }: { room: LiveWorkshop }) {
  const t = useTranslate('takingPart')
  const left = useTimeLeft(room)
  const words = timeWords(t, left)
  if (!words) return null
  return (
    <p className={`text-[clamp(2rem,9vmin,8rem)] leading-none font-bold ${left.kind === 'over' ? 'text-caution' : 'text-accent'}`}>
      {words}
    </p>
  )
}

const short = 220
const middling = 600

/** As large as their length lets them be. */
function Instructions({ words }: { words: string }) {
  if (!words) return null
  const size =
    words.length <= short
      ? 'text-[clamp(1.4rem,5vmin,4.2rem)]'
      : words.length <= middling
        ? 'text-[clamp(1.3rem,3.8vmin,3.2rem)]'
        : 'text-[clamp(1.2rem,2.9vmin,2.4rem)]'
  return <p className={`min-h-0 overflow-y-auto leading-snug whitespace-pre-line ${size}`}>{words}</p>
}

function Groups({ groups }: { groups: LiveStep['groups'] }) {
  const t = useTranslate('run')
  if (groups.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-[2vmin] text-[clamp(1.2rem,3.2vmin,2.6rem)]">
      {groups.map(({ id, name, people }) => (
        <li key={id} className="rounded-lg border border-line-strong px-[2vmin] py-[1vmin]">
          <span className="font-bold">{name}</span> <span className="text-ink-soft">{t('wall.people', { count: people })}</span>
        </li>
      ))}
    </ul>
  )
}
