import { Info } from 'lucide-react'
import { useContent } from '../../shared/use-artefact'
import { nameOf } from '../model/names'
import { useBoard } from './board-context'

/** Says what one may do just now where that is not everything, so that nobody wonders where the tools are. */
export function AllowedNote() {
  const { may, session, t } = useBoard()
  const { items } = useContent(session)
  const { rule } = may
  if (!rule || (rule.may.includes('edit-all') && rule.place === null)) return null
  const acts = [
    ...(rule.may.includes('edit-all') ? [t('allowed.editAll')] : rule.may.includes('add') ? [t('allowed.add'), t('allowed.changeOwn')] : []),
    ...(may.group && !rule.may.includes('edit-all') ? [t('allowed.moveAll')] : []),
    ...(rule.may.includes('move-own') && !may.group ? [t('allowed.moveOwn')] : []),
  ]
  const place = items.find(({ id }) => id === rule.place)
  return (
    <p className="flex items-start gap-2 border-b border-line bg-sunken px-3 py-1.5 text-sm sm:px-5">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
      <span>
        {[
          acts.length === 0 ? t('allowed.nothing') : t('allowed.now', { acts: listed(acts, t('allowed.and')) }),
          place && acts.length > 0 ? t('allowed.where', { place: nameOf(place, t) }) : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </span>
    </p>
  )
}

/** "a, b ja c" */
const listed = (words: readonly string[], and: string): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(and)
