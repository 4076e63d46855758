import { UsersRound } from 'lucide-react'
import { useTranslate } from '../../../../i18n/use-translate'
import NotesOnBoard from './notes-on-board'
import type { ActivityProps } from './step-activity'

/** Work in small groups: in which one is, and its own frame to write in. */
export default function Breakout(props: ActivityProps) {
  const t = useTranslate('takingPart')
  const { step, own } = props
  const group = step.groups.find(({ id }) => id === own.group?.id)
  if (!group) {
    return (
      <>
        <p role="status" className="mb-4 max-w-prose">
          {t(step.groups.length > 0 ? 'breakout.notInOne' : 'breakout.notYet')}
        </p>
        <ul className="flex flex-col gap-2">
          {step.groups.map(({ id, name, people }) => (
            <li key={id} className="rounded-md border border-line bg-surface px-4 py-3">
              <span className="font-semibold">{name}</span>{' '}
              <span className="text-ink-soft">{t('breakout.people', { count: people })}</span>
            </li>
          ))}
        </ul>
      </>
    )
  }
  return (
    <div className="flex flex-1 flex-col">
      <p role="status" className="mb-4 flex items-center gap-3 rounded-md bg-accent-soft px-4 py-3 text-lg">
        <UsersRound aria-hidden className="size-6 shrink-0 text-accent" />
        <span>
          {t('breakout.yours')} <strong>{group.name}</strong>, {t('breakout.people', { count: group.people })}
        </span>
      </p>
      {group.frame ? <NotesOnBoard {...props} step={{ ...step, place: group.frame }} /> : <p>{t('breakout.noFrame')}</p>}
    </div>
  )
}
