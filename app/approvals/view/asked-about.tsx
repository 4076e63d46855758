import { Minus, Pencil, Plus } from 'lucide-react'
import { useTranslate } from '../../i18n/use-translate'
import type { Asked } from '../model/asked'

const signs = { added: Plus, removed: Minus, changed: Pencil }

/** What a party is asked about: all of it, the clauses that have changed since its yes, or nothing. */
export function AskedAbout({ asked, yesTo }: { asked: Asked; yesTo: number | null }) {
  const t = useTranslate('approvals')
  if (asked.of === 'whole') return <p>{t('asked.whole')}</p>
  const number = yesTo ?? 0
  if (asked.of === 'nothing') return <p>{t('asked.nothing', { number })}</p>
  if (asked.parts.length === 0) return <p>{t('asked.beyondWords', { number })}</p>
  return (
    <>
      <p>{t('asked.changes', { number })}</p>
      <ul className="mt-1">
        {asked.parts.map(({ id, name, change }) => {
          const Sign = signs[change]
          return (
            <li key={`${change} ${id}`} className="flex items-baseline gap-2 break-words">
              <Sign aria-hidden className="size-4 shrink-0 self-center text-ink-soft" />
              <span>
                {id === '' ? `${t('asked.title')}: ${name}` : name} <span className="text-ink-soft">({t(`change.${change}`)})</span>
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
