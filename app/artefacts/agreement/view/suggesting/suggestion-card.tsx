import { Check, MapPin, X } from 'lucide-react'
import { memo } from 'react'
import type { Language } from '../../../../i18n/languages'
import { Button } from '../../../../components/button'
import { sayMoment } from '../../../../workshops/wall-time'
import type { Translate } from '../../../kind'
import type { Suggestion } from '../../model/suggestions'
import { hrefOf } from '../../model/suggestion'
import { looks } from '../looks'
import { actWords, whoWords } from './suggestion-words'
import type { DecisionMade } from './use-decisions'

interface SuggestionCardProps {
  suggestion: Suggestion
  /** The clause that it is in, and where one is to go. */
  place: string
  target: string
  /** Whoever decides; one's own can be withdrawn. */
  may: 'decide' | 'withdraw' | 'look'
  isChosen: boolean
  language: Language
  t: Translate
  onGo(suggestion: Suggestion): void
  onDecide(suggestion: Suggestion, made: DecisionMade): void
}

/** A suggestion in the list: who, what, where, and what one does with it. */
export const SuggestionCard = memo(function SuggestionCard(props: SuggestionCardProps) {
  const { suggestion, place, target, may, isChosen, language, t, onGo, onDecide } = props
  const { id, by } = suggestion
  const who = whoWords(suggestion) || t('suggestion.nobody')
  return (
    <article
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the list's own keys walk from one to the next
      tabIndex={isChosen ? 0 : -1}
      data-suggestion-card={id}
      aria-label={`${who}: ${actWords(suggestion, t)} ${wordsOf(suggestion)}`}
      className={`flex flex-col gap-2 rounded-xl border border-line bg-surface p-3 ${isChosen ? 'shadow-raised ring-2 ring-accent' : ''}`}
    >
      <p className="text-sm">
        <span className="font-semibold">{who}</span>{' '}
        <time dateTime={new Date(by.at).toISOString()} className="text-ink-soft">
          {sayMoment(new Date(by.at), language)}
        </time>
      </p>
      <p className="text-sm font-semibold text-ink-soft">{actWords(suggestion, t)}</p>
      <Excerpt suggestion={suggestion} t={t} />
      {target === '' ? null : <p className="text-sm">{target}</p>}
      <button
        type="button"
        onClick={() => onGo(suggestion)}
        className="-mx-1 flex min-h-8 max-w-full cursor-pointer items-start gap-1.5 rounded-sm px-1 py-1 text-left text-sm font-semibold text-accent hover:bg-accent-soft pointer-coarse:min-h-11 pointer-coarse:items-center"
      >
        <MapPin aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0 break-words underline underline-offset-2">
          {place} <span className="sr-only">{t('suggestion.go')}</span>
        </span>
      </button>
      <CardActs may={may} t={t} onDecide={(made) => onDecide(suggestion, made)} />
    </article>
  )
})

function CardActs({ may, t, onDecide }: Pick<SuggestionCardProps, 'may' | 't'> & { onDecide(made: DecisionMade): void }) {
  if (may === 'look') return null
  if (may === 'withdraw') {
    return (
      <Button size="small" variant="quiet" className="self-start pointer-coarse:min-h-11" onPress={() => onDecide('withdrawn')}>
        <X aria-hidden className="size-4" />
        {t('suggestion.withdraw')}
      </Button>
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" className="pointer-coarse:min-h-11" onPress={() => onDecide('accepted')}>
        <Check aria-hidden className="size-4" />
        {t('suggestion.accept')}
      </Button>
      <Button size="small" variant="quiet" className="pointer-coarse:min-h-11" onPress={() => onDecide('rejected')}>
        <X aria-hidden className="size-4" />
        {t('suggestion.reject')}
      </Button>
    </div>
  )
}

/** The words with what stands around them, as in the text. */
function Excerpt({ suggestion: { added, removed, around, formats }, t }: { suggestion: Suggestion; t: Translate }) {
  return (
    <p className="line-clamp-6 rounded-sm bg-sunken px-2 py-1 break-words">
      {around.before}
      {removed === '' ? null : (
        <del className={looks.deletion}>
          <span className="sr-only">{t('suggestion.removedWords')} </span>
          {removed}
        </del>
      )}
      {added === '' ? null : (
        <ins className={looks.insertion}>
          <span className="sr-only">{t('suggestion.addedWords')} </span>
          {added}
        </ins>
      )}
      {around.words === '' ? null : <span className={looks.formatting}>{around.words}</span>}
      {around.after}
      {formats.flatMap((change) => hrefOf(change) ?? []).map((address) => (
        <span key={address} className="mt-1 block text-ink-soft">
          {t('suggestion.leadsTo', { address })}
        </span>
      ))}
    </p>
  )
}

function wordsOf({ added, removed, around }: Suggestion): string {
  return [removed, added, around.words].filter((words) => words !== '').join(' → ')
}
