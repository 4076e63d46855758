import { Building2, UserRound } from 'lucide-react'
import { useTranslate } from '../../i18n/use-translate'
import type { Mention } from '../model/content'

interface MentionListProps {
  id: string
  offers: readonly Mention[]
  /** The one that Enter takes. */
  at: number
  onChoose(mention: Mention): void
}

/** Whom one can call, below the field. The focus stays in the field. */
export function MentionList({ id, offers, at, onChoose }: MentionListProps) {
  const t = useTranslate('remarks')
  return (
    <>
      <p role="status" className="sr-only">
        {offers.length > 0 ? t('mention.offered', { count: offers.length }) : ''}
      </p>
      {offers.length > 0 ? (
        <ul
          id={id}
          role="listbox"
          aria-label={t('mention.label')}
          className="absolute inset-x-0 z-20 mt-1 rounded-lg border border-line bg-surface p-1 shadow-floating"
        >
          {offers.map((mention, index) => {
            const Icon = mention.kind === 'person' ? UserRound : Building2
            return (
              // Chosen by the field's own keys, which the focus never leaves.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <li
                key={`${mention.kind} ${mention.id}`}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(mention)}
                className="flex min-h-11 cursor-pointer items-center gap-2 rounded-md px-2 aria-selected:bg-accent-soft"
              >
                <Icon aria-hidden className="size-4 shrink-0 text-ink-soft" />
                <span className="min-w-0 break-words">
                  {mention.name} <span className="sr-only">{t(`mention.${mention.kind}`)}</span>
                </span>
              </li>
            )
          })}
        </ul>
      ) : null}
    </>
  )
}
