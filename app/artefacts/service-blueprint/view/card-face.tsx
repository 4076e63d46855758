import { Building2, Lightbulb, MessageCircle, Route, TriangleAlert } from 'lucide-react'
import { OrganisationBadge } from '../../../components/organisation-badge'
import type { Card, CardMark } from '../model/content'
import { useBlueprint } from './blueprint-context'

/** A mark is a shape and a word, and only then a colour. */
export const markLooks = {
  none: { icon: undefined, ground: 'border-line bg-surface', ink: 'text-ink' },
  'pain-point': { icon: TriangleAlert, ground: 'border-danger bg-danger-soft', ink: 'text-danger' },
  idea: { icon: Lightbulb, ground: 'border-caution bg-caution-soft', ink: 'text-caution' },
} satisfies Record<CardMark, object>

/**
 * What a card says: its mark, its words, whose work it is and by which channel. Spans only: it stands in a
 * button.
 */
export function CardFace({ card }: { card: Card }) {
  const { t, organisations } = useBlueprint()
  const { icon: MarkIcon, ink } = markLooks[card.mark]
  const organisation = card.organisation.trim()
  const known = organisations.find(
    ({ name }) => name.toLocaleLowerCase() === organisation.toLocaleLowerCase(),
  )
  return (
    <>
      {MarkIcon ? (
        <span className={`mb-0.5 flex items-center gap-1.5 text-xs font-bold ${ink}`}>
          <MarkIcon aria-hidden className="size-4 shrink-0" />
          {t(`mark.${card.mark}`)}
        </span>
      ) : null}
      {card.text.trim() ? (
        <span className="block whitespace-pre-wrap [overflow-wrap:anywhere] hyphens-auto">{card.text}</span>
      ) : (
        <span className="block text-ink-soft italic">{t('card.empty')}</span>
      )}
      {organisation && known ? (
        <span className="mt-1.5 block">
          <span className="sr-only">{t('card.organisation')}: </span>
          <OrganisationBadge type={known.type} name={known.name} />
        </span>
      ) : null}
      {organisation && !known ? (
        <Detail icon={Building2} name={t('card.organisation')} words={organisation} />
      ) : null}
      {card.channel.trim() ? (
        <Detail icon={MessageCircle} name={t('card.channel')} words={card.channel.trim()} />
      ) : null}
      {card.origin ? <Detail icon={Route} words={t('card.fromWorkshop')} /> : null}
    </>
  )
}

function Detail({ icon: Icon, name, words }: { icon: typeof Building2; name?: string; words: string }) {
  return (
    <span className="mt-1 flex items-start gap-1.5 text-sm text-ink-soft">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      {name ? <span className="sr-only">{name}: </span> : null}
      <span className="min-w-0 [overflow-wrap:anywhere]">{words}</span>
    </span>
  )
}
