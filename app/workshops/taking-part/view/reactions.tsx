import { Smile } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../../i18n/use-translate'
import { reactionIcons } from '../../room/reaction-icons'
import { reactionKinds, type ReactionKind } from '../../room/reactions'
import type { LiveWorkshop } from '../../room/use-workshop-room'
import { barButton } from './bar-button'

/** A few ways to say something without a word, gone after a moment. */
export function Reactions({ room }: { room: LiveWorkshop }) {
  const t = useTranslate('takingPart')
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const send = (kind: ReactionKind) => {
    room.react(kind)
    const words = t('reaction.sent', { name: t(`reaction.${kind}`) })
    setSaid((last) => (last === words ? `${words}\u00a0` : words))
  }
  return (
    <>
      <Shown room={room} />
      {open ? (
        <div role="group" aria-label={t('reaction.open')} className="order-first flex w-full justify-end gap-1 border-b border-line py-1">
          {reactionKinds.map((kind) => {
            const Icon = reactionIcons[kind]
            const name = t(`reaction.${kind}`)
            return (
              <button key={kind} type="button" aria-label={t('reaction.send', { name })} title={name} className={barButton} onClick={() => send(kind)}>
                <Icon aria-hidden className="size-6" />
              </button>
            )
          })}
        </div>
      ) : null}
      <button type="button" aria-expanded={open} aria-label={t('reaction.open')} className={barButton} onClick={() => setOpen(!open)}>
        <Smile aria-hidden className="size-5 shrink-0" />
      </button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}

/** What others send just now, by kind. Seen, not read out: sixty hearts would be heard for minutes. */
function Shown({ room }: { room: LiveWorkshop }) {
  const t = useTranslate('takingPart')
  const counts = reactionKinds
    .map((kind) => ({ kind, count: room.reactions.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0)
  if (counts.length === 0) return null
  return (
    <span className="pointer-events-none absolute right-3 bottom-full mb-2 flex gap-2 rounded-full border border-line bg-surface px-3 py-1 shadow-raised">
      {counts.map(({ kind, count }) => {
        const Icon = reactionIcons[kind]
        const name = t(`reaction.${kind}`)
        return (
          <span key={kind} role="img" aria-label={t('reaction.seen', { name, count })} className="flex items-center gap-1 text-sm font-semibold tabular-nums">
            <Icon aria-hidden className="size-5 text-accent" />
            {count}
          </span>
        )
      })}
    </span>
  )
}
